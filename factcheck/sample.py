"""The sample case, made step by step through the same changes as any other case.

resources/sample/README.md says what stands in case.json. Used by the command line and the window.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.changes import (
    AddAttempt,
    AddDocument,
    AddNote,
    AnswerRequest,
    AskRequest,
    Change,
    Edit,
    EditableKind,
    LinkEvidence,
    MarkClaim,
    NoCheckNeeded,
    RateClaim,
    SetShouldRead,
    Via,
)
from factcheck.case.read.claims import places_of
from factcheck.case.read.documents import text
from factcheck.ingest.worker import Readers
from factcheck.text.anchors import find_quote
from factcheck.text.spans import Span

Step = dict[str, Any]
_OF_A_FILE = ("title", "byline", "outlet", "published", "language", "url")


def make_sample(
    path: Path, *, via: Via, progress: Callable[[int, int], None] | None = None
) -> None:
    """Make the sample case at path; progress is told steps done and steps in all.

    Raises FactcheckError where the path exists already or cannot be written to.
    """
    told = json.loads(asset("sample", "case.json").read_text(encoding="utf-8"))
    with (
        Case.create(path, by=told["checkers"][0], scale=told["scale"], via=via) as case,
        Readers() as readers,
    ):
        making = _Making(case, readers, via)
        steps = [
            (make, step)
            for kind, make in (
                ("documents", making.add_document),
                ("notes", making.add_note),
                ("claims", making.mark),
                ("no_check", making.excuse),
                ("evidence", making.link),
                ("verdicts", making.rate),
                ("should_read", making.correct),
                ("requests", making.ask),
            )
            for step in told[kind]
        ]
        for done, (make, step) in enumerate(steps):
            if progress is not None:
                progress(done, len(steps))
            make(step)


class _Making:
    """The sample case while it is made; keys of the file stand for ids."""

    def __init__(self, case: Case, readers: Readers, via: Via) -> None:
        self._case, self._readers, self._via = case, readers, via
        self._documents: dict[str, str] = {}
        self._claims: dict[str, str] = {}

    def add_document(self, step: Step) -> None:
        change = AddDocument(
            self._readers.read(asset("sample", step["file"])),
            under_check=step["under_check"],
            source=step["source"],
            particulars={name: step[name] for name in _OF_A_FILE},
            file_name=step["file"],
        )
        self._documents[step["key"]] = self._do(change, step)
        self._edit("document", self._documents[step["key"]], step, "standing")

    def add_note(self, step: Step) -> None:
        change = AddNote(
            step["kind"],
            step["title"],
            said=step["said"],
            who=step["who"],
            happened_at=step["happened_at"],
            how=step["how"],
        )
        self._documents[step["key"]] = self._do(change, step)
        self._edit("document", self._documents[step["key"]], step, "standing")

    def mark(self, step: Step) -> None:
        change = MarkClaim(
            self._documents[step["document"]],
            *self._place(step),
            wording=step["wording"],
            speaker=step["speaker"],
            made_on=step["made_on"],
            checks=step["checks"],
            tags=tuple(step["tags"]),
            part_of=self._claims[step["part_of"]] if step["part_of"] else None,
        )
        self._claims[step["key"]] = self._do(change, step)
        worked = ("state", "speaker_role", "assigned_to", "due", "priority")
        self._edit("claim", self._claims[step["key"]], step, *worked)

    def excuse(self, step: Step) -> None:
        document = self._documents[step["document"]]
        self._do(NoCheckNeeded(document, *self._place(step), step["why"], step["note"]), step)

    def link(self, step: Step) -> None:
        change = LinkEvidence(
            (self._claims[step["claim"]],),
            self._documents[step["document"]],
            step["stance"],
            *self._place(step),
            locator=step["locator"],
            note=step["note"],
        )
        self._do(change, step)

    def rate(self, step: Step) -> None:
        self._do(RateClaim(self._claims[step["claim"]], step["rating"], step["reason"]), step)

    def correct(self, step: Step) -> None:
        place = self._case.read(places_of, self._claims[step["claim"]])[0].id
        self._do(SetShouldRead(place, step["words"]), step)
        if step["outcome"]:
            decided = {"outcome": step["outcome"], "by": step["decided_by"]}
            values = {f"should_read_{name}": value for name, value in decided.items()}
            self._do(Edit("place", place, values), step)

    def ask(self, step: Step) -> None:
        change = AskRequest(
            step["kind"],
            step["to_whom"],
            step["question"],
            channel=step["channel"],
            deadline=step["deadline"],
            claim_ids=tuple(self._claims[key] for key in step["claims"]),
            document_id=self._documents[step["document"]] if step["document"] else None,
            asked_at=step["asked_at"],
        )
        asked = self._do(change, step)
        for attempt in step["attempts"]:
            self._do(AddAttempt(asked, **attempt), step)
        if step["outcome"]:
            became = AnswerRequest(
                asked, step["outcome"], step["answer"], step["answered_at"], step["as_note"]
            )
            self._do(became, step)

    def _place(self, step: Step) -> Span:
        body = self._case.read(text, self._documents[step["document"]]).text
        (place,) = find_quote(body, step["quote"])
        return place

    def _edit(self, kind: EditableKind, id: str, step: Step, *names: str) -> None:
        values = {name: step[name] for name in names if step[name]}
        if values:
            self._do(Edit(kind, id, values), step)

    def _do(self, change: Change, step: Step) -> str:
        return self._case.do(change, by=step["by"], via=self._via).ids[0]
