"""Which lines of a new version want to be read."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.changed_lines import changed_lines

OLD = "Zürich sent 1,150 tents. 東京 sent beds 😀.\n\nNobody counted them. The mayor said so.\n"


def changed(old: str, new: str) -> list[str]:
    return [span.of(new) for span in changed_lines(old, new).changed]


def test_an_edited_and_an_added_line_are_changed():
    new = OLD.replace("1,150", "1,250") + "\nŁódź answered.\n"
    assert changed(OLD, new) == ["Zürich sent 1,250 tents.", "Łódź answered."]
    assert changed_lines(OLD, new).gone == 1


def test_a_line_that_only_moved_or_was_broken_anew_is_not():
    new = (
        "Nobody counted\nthem. The mayor said so.\n\n東京 sent beds 😀. Zürich sent 1,150 tents.\n"
    )
    assert changed(OLD, new) == []
    assert changed_lines(OLD, new).gone == 0


def test_a_line_that_stands_once_more_is_changed_there():
    new = OLD + "\nNobody counted them.\n"
    (span,) = changed_lines(OLD, new).changed
    assert span.start > OLD.index("Nobody")


@given(st.text(alphabet="aé東 .\n", max_size=60))
def test_a_text_has_no_changed_lines_beside_itself(text: str):
    assert changed_lines(text, text) == ((), 0)
