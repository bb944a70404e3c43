"""The label that a text gives itself."""

import pytest

from factcheck.text.version_labels import proposed_label


@pytest.mark.parametrize(
    ("first", "label"),
    [
        ("UPDATE 2-Zürich sends 1,150 tents", "UPDATE 2"),
        ("CORRECTED-UPDATE 1-東京 sends beds", "CORRECTED-UPDATE 1"),
        ("Łódź counts tents (CORRECTS figure in paragraph 3)", "CORRECTS"),
        ("BC-TENTS 2nd LEAD", "2nd LEAD"),
        ("KORREKTUR: Zürich schickt Zelte", "KORREKTUR"),
        ("Draft 4", "Draft 4"),
        ("draft 4 – Tents for Łódź", "draft 4"),
        ("Version 3: for the editor", "Version 3"),
        ("Tents for Łódź\n\nBy Zoë\n\nUPDATE 3", "UPDATE 3"),
        ("Tents for Łódź", ""),
        ("The update 2 days later said nothing.", ""),
        ("CORRECTED FIGURES SHOW THAT THE COUNCIL WAS WRONG", ""),
        ("Version 3 of the engine burns less", ""),
        ("", ""),
    ],
)
def test_a_label_is_proposed_where_the_first_lines_have_one(first: str, label: str):
    assert proposed_label(f"{first}\n\nThe mayor said so 😀.\n") == label


def test_words_further_down_are_no_label():
    assert proposed_label("One.\n\nTwo.\n\nThree.\n\nFour.\n\nUPDATE 2\n") == ""
