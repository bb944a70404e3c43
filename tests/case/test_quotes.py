"""The quotations of an article looked up in the sources of a case."""

from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Edit
from factcheck.case.read.quotes import KeptShelf, check_quotes, quotes_table
from factcheck.export.csv_file import write_csv
from tests.making import loaded

ARTICLE = "“We counted 1,150 tents in Łódź,” she said.\n\nIt is “not of 東京 at all”, a “fiasco”.\n"
MINUTES = "The mayor 😀: we counted 1,510 tents in Łódź. Nobody came.\n"


def add(case: Case, text: str, title: str, **marks: bool) -> str:
    return case.do(AddDocument(loaded(text, title=title), **marks), by="Zoë").ids[0]


def test_each_quotation_has_its_state_and_its_source(case: Case):
    article = add(case, ARTICLE, "Tents", under_check=True, source=False)
    minutes = add(case, MINUTES, "Minutes")
    first, second, third = check_quotes(case, article)
    assert (first.state, first.speaker, first.paragraph) == ("differs", "she", 1)
    assert first.source is not None
    assert (first.source.id, first.source_words) == (minutes, "we counted 1,510 tents in Łódź")
    assert [(one.said, one.stands) for one in first.differences] == [("1,150", "1,510")]
    assert (second.state, second.source) == ("not found", None)
    assert third.is_scare
    assert [ARTICLE[one.start : one.end] for one in (second, third)] == [
        "not of 東京 at all",
        "fiasco",
    ]


def test_the_article_itself_and_what_is_only_under_check_are_no_sources(case: Case):
    article = add(case, ARTICLE, "Tents", under_check=True, source=True)
    add(case, ARTICLE + "More.", "Reprint", under_check=True, source=False)
    assert {one.state for one in check_quotes(case, article)} == {"not found"}


def test_a_primary_source_is_named_before_others(case: Case):
    article = add(
        case, "“We counted 1,510 tents”, he said.", "Tents", under_check=True, source=False
    )
    add(case, MINUTES, "Minutes")
    primary = add(case, MINUTES + "Signed.", "Signed minutes")
    case.do(Edit("document", primary, {"primary": "yes"}), by="Zoë")
    (one,) = check_quotes(case, article)
    assert one.source is not None
    assert one.source.id == primary
    assert [other.title for other in one.others] == ["Minutes"]


def test_a_kept_shelf_notices_another_source(case: Case):
    article = add(case, ARTICLE, "Tents", under_check=True, source=False)
    kept = KeptShelf()
    assert check_quotes(case, article, kept)[0].state == "not found"
    add(case, MINUTES, "Minutes")
    assert check_quotes(case, article, kept)[0].state == "differs"


def test_a_document_without_text_quotes_nobody(case: Case, article: str):
    assert check_quotes(case, article)


def test_the_table_hides_confidential_sources(case: Case, tmp_path: Path):
    article = add(case, ARTICLE, "Tents", under_check=True, source=False)
    minutes = add(case, MINUTES, "Minutes of the mayor")
    case.do(Edit("document", minutes, {"confidential": "yes"}), by="Zoë")
    report = write_csv(quotes_table(case, check_quotes(case, article)), tmp_path / "q.csv")
    written = (tmp_path / "q.csv").read_text("utf-8-sig")
    assert report.rows == 3
    assert "Source A" in written
    assert "Minutes of the mayor" not in written
