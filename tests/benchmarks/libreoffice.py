"""Do the exports open right in LibreOffice? Converts them headless and compares every cell.

Usage: python tests/benchmarks/libreoffice.py [ROWS]

Of each table and both modes: how many cells LibreOffice shows as they were written,
how many it shows as other text, and how many became formulas, dates or errors. ``exact`` is
opened with "format quoted field as text", as the manual says; ``spreadsheet`` as a double click
opens it.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from large_case import make_large_case

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AskRequest,
    Edit,
    LinkEvidence,
    MarkClaim,
    PublishVerdict,
    RateClaim,
)
from factcheck.case.read.tables import TABLES, table
from factcheck.case.read.verdicts import verdicts_of
from factcheck.export.csv_file import write_csv
from factcheck.ingest.loaded import Loaded

BY = "=Zoë+Ångström"
AWKWARD = (
    "=1+1", '=HYPERLINK("https://example.org")', "+44 20 7946 0958", "-5", "-5 % in Łódź",
    "@handle", "007", "1e5", "2020-11-17", "3/4", "TRUE", "1,150", "1.150", " lead", "trail ",
    "東京 😀", "شراكة \u200f١٢", "a\nb\n\nc", 'say "no"', "x;y,z\tw", "'already", "e\u0301",
    "\u00a0NBSP", "12:30", "5%",
)  # fmt: skip
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
QUOTED_IS_TEXT = {"exact": "true", "spreadsheet": "false"}


def make_case(path: Path, claims: int) -> None:
    """Make a case of plain rows and of rows with what spreadsheets stumble over."""
    make_large_case(path, claims, documents=20, entries=True)
    with Case.open(path) as case:
        for number, words in enumerate(AWKWARD):
            text = f"{words} – {number}. Said in Zürich."
            adding = AddDocument(
                Loaded(text=text, snapshot=text.encode(), media_type="text/plain",
                       reader="plain", reader_version="1", title=words),
                under_check=True,
            )  # fmt: skip
            document = case.do(adding, by=BY).ids[0]
            marked = case.do(MarkClaim(document, 0, len(text) - 1, speaker=words), by=BY)
            case.do(LinkEvidence(marked.ids, document, "context", 0, 5, note=words), by=BY)
            case.do(RateClaim(marked.ids[0], "Mixed", words), by=BY)
            case.do(Edit("claim", marked.ids[0], {"event": words}), by=BY)
            asking = AskRequest("author", to_whom=words, text=words, claim_ids=marked.ids)
            case.do(asking, by=BY)
            (verdict,) = case.read(verdicts_of, marked.ids[0])
            case.do(PublishVerdict(verdict.id, "https://example.org/łódź", "2026-03-12"), by=BY)
            corrected = RateClaim(
                marked.ids[0], "False", words, what_was_wrong=words, correction_note=words
            )
            case.do(corrected, by=BY)


def convert(soffice: str, path: Path, mode: str, folder: Path) -> Path:
    """Open a CSV in LibreOffice and store what it took it for as flat XML."""
    # Comma, quote, UTF-8, from line 1, no column types, English (US), quoted as text, no
    # special numbers.
    options = f"44,34,76,1,,1033,{QUOTED_IS_TEXT[mode]},false"
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         f"--infilter=CSV:{options}", "--convert-to", "fods", "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder / f"{path.stem}.fods"


def shown(path: Path) -> list[list[tuple[str, str]]]:
    """Return the sort and the text of every cell of the first sheet."""
    sheet = ElementTree.parse(path).getroot().find(f".//{TABLE}table")
    read: list[list[tuple[str, str]]] = []
    for row in sheet.iter(f"{TABLE}table-row") if sheet is not None else ():
        cells: list[tuple[str, str]] = []
        for cell in row.findall(f"{TABLE}table-cell"):
            sort = "formula" if cell.get(f"{TABLE}formula") else cell.get(f"{OFFICE}value-type", "")
            text = "\n".join(_text(part) for part in cell.findall(f"{TEXT}p"))
            repeated = min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 200)
            cells.extend([(sort, text)] * repeated)
        read.append(cells)
    return read


def _text(element: ElementTree.Element) -> str:
    """Return the text of a paragraph; ODF writes runs of spaces and tabs as elements."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            parts.append(" " * int(child.get(f"{TEXT}c", "1")))
        elif child.tag == f"{TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{TEXT}line-break":
            parts.append("\n")
        else:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def compare(written: list[list[str]], read: list[list[tuple[str, str]]]) -> Counter[str]:
    """Count the cells by what became of them."""
    counts: Counter[str] = Counter()
    counts["rows missing"] = max(0, len(written) - len(read))
    for row, cells in zip(written, read, strict=False):
        for at, cell in enumerate(row):
            sort, text = cells[at] if at < len(cells) else ("", "")
            if sort in ("formula", "date", "time", "percentage", "boolean", "currency"):
                counts[sort] += 1
                counts.update([f"e.g. {cell[:20]!r}"] if counts[sort] < 3 else [])
            elif text == cell:
                counts["same"] += 1
            else:
                counts["other"] += 1
                counts.update(
                    [f"e.g. {cell[:30]!r} as {text[:30]!r}"] if counts["other"] < 4 else []
                )
    return counts


def cells_of(path: Path) -> list[list[str]]:
    """Read a CSV back."""
    csv.field_size_limit(10**8)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def main() -> None:
    """Print a line for each table and mode."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("Skipped: there is no LibreOffice (soffice) on this machine.")
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_case(folder / "case.factcheck", rows)
        with Case.open(folder / "case.factcheck", read_only=True) as case:
            for asked in TABLES:
                for mode in ("exact", "spreadsheet"):
                    path = folder / f"{asked}-{mode}.csv"
                    report = write_csv(table(case, asked), path, mode)  # type: ignore[arg-type]  # one of two
                    counts = compare(cells_of(path), shown(convert(soffice, path, mode, folder)))
                    told = ", ".join(f"{what} {n}" for what, n in counts.items())
                    print(f"{asked} {mode}: {report.rows} rows, guarded"
                          f" {len(report.changed_cells)}: {told}")  # fmt: skip


if __name__ == "__main__":
    main()
