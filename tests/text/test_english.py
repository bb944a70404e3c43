"""Whether a text is plainly not English."""

import pytest

from factcheck.text.english import is_plainly_foreign


@pytest.mark.parametrize(
    "text",
    [
        "The tents were sent to Łódź on Monday, and the depot said that it has received 1,150.",
        "Zürich, 東京, 1150 tents",
        "",
        "1150 😀",
        "Lieferschein Nr. 7",
    ],
)
def test_english_and_what_is_too_short_is_not_foreign(text):
    assert not is_plainly_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "停火从十一月十日开始生效。",
        "ロシアの仲介で停戦に合意した。",
        "휴전에 합의했다",
        "หยุดยิง",
        "Стороны подписали заявление.",
        "Die Zelte wurden am Montag nach Łódź geschickt, und das Lager sagt, es waren nur 1100.",
        "Les tentes ont été envoyées lundi à Łódź, mais le dépôt dit en avoir reçu onze cents.",
    ],
)
def test_another_script_or_a_text_without_english_words_is_foreign(text):
    assert is_plainly_foreign(text)
