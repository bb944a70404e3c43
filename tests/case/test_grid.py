"""The grid: what each document says of each claim, where they differ, and as it is handed over."""

import pytest

from factcheck.case.as_of import case_as_of
from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AddPlace,
    DecideCopies,
    Edit,
    LinkEvidence,
    MarkClaim,
    Redact,
)
from factcheck.case.copies import learn_lines, lines_of
from factcheck.case.grid import read_grid, tell_row
from factcheck.case.grid_table import grid_sheet
from factcheck.case.read.grid import GridChoice, grid_claims
from factcheck.case.read.tables import table
from tests.making import loaded

ZOE = "Zoë Ångström"
ARTICLE = "At least 1,150 people were killed, Łódź said.\n\nIt is the third truce since 2019.\n"


def add(case: Case, text: str, **told: str) -> str:
    return case.do(AddDocument(loaded(text, **told)), by=ZOE).ids[0]


def link(case: Case, claim: str, document: str, text: str, words: str, stance: str) -> None:
    at = text.index(words)
    case.do(LinkEvidence((claim,), document, stance, at, at + len(words)), by=ZOE)


@pytest.fixture
def story(case: Case) -> dict[str, str]:
    """Two claims of an article; two copies of a report, a ministry and a call."""
    told = {"outlet": "North Wire", "published": "2026-03-12T14:00+00:00"}
    article = AddDocument(loaded(ARTICLE, title="Truce", **told), under_check=True, source=False)
    ids = {"article": case.do(article, by=ZOE).ids[0]}
    first = MarkClaim(ids["article"], 0, ARTICLE.index("\n"), tags=("Tote",))
    ids["killed"] = case.do(first, by=ZOE).ids[0]
    start = ARTICLE.index("It is")
    second = MarkClaim(ids["article"], start, len(ARTICLE) - 1)
    ids["truce"] = case.do(second, by=ZOE).ids[0]
    case.do(Edit("claim", ids["truce"], {"event": "Waffenruhe"}), by=ZOE)
    courier = "“Some 1,150 people were killed,” Dorota Hale told reporters.\n"
    radio = "Radio 東京: some 1,150 people were killed in the fighting.\n"
    ministry = "The ministry said that 890 people were killed.\n"
    ids["radio"] = add(case, radio, title="Radio", published="2026-03-12T18:20+00:00")
    ids["courier"] = add(
        case, courier, title="Courier", outlet="Courier", published="2026-03-12T17:58+00:00"
    )
    ids["ministry"] = add(case, ministry, title="Ministry", published="2026-03-11")
    call = AddNote("call", "Call, desk", who="Łucja Öz", happened_at="2026-03-13")
    ids["call"] = case.do(call, by=ZOE).ids[0]
    killed = ids["killed"]
    link(case, killed, ids["radio"], radio, "some 1,150 people were killed", "supports")
    link(case, killed, ids["courier"], courier, "Some 1,150 people were killed", "supports")
    link(case, killed, ids["ministry"], ministry, "890 people were killed", "contradicts")
    case.do(LinkEvidence((killed,), ids["call"], "context", note="no count"), by=ZOE)
    case.do(DecideCopies(((ids["courier"], ids["radio"]),), "together", "One dispatch"), by=ZOE)
    learn_lines(case, lines_of(case, []))
    return ids


def rows_of(case: Case, **choice: str):
    read = read_grid(case, case.read(grid_claims, GridChoice(**choice)))
    return read, [tell_row(one, read.links[one.id], read.documents) for one in read.claims]


def test_copies_stand_beside_each_other_and_the_first_published_comes_first(case, story):
    read, _ = rows_of(case)
    assert [one.title for one in read.documents] == ["Ministry", "Courier", "Radio", "Call, desk"]
    lines = [one.line for one in read.documents]
    assert lines[1] == lines[2]
    assert len(set(lines)) == 3


def test_a_cell_says_stance_figure_who_and_when(case, story):
    _, (killed, truce) = rows_of(case)
    (ministry,) = killed.cells[story["ministry"]]
    assert (ministry.link.role, ministry.words, ministry.link.published) == (
        "contradicts", "890", "2026-03-11",
    )  # fmt: skip
    assert ministry.telling.differs == "claim"
    assert ministry.why[0] == "Claim: At least 1,150, here 890."
    (courier,) = killed.cells[story["courier"]]
    assert (courier.who, courier.telling.differs) == ("Dorota Hale", "")
    (call,) = killed.cells[story["call"]]
    assert (call.words, call.who) == ("no count", "Łucja Öz")
    assert truce.cells == {}
    assert (killed.versions, truce.versions) == (2, 0)


