"""What of a text its file does not show: how it is said."""

from factcheck.text.spans import Span
from factcheck.text.unseen import Unseen, from_json, reasons, to_json, told

TEXT = "Zürich zahlt 東京 fünf Franken 😀."
WHITE, OFF = Unseen(0, 12, "white on white"), Unseen(16, 20, "outside the page")


def test_a_text_that_is_seen_whole_needs_no_words() -> None:
    assert told(TEXT, ()) == ""


def test_how_many_words_are_not_seen_and_why_is_said_in_a_sentence() -> None:
    assert told(TEXT, (WHITE, OFF)) == (
        "3 words of this text are not seen by anyone who looks at the file: "
        "white on white, outside the page."
    )
    assert told(TEXT, (OFF,)).startswith("1 word of this text is not seen")


def test_not_more_reasons_are_named_than_one_reads() -> None:
    many = [Unseen(at, at + 1, f"reason {at}") for at in range(9)]
    assert told(TEXT, many).endswith("reason 3, reason 4, ….")


def test_a_passage_is_hidden_by_what_overlaps_it() -> None:
    assert reasons((WHITE, OFF), Span(7, 20)) == ("white on white", "outside the page")
    assert reasons((WHITE, OFF), Span(12, 16)) == ()


def test_what_is_stored_is_read_again() -> None:
    assert from_json(to_json((OFF, WHITE))) == (WHITE, OFF)
