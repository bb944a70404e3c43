"""A page of a PDF, or an attached picture, as pixels. Imports no parser."""

from dataclasses import dataclass
from typing import Final

MOST_PIXELS: Final = 4_000_000
"""A picture of four bytes a pixel stays below 16 MB: sharp on a large screen, quick to send."""
PICTURES: Final = frozenset({"png", "jpeg", "jpg", "gif", "webp", "bmp", "tiff", "tif"})
"""What is shown of what is attached. Never SVG: a drawing may name other files."""


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
