"""Who is named beside a quotation."""

import pytest

from factcheck.text.quotations import quotations
from factcheck.text.said_by import attributions


def speakers(text):
    return [one.speaker for one in attributions(text, quotations(text))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We counted the tents twice,” said Ann Linde on Monday.", "Ann Linde"),
        ("“We counted the tents twice,” the mayor of Łódź said.", "the mayor of Łódź"),
        (
            "“We counted them,” Linde, the foreign minister, told reporters.",
            "Linde, the foreign minister",
        ),
        (
            "Linde, the foreign minister, said: “We counted the tents.”",
            "Linde, the foreign minister",
        ),
        ("According to the ministry, “the river fell to 58 m³”.", "the ministry"),
        ("„Wir haben gezählt“, sagte Minister Müller am Montag.", "Minister Müller"),
        ("« Nous avons compté », a déclaré Anne Hidalgo.", "Anne Hidalgo"),
        ("«Мы считаем так», – сказал Иванов.", "Иванов"),
        ("She said:\n\n“A block of words stands here.”", "She"),
        ("“It is a dog whistle,” Rep. G.K. Butterfield said.", "Rep. G.K. Butterfield"),
        ("The “so-called reform of Zürich” began in 2020.", ""),
        ("“We counted.” The depot of Łódź is empty.", ""),
    ],
)
def test_the_name_beside_a_quotation_is_read(text, speaker):
    assert speakers(text)[:1] == [speaker]


def test_a_quotation_goes_on_with_the_speaker_of_its_paragraph():
    text = "„Wir zählten“, sagte Linde. „Niemand kam aus Łódź.“\n\nEnde. „Noch ein Satz hier.“"
    assert speakers(text) == ["Linde", "Linde", ""]
