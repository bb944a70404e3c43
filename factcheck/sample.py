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
    AddDocument,
    AddNote,
    Change,
    Edit,
    EditableKind,
    LinkEvidence,
    MarkClaim,
    RateClaim,
    Via,
)
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
                ("evidence", making.link),
                ("verdicts", making.rate),
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
        self._edit("claim", self._claims[step["key"]], step, "state", "speaker_role")

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
