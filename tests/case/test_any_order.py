"""Whatever is done in whatever order: the chain is right, history grows, tables follow it."""

import csv
import os
import shutil
import signal
import tempfile
from contextlib import suppress
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck.case.as_of import case_as_of
from factcheck.case.case import Case
from factcheck.case.changes import (
    AcceptPlace,
    AddDocument,
    ApproveVerdict,
    Change,
    Edit,
    LeaveLost,
    LinkEvidence,
    MarkClaim,
    PlaceAgain,
    PublishVerdict,
    RateClaim,
    RecheckVerdict,
    Redact,
    RemoveEvidence,
    ReviseDocument,
    SendBackVerdict,
    SetApprovals,
    WithdrawVerdict,
)
from factcheck.case.read.claims import claim_numbers
from factcheck.case.read.evidence import evidence
from factcheck.case.read.revising import waiting
from factcheck.case.read.tables import TABLES, columns, table
from factcheck.case.read.verdicts import VerdictRow, verdicts
from factcheck.case.verify import verify
from factcheck.case.verify_log import verify_log
from factcheck.case.write import write
from factcheck.errors import FactcheckError
from factcheck.export.csv_file import write_csv
from tests.making import ARTICLE, SOURCE, TickingClock, loaded

PEOPLE = st.sampled_from(("Zoë Ångström", "Bo", "Łucja"))
WORDS = st.sampled_from(("", "Gezählt 😀", "東京 says so.", 'a, "b"\r\nc', "=1+1"))
PICK = st.integers(0, 9)


