"""What of the case is marked in a reader, and how."""

from factcheck.case.read.claims import places_in
from factcheck.case.read.evidence import evidence_in
from factcheck.text.spans import Span
from factcheck.window.check.marks_of import evidence_mark, marks_of, place_mark
from tests.window.panels.conftest import NOTE, TEXT, made, span, workspace

__all__ = ["made", "workspace"]


def test_a_place_is_marked_with_the_number_of_its_claim(workspace, made):
    places = workspace.read(places_in, made.article)
    marks = [place_mark(place, made.claims[1]) for place in places]
    assert {(mark.number, mark.span, mark.active) for mark in marks} == {
        ("1", Span(*span(TEXT, "Zürich hat 1150 Zelte nach 東京 geschickt")), False),
        ("2", Span(TEXT.rindex("1150 Zelte"), TEXT.rindex("1150 Zelte") + 10), True),
        ("3", Span(*span(TEXT, "Der Zug fuhr am Montag")), False),
    }
    assert {mark.id for mark in marks} == {place.id for place in places}
    assert {mark.kind for mark in marks} == {"claim"}


def test_a_place_that_is_lost_or_needs_a_second_look_says_so(workspace, made):
    place = workspace.read(places_in, made.article)[0]
    assert place_mark(place._replace(state="lost"), None).kind == "lost"
    assert place_mark(place._replace(state="ambiguous"), None).kind == "lost"
    assert place_mark(place._replace(needs_recheck=1), None).kind == "recheck"
    edited = place_mark(place._replace(state="edited"), None)
    assert (edited.kind, edited.words) == ("recheck", "Edited in a new version: claim 1")


def test_a_link_is_marked_with_the_letter_of_its_stance(workspace, made):
    (link,) = workspace.read(evidence_in, made.source)
    mark = evidence_mark(link, made.claims[0])
    assert (mark.id, mark.kind, mark.number, mark.active) == (
        made.links[0], "contradicts", "C 1", True,
    )  # fmt: skip
    assert mark.span == Span(*span(NOTE, "1.100 Zelte"))
    assert evidence_mark(link._replace(stance="supports"), None).number == "S 1"
    assert evidence_mark(link._replace(stance="context"), None).number == "X 1"


def test_a_link_without_a_passage_has_no_mark(workspace, made):
    (link,) = workspace.read(evidence_in, made.call)
    assert evidence_mark(link, None) is None


def test_only_what_stands_in_the_version_shown_is_marked(workspace, made):
    places = workspace.read(places_in, made.article)
    links = [
        *workspace.read(evidence_in, made.source), *workspace.read(evidence_in, made.call)
    ]  # fmt: skip
    assert len(marks_of(places, links, places[0].version_id, None)) == 3
    assert len(marks_of(places, links, links[0].version_id, None)) == 1
    assert marks_of(places, links, "another version", None) == []