def test_who_says_it_is_not_whom_it_is_told_of(case, story):
    told = {
        "Arvela’s minister, Dorota Hale, told 東京": "Dorota Hale",
        "Arvela’s minister told 東京": "Arvela’s minister",
    }
    for who, named in told.items():
        text = f"“More than 1,150 people were killed,” {who}.\n"
        document = add(case, text, title=who)
        words = "More than 1,150 people were killed"
        link(case, story["killed"], document, text, words, "supports")
        _, (killed, _) = rows_of(case)
        assert killed.cells[document][0].who == named


def test_rows_are_chosen_by_article_tag_or_event(case, story):
    assert case.read(grid_claims, GridChoice(tag="Tote")) == [story["killed"]]
    assert case.read(grid_claims, GridChoice(event="Waffenruhe")) == [story["truce"]]
    both = [story["killed"], story["truce"]]
    assert case.read(grid_claims, GridChoice(article=story["article"])) == both
    assert case.read(grid_claims, GridChoice(article=story["radio"])) == []


def test_a_document_in_which_the_claim_stands_too_does_not_say_nothing(case, story):
    place = AddPlace(story["killed"], story["radio"], 0, 20)
    case.do(place, by=ZOE)
    case.do(LinkEvidence((story["truce"],), story["radio"], "context", locator="0:12"), by=ZOE)
    read, (killed, _) = rows_of(case)
    assert "Truce" in [one.title for one in read.documents]
    (own,) = killed.cells[story["article"]]
    assert own.link.role == "stands here"
    assert [cell.link.role for cell in killed.cells[story["radio"]]] == ["supports", "stands here"]


def test_the_rows_handed_over_leave_no_claim_out(case, story):
    found = table(case, "grid")
    names = [column.name for column in found.columns]
    rows = [dict(zip(names, row, strict=True)) for row in found.rows]
    assert len(rows) <= found.count
    assert {row["claim_no"] for row in rows} == {1, 2}
    (ministry,) = [row for row in rows if row["document"] == "Ministry"]
    assert (ministry["words"], ministry["differs"], ministry["group"]) == ("890", "claim", "")
    (radio,) = [row for row in rows if row["document"] == "Radio"]
    assert radio["group"]


def test_the_sheet_has_a_column_a_document_and_says_nothing_where_none_does(case, story):
    found = grid_sheet(case, case.read(grid_claims))
    names = [column.name for column in found.columns]
    assert names[:4] == ["claim_no", "wording", "rating", "Ministry"]
    assert names[4] == "Courier [one line of reporting: 1]"
    killed, truce = found.rows
    assert killed[3] == "≠ contradicts: 890 (ministry, ¶ 1, 2026-03-11)"
    assert set(truce[3:]) == {"says nothing"}


def test_a_confidential_source_is_named_nowhere_in_what_is_handed_over(case, story):
    case.do(Edit("document", story["ministry"], {"confidential": "1"}), by=ZOE)
    case.do(Edit("document", story["call"], {"confidential": "1"}), by=ZOE)
    rows = [*table(case, "grid").rows, *grid_sheet(case, case.read(grid_claims)).rows]
    told = " ".join(str(cell) for row in rows for cell in row)
    sheet = grid_sheet(case, case.read(grid_claims))
    told += " ".join(column.name for column in sheet.columns)
    assert "Source A" in told
    for secret in ("Ministry", "Łucja", "2026-03-11", "2026-03-13"):
        assert secret not in told


def test_documents_keep_their_order_where_the_log_was_redacted_and_is_replayed(case):
    texts = [f"{name} zählte 1.150 Zelte 😀." for name in ("Łucja", "Zoë")]
    ids = [add(case, text, title=text[:5]) for text in texts]
    article = case.do(AddDocument(loaded(ARTICLE), under_check=True, source=False), by=ZOE).ids[0]
    claim = case.do(MarkClaim(article, 0, 10), by=ZOE).ids[0]
    for id, text in zip(ids, texts, strict=True):
        link(case, claim, id, text, "1.150 Zelte", "supports")
    case.do(Redact("Schutz", names=("Łucja",)), by=ZOE)
    with case_as_of(case.path, case.head.seq) as then:
        assert list(table(then, "grid").rows) == list(table(case, "grid").rows)
