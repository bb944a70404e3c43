"""English numbers, from the forms that the source texts say themselves."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from factcheck.window.plurals import EnglishPlurals, install, plural


@pytest.mark.parametrize(
    ("source", "one", "two"),
    [
        ("%n claim(s)", "%n claim", "%n claims"),
        ("%n entr(y|ies)", "%n entry", "%n entries"),
        ("%n contradict(s|)", "%n contradicts", "%n contradict"),
        (
            "%n place(s) in {0} document(s)",
            "%n place in {0} document",
            "%n places in {0} documents",
        ),
        ("%n waiting", "%n waiting", "%n waiting"),
        ("Zürich (東京)", "Zürich (東京)", "Zürich (東京)"),
    ],
)
def test_the_form_follows_the_number(source: str, one: str, two: str):
    assert plural(source, 1) == one
    assert plural(source, 2) == plural(source, 0) == two


def test_qt_asks_for_the_form(qapp: QApplication):
    asking = QObject()
    install(qapp)
    install(qapp)
    translators = qapp.findChildren(EnglishPlurals)
    assert len(translators) == 1
    assert asking.tr("%n claim(s)", "", 1) == "1 claim"
    assert asking.tr("%n claim(s)", "", 9) == "9 claims"
    assert asking.tr("Choose (s) nothing") == "Choose (s) nothing"
    qapp.removeTranslator(translators[0])
    translators[0].setParent(None)
