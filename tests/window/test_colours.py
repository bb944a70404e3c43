"""The contrast of every colour pair that stands on another, recomputed after WCAG."""

import pytest
from PySide6.QtGui import QColor

from factcheck.window.colours import COLOURS, MARKS, RATINGS, contrast
from factcheck.window.reader.painting import VEIL_ALPHA

GROUNDS = {
    "window": (14.6, 14.1, 6.0, 7.4),
    "panel": (15.6, 12.8, 6.4, 6.7),
    "paper": (16.7, 13.7, 6.8, 7.2),
    "raised": (16.7, 11.4, 6.8, 6.0),
    "hover": (13.9, 11.0, 5.7, 5.8),
    "accent_soft": (13.8, 9.7, 5.6, 5.1),
}
# Text on the fill, line on paper, line on the fill; light before dark.
ON_MARKS = {
    "claim": (15.0, 10.0, 5.1, 7.4, 4.6, 5.4),
    "nested": (13.6, 8.0, 5.1, 7.4, 4.1, 4.3),
    "active": (12.6, 6.8, 7.6, 11.3, 5.7, 5.6),
    "supports": (13.7, 10.3, 6.8, 7.7, 5.6, 5.8),
    "contradicts": (13.5, 9.8, 5.9, 7.8, 4.8, 5.5),
    "context": (13.7, 10.6, 6.1, 7.5, 5.0, 5.8),
    "hit": (13.5, 10.6, 7.2, 7.3, 5.8, 5.6),
    "recheck": (14.4, 10.8, 7.3, 7.8, 6.3, 6.2),
}
ALL_GROUNDS = ("window", "panel", "paper", "raised", "hover", "accent_soft")
FILLS = [name for name in MARKS if name.endswith(".fill")]
LINES = [name for name in MARKS if name.endswith(".line") and name != "unread.line"]


def ratios(front: str, ground: str) -> tuple[float, float]:
    return (
        contrast(COLOURS[front].light, COLOURS[ground].light),
        contrast(COLOURS[front].dark, COLOURS[ground].dark),
    )


@pytest.mark.parametrize("dark", [False, True])
def test_what_stands_around_a_passage_can_still_be_read(dark: bool) -> None:
    text, paper = (
        QColor(COLOURS[name].dark if dark else COLOURS[name].light) for name in ("text", "paper")
    )
    veiled = [
        round(VEIL_ALPHA * over + (1 - VEIL_ALPHA) * under)
        for over, under in zip(paper.getRgb()[:3], text.getRgb()[:3], strict=True)
    ]
    assert contrast(QColor(*veiled).name(), paper.name()) >= 4.5


def test_black_on_white_has_the_contrast_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == contrast("#FFFFFF", "#777777") < 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_and_second_lines_can_be_read_on_each_ground(ground: str) -> None:
    measured = (*ratios("text", ground), *ratios("muted", ground))
    assert min(measured) >= 4.5
    assert measured == pytest.approx(GROUNDS[ground], abs=0.06)


@pytest.mark.parametrize("mark", ON_MARKS)
def test_a_mark_keeps_its_text_readable_and_its_line_visible(mark: str) -> None:
    text = ratios("text", f"{mark}.fill")
    line = (*ratios(f"{mark}.line", "paper"), *ratios(f"{mark}.line", f"{mark}.fill"))
    assert min(text) >= 4.5
    assert min(line) >= 3
    assert (*text, *line) == pytest.approx(ON_MARKS[mark], abs=0.06)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("ground", [*FILLS, "selection"])
def test_a_mark_line_is_seen_on_every_other_fill_and_on_the_selection(
    line: str, ground: str
) -> None:
    assert min(ratios(line, ground)) >= 3.45


@pytest.mark.parametrize("rating", RATINGS)
@pytest.mark.parametrize("ground", ALL_GROUNDS)
def test_a_rating_shape_is_seen_on_each_ground(rating: str, ground: str) -> None:
    assert min(ratios(rating, ground)) >= 3


@pytest.mark.parametrize(
    ("front", "ground", "least"),
    [
        ("on_accent", "accent", 4.5),
        ("text", "selection", 4.5),
        ("unread.line", "paper", 4.5),
        ("border", "paper", 3),
        ("border", "raised", 3),
        ("border", "panel", 3),
    ],
)
def test_what_else_must_be_seen_is_seen(front: str, ground: str, least: float) -> None:
    assert min(ratios(front, ground)) >= least


@pytest.mark.parametrize("ground", ALL_GROUNDS)
def test_the_focus_ring_is_seen_on_each_ground(ground: str) -> None:
    assert min(ratios("accent", ground)) >= 4.5
