"""Draws pages of a PDF, for looking at an attached file; run in the child (serving.py)."""

import pypdfium2

from factcheck.errors import FactcheckError
from factcheck.ingest.page_pictures import MOST_PIXELS, PagePicture
from factcheck.ingest.pdf import open_pdf


def render(data: bytes, name: str, number: int, width: int) -> PagePicture:
    """Draw a page of a PDF, about width pixels wide; a number out of range is the nearest page.

    Raises FactcheckError where the file is encrypted or broken.
    """
    document = open_pdf(data, name)
    try:
        pages = len(document)
        number = min(max(1, number), pages)
        page = document[number - 1]
        wide, high = page.get_size()
        scale = min(max(1, width) / max(1.0, wide), (MOST_PIXELS / max(1.0, wide * high)) ** 0.5)
        drawn = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
        row = 4 * drawn.width
        body = bytes(drawn.buffer)
        if drawn.stride != row:
            lines = range(drawn.height)
            body = b"".join(body[at * drawn.stride : at * drawn.stride + row] for at in lines)
        return PagePicture(number, pages, drawn.width, drawn.height, body)
    except (pypdfium2.PdfiumError, MemoryError) as error:
        sentence = f"Page {number} of “{name}” cannot be shown: it is damaged."
        raise FactcheckError(sentence) from error
    finally:
        document.close()
