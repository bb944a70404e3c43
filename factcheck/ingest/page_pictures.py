"""A page of a PDF as a picture, and how the child sends it. Imports no parser."""

import base64
from dataclasses import dataclass


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


def as_json(picture: PagePicture) -> dict[str, object]:
    """Return a picture as JSON can carry it."""
    pixels = base64.b64encode(picture.pixels).decode("ascii")
    return {
        "number": picture.number, "pages": picture.pages,
        "width": picture.width, "height": picture.height, "pixels": pixels,
    }  # fmt: skip


def from_json(told: object) -> PagePicture:
    """Return the picture that as_json wrote.

    Raises TypeError or ValueError where it is none: the child is not to be trusted.
    """
    if not isinstance(told, dict):
        raise TypeError("the child gave no picture")
    number, pages, width, height = (
        int(told[key]) for key in ("number", "pages", "width", "height")
    )
    pixels = base64.b64decode(str(told["pixels"]), validate=True)
    if min(width, height) < 1 or len(pixels) != 4 * width * height:
        raise ValueError("the picture has another size")
    return PagePicture(number, pages, width, height, pixels)
