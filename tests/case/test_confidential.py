"""Confidential sources leave every export as "Source A", and an exported log still verifies."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.changes import (
    AddNote,
    AnswerRequest,
    AskRequest,
    Edit,
    LinkEvidence,
    MarkClaim,
    RateClaim,
    Redact,
)
from factcheck.case.hand_over import HandOver
from factcheck.case.read.table import Table, columns_of
from factcheck.case.read.tables import TABLES, columns, table
from factcheck.case.verify import verify
from factcheck.case.verify_log import verify_log
from factcheck.export.csv_file import write_csv

ZOE = "Zoë Ångström"
WHO = "Żaneta Nowak"


def worked(case: Case, article: str) -> str:
    claim = case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]
    change = AddNote("call", f"Anruf bei {WHO}", said="1.150, mehr nicht.", who=WHO)
    note = case.do(change, by=ZOE).ids[0]
    case.do(Edit("document", note, {"confidential": "yes", "outlet": "Depot Łódź"}), by=ZOE)
    link = LinkEvidence((claim,), note, "contradicts", 0, 5, note=f"{WHO} war dort 😀")
    case.do(link, by=ZOE)
    case.do(RateClaim(claim, "False", f"{WHO.upper()} zählte."), by=ZOE)
    case.do(Edit("document", note, {"condition": "unreliable"}), by=ZOE)
    ask = AskRequest("source", "Ola", "Wie viele?", channel="phone", claim_ids=(claim,))
    request = case.do(ask, by=ZOE).ids[0]
    done = case.do(AnswerRequest(request, "answered", "1.150.", as_note=True), by=ZOE)
    case.do(Edit("document", done.ids[1], {"confidential": "yes"}), by=ZOE)
    return claim


def looked_through(case: Case, name: str) -> Table:
    return table(case, name, hand=HandOver(case, list))


def dicts(case: Case, name: str) -> list[dict[str, object]]:
    names = [column.name for column in columns(name)]
    return [dict(zip(names, row, strict=True)) for row in looked_through(case, name).rows]


def test_no_table_names_a_confidential_source(case: Case, article: str):
    worked(case, article)
    for name in TABLES:
        told = str(dicts(case, name)).casefold()
        for words in (WHO, "Depot Łódź", "Answer of Ola"):
            assert words.casefold() not in told, (name, words)


def test_what_a_version_was_called_is_left_out_of_what_changed_in_it(case: Case, article: str):
    case.do(Edit("document", article, {"confidential": "yes"}), by=ZOE)
    row = {"article_id": article, "article": "Zelte", "before_label": "Łódź 1", "after_label": "2"}
    hand = HandOver(case)
    (hidden,) = hand.table("changes", columns_of(" ".join(row)), [row], 1, "").rows
    assert hidden == (hand.id(article), "Source A", "", "")


@pytest.mark.parametrize("blank", ["\N{NO-BREAK SPACE}", "\n", "  "])
def test_a_name_is_hidden_at_the_start_of_a_line_and_over_the_end_of_one(
    case: Case, article: str, blank: str
):
    claim = worked(case, article)
    reason = f"Laut:\n{WHO.replace(' ', blank)}, 😀"
    case.do(RateClaim(claim, "Mixed", reason), by=ZOE)
    assert dicts(case, "verdicts")[-1]["reason"] == "Laut:\nSource A, 😀"
    assert "Żaneta" not in str(dicts(case, "log"))


def test_it_is_called_source_a_wherever_it_was_named(case: Case, article: str):
    worked(case, article)
    (verdict,) = dicts(case, "verdicts")
    assert (verdict["sources"], verdict["reason"]) == ("Source A", "Source A zählte.")
    assert verdict["recheck_why"] == "“Source A” is unreliable."
    (link,) = dicts(case, "evidence")
    assert (link["title"], link["outlet"], link["sha256"]) == ("Source A", "", "")
    assert (link["note"], link["quote"], link["kind"]) == ("Source A war dort 😀", "1.150", "call")
    (request,) = dicts(case, "requests")
    assert (request["to_whom"], request["note"], request["channel"]) == ("Source B", "Source B", "")
    assert dicts(case, "claims")[0]["article"] == "Tents for Łódź"


def test_the_exported_log_leaves_changes_out_and_still_verifies(
    case: Case, article: str, tmp_path: Path
):
    worked(case, article)
    path = tmp_path / "log.csv"
    write_csv(looked_through(case, "log"), path)
    report = verify_log(path, head=case.head.fingerprint)
    assert report.ok, report.sentences
    assert "because they name a confidential source" in report.sentences[-1]
    assert verify(case.path).ok
    command = [sys.executable, "-I", str(asset("verify_log.py")), str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "it names a confidential source" in done.stdout) == (0, True)


def test_a_redaction_that_names_a_confidential_source_is_left_out_too(
    case: Case, article: str, tmp_path: Path
):
    worked(case, article)
    case.do(Redact("Schutz", names=("1.150",)), by=ZOE)
    path = tmp_path / "log.csv"
    write_csv(looked_through(case, "log"), path)
    report = verify_log(path)
    assert report.ok, report.sentences
    assert "what redacted it may be left out here" in str(report.sentences)
    command = [sys.executable, "-I", str(asset("verify_log.py")), str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_an_emptied_entry_of_an_exported_log_is_still_a_fault(
    case: Case, article: str, tmp_path: Path
):
    worked(case, article)
    path = tmp_path / "log.csv"
    write_csv(looked_through(case, "log"), path)
    salt = next(str(row["salt"]) for row in dicts(case, "log") if row["action"] == "mark")
    lines = path.read_text("utf-8-sig").splitlines()
    emptied = [line.replace(f'"{salt}"', '""') for line in lines]
    path.write_text("\r\n".join(emptied) + "\r\n", "utf-8-sig", newline="")
    assert "was emptied, and no entry says" in verify_log(path).sentences[0]


def named(case: Case, article: str, title: str, who: str, reason: str) -> dict[str, object]:
    claim = case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]
    note = case.do(AddNote("call", title, said="1.150, mehr nicht.", who=who), by=ZOE).ids[0]
    open_one = case.do(AddNote("call", "Call", said="Nichts | gar nichts."), by=ZOE).ids[0]
    case.do(Edit("document", note, {"confidential": "yes"}), by=ZOE)
    for document in (open_one, note):
        case.do(LinkEvidence((claim,), document, "context"), by=ZOE)
    case.do(RateClaim(claim, "False", reason), by=ZOE)
    case.do(Edit("document", note, {"condition": "unreliable"}), by=ZOE)
    return dicts(case, "verdicts")[0]


def test_a_title_of_ordinary_words_goes_only_where_the_title_stands(case: Case, article: str):
    reason = "Call after call, phone call or not: 1.150 in the telephone call."
    row = named(case, article, "Phone call", "Source", reason)
    assert row["reason"] == reason
    assert row["sources"] == "Call | Source A"
    assert row["recheck_why"] == "“Source A” is unreliable."
    assert [link["title"] for link in dicts(case, "evidence")] == ["Call", "Source A"]


def test_a_name_of_one_word_leaves_the_word_alone_in_other_capitals(case: Case, article: str):
    row = named(case, article, "Call, 3 Nov", "Baker", "The baker asked Baker and BAKER’S wife.")
    assert row["reason"] == "The baker asked Source A and Source A’S wife."


def test_a_name_typed_in_small_letters_goes_in_any(case: Case, article: str):
    row = named(case, article, "Gespräch", "łukasz", "Łukasz sagt: łukaszowi nicht, łukasz ja.")
    assert row["reason"] == "Source A sagt: łukaszowi nicht, Source A ja."
