"""How the panes stand at three widths, and what is kept of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from factcheck.window.check.check_view import CheckView
from factcheck.window.settings import Settings


def widths(view: CheckView) -> list[int]:
    return view._columns.sizes()


def fit(view: CheckView, width: int) -> None:
    view.resize(width, 800)
    view.arrangement.fit(width)


@pytest.mark.parametrize(
    ("width", "rail", "library", "claim"),
    [(1024, True, 44, 332), (1440, False, 252, 404), (2560, False, 280, 480)],
)
def test_the_columns_are_as_wide_as_the_window_allows(
    shown: CheckView, width: int, rail: bool, library: int, claim: int
):
    shown.arrangement._form = ""
    fit(shown, width)
    assert shown.library.is_rail is rail
    assert widths(shown)[0] == pytest.approx(library, abs=2)
    assert widths(shown)[2] == pytest.approx(claim, abs=3)


def test_from_1680_the_source_stands_beside_the_article(shown: CheckView):
    fit(shown, 1679)
    assert shown._readers.orientation() == Qt.Orientation.Vertical
    fit(shown, 1680)
    assert shown._readers.orientation() == Qt.Orientation.Horizontal
    fit(shown, 1024)
    assert shown._readers.orientation() == Qt.Orientation.Vertical


def test_widths_set_by_hand_stay_until_a_threshold_is_passed(shown: CheckView):
    shown._columns.setSizes([300, 700, 400])
    by_hand = widths(shown)
    shown.arrangement.fit(1500)
    assert widths(shown) == by_hand
    fit(shown, 1100)
    assert widths(shown)[0] == 44


def test_the_library_becomes_a_rail_and_comes_back(shown: CheckView):
    shown.arrangement.toggle_library()
    assert shown.library.is_rail
    assert widths(shown)[0] == 44
    # Who wants the rail keeps it in a wider window too.
    fit(shown, 2000)
    assert shown.library.is_rail
    shown.arrangement.toggle_library()
    assert not shown.library.is_rail
    assert widths(shown)[0] >= 200


def test_the_rail_shows_an_icon_for_each_document(shown: CheckView):
    fit(shown, 1024)
    view, model = shown.library.view, shown.library.model
    row = model.index_of(shown.article.document.id)
    assert view.visualRect(row).width() == view.viewport().width() > 0
    picture = view.viewport().grab(view.visualRect(row)).toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) > 2


def test_the_source_gets_three_eighths_and_can_be_hidden(shown: CheckView):
    assert not shown.source.isVisible()
    shown.arrangement.show_source(True)
    article, source = shown._readers.sizes()
    assert source / (article + source) == pytest.approx(3 / 8, abs=0.02)
    shown._readers.setSizes([300, 400])
    by_hand = shown._readers.sizes()
    shown.arrangement.show_source(True)
    assert shown._readers.sizes() == by_hand
    shown.arrangement.show_source(False)
    assert not shown.source.isVisible()


def test_sizes_are_kept_for_each_form_of_the_window(shown: CheckView, tmp_path: Path):
    settings = Settings(tmp_path / "window.ini")
    shown._columns.setSizes([300, 700, 420])
    middle = widths(shown)
    shown.arrangement.keep(settings)
    fit(shown, 1100)
    narrow = widths(shown)
    shown.arrangement.restore(settings)
    assert widths(shown) == narrow
    fit(shown, 1440)
    shown.arrangement.restore(settings)
    assert widths(shown) == middle
