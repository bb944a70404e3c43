"""A page of a PDF as a picture. Imports no parser."""

from dataclasses import dataclass
from typing import Final

MOST_PIXELS: Final = 4_000_000
"""A picture of four bytes a pixel stays below 16 MB: sharp on a large screen, quick to send."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, four bytes a pixel: blue, green, red, and one that means nothing.

    number: from 1; pages: how many there are. width, height: pixels, without padding.
    """

    number: int
    pages: int
    width: int
    height: int
    pixels: bytes