class AnyOrder(RuleBasedStateMachine):
    """A case that several people work on; what they may not do is refused with a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = TickingClock()
        self.path = self.folder / "łódź.factcheck"
        self.case = Case.create(self.path, by="Zoë Ångström", clock=self.clock)
        self.hashes: list[str] = []

    def do(self, change: Change, by: str) -> None:
        before = self.case.head
        sentence = ""
        try:
            self.case.do(change, by=by)
        except FactcheckError as refused:
            sentence = str(refused)
        assert not sentence or (sentence.endswith(".") and self.case.head == before)

    def one_of(self, rows: list[VerdictRow], pick: int) -> VerdictRow | None:
        return rows[pick % len(rows)] if rows else None

    def claim(self, pick: int) -> str:
        ids = list(self.case.read(claim_numbers))
        return ids[pick % len(ids)] if ids else "none"

    def verdict(self, pick: int) -> str:
        row = self.one_of(self.case.read(verdicts), pick)
        return row.id if row else "none"

    @initialize()
    def begin(self) -> None:
        particulars = {"external_id": "art"}
        article = AddDocument(loaded(ARTICLE), under_check=True, particulars=particulars)
        self.article = self.case.do(article, by="Bo").ids[0]
        self.source = self.case.do(AddDocument(loaded(SOURCE)), by="Bo").ids[0]
        self.case.do(MarkClaim(self.article, 0, 6), by="Bo")

    @rule(start=st.integers(0, 90), by=PEOPLE)
    def mark(self, start: int, by: str) -> None:
        self.do(MarkClaim(self.article, start, start + 8), by)

    @rule(pick=PICK, speaker=WORDS, by=PEOPLE)
    def edit(self, pick: int, speaker: str, by: str) -> None:
        self.do(Edit("claim", self.claim(pick), {"speaker": speaker}), by)

    @rule(pick=PICK, stance=st.sampled_from(("supports", "contradicts")), by=PEOPLE)
    def link(self, pick: int, stance: str, by: str) -> None:
        self.do(LinkEvidence((self.claim(pick),), self.source, stance, 0, 8), by)  # type: ignore[arg-type]  # one of the stances

    @rule(by=PEOPLE)
    def unlink(self, by: str) -> None:
        links = self.case.read(evidence)
        self.do(RemoveEvidence(links[0].id if links else "none"), by)

    @rule(pick=PICK, rating=st.sampled_from(("True", "Mixed")), reason=WORDS, by=PEOPLE)
    def rate(self, pick: int, rating: str, reason: str, by: str) -> None:
        self.do(RateClaim(self.claim(pick), rating, reason), by)

    @rule(pick=PICK, reason=WORDS, by=PEOPLE)
    def correct(self, pick: int, reason: str, by: str) -> None:
        change = RateClaim(self.claim(pick), "False", reason, what_was_wrong="Tag",
                           correction_note="Wir irrten.")  # fmt: skip
        self.do(change, by)

    @rule(pick=PICK, words=WORDS, by=PEOPLE)
    def review(self, pick: int, words: str, by: str) -> None:
        verdict = self.verdict(pick)
        self.do(SendBackVerdict(verdict, words) if words else ApproveVerdict(verdict), by)

    @rule(needed=st.integers(0, 3), by=PEOPLE)
    def need_approvals(self, needed: int, by: str) -> None:
        self.do(SetApprovals(needed), by)

    @rule(pick=PICK, by=PEOPLE)
    def publish(self, pick: int, by: str) -> None:
        self.do(PublishVerdict(self.verdict(pick), "https://example.org/東京"), by)

    @rule(pick=PICK, by=PEOPLE)
    def withdraw(self, pick: int, by: str) -> None:
        self.do(WithdrawVerdict(self.verdict(pick), "Falscher Tag", "Zurück 😀."), by)

    @rule(condition=st.sampled_from(("ok", "retracted", "corrected")), by=PEOPLE)
    def source_falls(self, condition: str, by: str) -> None:
        self.do(Edit("document", self.source, {"condition": condition}), by)

    @rule(figure=st.sampled_from(("1,150", "1,250")), by=PEOPLE)
    def revise(self, figure: str, by: str) -> None:
        text = ARTICLE.replace("1,150", figure)
        change = AddDocument(loaded(text), under_check=True, particulars={"external_id": "art"})
        self.do(change, by)

    @rule(cut=st.integers(0, 160), by=PEOPLE)
    def rewrite(self, cut: int, by: str) -> None:
        text = f"{ARTICLE[:cut]}Ł{cut}. {ARTICLE[cut + 40 :]}"
        self.do(ReviseDocument(self.article, loaded(text), label="UPDATE"), by)

    @rule(pick=PICK, by=PEOPLE, say=st.sampled_from(("accept", "place", "leave")))
    def judge(self, pick: int, by: str, say: str) -> None:
        rows = self.case.read(waiting)
        kind, id = (rows[pick % len(rows)].kind, rows[pick % len(rows)].id) if rows else (
            "place", "none")  # fmt: skip
        change: Change = AcceptPlace(kind, id)
        if say == "place":
            change = PlaceAgain(kind, id, pick, pick + 8)
        elif say == "leave":
            change = LeaveLost(kind, id)
        self.do(change, by)

    @rule(pick=PICK, by=PEOPLE)
    def recheck(self, pick: int, by: str) -> None:
        self.do(RecheckVerdict(self.verdict(pick)), by)

    @rule(name=st.sampled_from(("Gezählt", "東京")), by=PEOPLE)
    def redact(self, name: str, by: str) -> None:
        self.do(Redact("Schutz", names=(name,)), by)

    @rule(pick=st.integers(2, 30), by=PEOPLE)
    def redact_an_entry(self, pick: int, by: str) -> None:
        named = self.rows("SELECT id FROM entries WHERE seq = ?", pick)
        if named:
            self.do(Redact("Schutz", entries=named[0]), by)

    @rule(again=st.booleans(), by=PEOPLE)
    def take_back(self, again: bool, by: str) -> None:
        before = self.case.head
        try:
            self.case.redo(by=by) if again else self.case.undo(by=by)
        except FactcheckError:
            assert self.case.head == before

    @rule()
    def reopen(self) -> None:
        self.case.close()
        self.case = Case.open(self.path, clock=self.clock)

    @precondition(lambda _: hasattr(os, "fork"))
    @rule(pick=PICK, writes_early=st.booleans(), by=PEOPLE)
    def crash(self, pick: int, writes_early: bool, by: str) -> None:
        before, claim = self.case.head, self.claim(pick)
        self.case.close()
        child = os.fork()
        if child == 0:
            try:
                self.die_while_rating(claim, by, writes_early)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        self.case = Case.open(self.path, clock=self.clock)
        assert (os.WTERMSIG(status), self.case.head) == (signal.SIGKILL, before)

    def die_while_rating(self, claim: str, by: str, writes_early: bool) -> None:
        with (
            Case.open(self.path, clock=self.clock) as case,
            case._writing().transaction(by, "cli", None) as tx,
        ):
            if writes_early:
                # Pages go to the file before COMMIT, and only the journal knows what stood there.
                tx.connection.exec_driver_sql("PRAGMA cache_size = 1")
            with suppress(FactcheckError):
                write(tx, RateClaim(claim, "False", "Zürich 東京 😀 " * 2000))
            os.kill(os.getpid(), signal.SIGKILL)

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self.case.read(lambda c: [tuple(row) for row in c.exec_driver_sql(sql, values)])

    @precondition(lambda self: self.case.head.seq > 3)
    @rule(name=st.sampled_from(TABLES))
    def export(self, name: str) -> None:
        path = self.folder / "out.csv"
        write_csv(table(self.case, name), path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == [column.name for column in columns(name)]
        expected = list(table(self.case, name).rows)
        assert rows == [["" if cell is None else str(cell) for cell in row] for row in expected]
        cells = [dict(zip(header, row, strict=True)) for row in rows]
        if name == "verdicts":
            told = {(row["seq"], row["claim_id"], row["reason"], row["checker"]) for row in cells}
            assert told == set(
                self.rows("SELECT CAST(seq AS TEXT), claim_id, reason, checker FROM verdicts")
            )
        if name == "claims":
            assert {row["claim_id"] for row in cells} == {
                row[0] for row in self.rows("SELECT id FROM claims")
            }
        if name == "evidence":
            assert len(cells) == len(self.rows("SELECT id FROM evidence"))
        if name == "log":
            assert [row["hash"] for row in cells] == [
                row[0] for row in self.rows("SELECT hash FROM entries ORDER BY seq")
            ]
            assert verify_log(path, head=self.case.head.fingerprint).ok

    @invariant()
    def every_place_that_waits_says_so(self) -> None:
        waits = {row.id for row in self.case.read(waiting)}
        edited = {
            str(row[0])
            for row in self.case.read(
                lambda c: c.exec_driver_sql(
                    "SELECT id FROM places WHERE state = 'edited' UNION ALL"
                    " SELECT id FROM evidence WHERE state = 'edited'"
                ).all()
            )
        }
        assert edited <= waits

    @invariant()
    def history_only_grows(self) -> None:
        hashes = [str(row[0]) for row in self.rows("SELECT hash FROM entries ORDER BY seq")]
        assert hashes[: len(self.hashes)] == self.hashes
        self.hashes = hashes

    def teardown(self) -> None:
        report = verify(self.path)
        assert report.ok, report.sentences
        with case_as_of(self.path, report.entries) as now:
            for name in TABLES:
                assert list(table(now, name).rows) == list(table(self.case, name).rows), name
        self.case.close()
        shutil.rmtree(self.folder)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
