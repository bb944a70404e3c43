"""A column of a table as a value: its name, what it shows, how it is sorted and filtered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Row = TypeVar("Row")


class Picture(NamedTuple):
    """An icon before the text of a cell: its name and the colour of the theme."""

    icon: str
    color: str


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column.

    key: its name, the same for ever; header, tooltip: in the user's language.
    text: what a cell shows. spoken: what a screen reader says where that is not enough.
    shade: the colour of the theme for a row, "" for that of the column.
    sort: the sort key of the read; "" where the read cannot sort by it.
    filter: the placeholder of its filter field, "" without one; options: a choice, not a text.
    width: px at the usual size of text; stretch: it takes what is left. from_width: shown where
        the table is at least so wide (px).
    """

    key: str
    header: str
    tooltip: str
    text: Callable[[Row], str]
    sort: str = ""
    width: int = 80
    from_width: int = 0
    stretch: bool = False
    right: bool = False
    muted: bool = False
    picture: Callable[[Row], Picture | None] | None = None
    shade: Callable[[Row], str] | None = None
    spoken: Callable[[Row], str] | None = None
    filter: str = ""
    choice: bool = False
