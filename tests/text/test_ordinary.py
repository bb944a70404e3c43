"""Which titles name nobody."""

import pytest

from factcheck.text.ordinary import is_ordinary


@pytest.mark.parametrize(
    "name", ["Call", "Phone call", "Das Gespräch", "Second interview", "ЗВОНОК"]
)
def test_words_for_sorts_of_sources_name_nobody(name: str):
    assert is_ordinary(name)


@pytest.mark.parametrize(
    "name", ["Call with Ann", "Call, 3 Nov", "Linde", "Memo 12", "東京", "Łódź", "", "–"]
)
def test_any_other_word_or_a_number_tells_one_from_others(name: str):
    assert not is_ordinary(name)
