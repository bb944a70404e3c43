"""How much of the text that a PDF shows is loaded, notes and fields included.

    python -m tests.benchmarks.visible_pdf DATA [--all]

Each page of the PDFs in DATA/files/pdf is flattened by PDFium, so that what its notes and fields
draw is a part of it, and its words are compared with those of the reader, with how often each
stands there; hyphens are left out on both sides. Half of the files, chosen by a hash of their
names, is only read with --all. PDFs without text are refused and not counted.
"""

import argparse
import re
import unicodedata
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from factcheck.errors import FactcheckError
from factcheck.ingest.reader import read_bytes
from tests.benchmarks.visible import Shown, compare, is_kept, report


def main() -> None:
    """Measure the PDFs of a data folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--all", action="store_true", help="also the half that is kept unread")
    arguments = parser.parse_args()
    halves: dict[bool, list[Shown]] = {False: [], True: []}
    for path in sorted((arguments.data / "files" / "pdf").glob("*.pdf")):
        kept = is_kept(path.name)
        if arguments.all or not kept:
            row = shown(path)
            if row is not None:
                halves[kept].append(row)
    for kept, rows in halves.items():
        if rows:
            report("kept unread" if kept else "read", rows, 5)


def shown(path: Path) -> Shown | None:
    try:
        loaded = read_bytes(path.read_bytes(), path.name).text
    except FactcheckError as error:
        print(f"    {error}")
        return None
    return compare(path.name, plain(drawn(path)), plain(loaded), "")


def drawn(path: Path) -> str:
    """Return the text of all pages with what their notes and fields draw on them."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    texts = []
    for number in range(len(document)):
        page = document[number]
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        texts.append(document[number].get_textpage().get_text_range())
    return "\n".join(texts)


def plain(text: str) -> str:
    """Return a text without hyphens, and the letters of each right-to-left word in one order.

    PDFium turns some of them round, and the reader turns them back.
    """
    for hyphen in ("\ufffe", "\x02", "-\r\n", "-", "\u2010", "\u00ad"):
        text = text.replace(hyphen, "")
    whole = unicodedata.normalize("NFKC", text)
    return re.sub("[\u0590-\u08ff]+", lambda found: "".join(sorted(found[0])), whole)


if __name__ == "__main__":
    main()
