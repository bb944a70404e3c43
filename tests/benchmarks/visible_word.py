"""How much of what LibreOffice shows of a Word file is loaded, or named as left out.

    python -m tests.benchmarks.visible_word FOLDER [--worst N]

Each .docx of FOLDER is printed to a PDF by LibreOffice, offline and in a profile of its own, and
the words of its pages are compared with those of the text and those counted as left out. Headers
stand on every page and count once. Words that a cell or a box breaks are looked for without blanks.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2

from factcheck.errors import FactcheckError
from factcheck.ingest import docx
from tests.benchmarks.visible import Shown, report, size, words


def main() -> None:
    """Measure the Word files of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=10)
    arguments = parser.parse_args()
    office = shutil.which("soffice")
    if office is None:
        sys.exit("There is no LibreOffice; this benchmark needs it to show the files.")
    files = sorted(arguments.folder.glob("*.docx"))
    with tempfile.TemporaryDirectory() as made:
        profile = f"-env:UserInstallation={Path(made).as_uri()}/profile"
        to_pdf = ("--headless", "--convert-to", "pdf", "--outdir", made)
        subprocess.run([office, profile, *to_pdf, *files], check=True, capture_output=True)
        rows = [shown(path, Path(made, f"{path.stem}.pdf")) for path in files]
    report("Word files", [row for row in rows if row.characters > 1], arguments.worst)


def shown(path: Path, pdf: Path) -> Shown:
    seen = words(printed(pdf)) if pdf.exists() else Counter()
    try:
        loaded, left_out = docx.account(path.read_bytes(), path.name)
        text = loaded.text
    except FactcheckError as error:
        print(f"    {path.name} was refused: {error}")
        text, left_out = "", ""
    seen_only, named, whole = seen - words(text), words(left_out), run_on(text)
    missing = Counter({word: times for word, times in seen_only.items()
                       if word not in named and word not in whole})  # fmt: skip
    total = max(1, size(seen))
    loaded_share = 1 - size(seen_only) / total
    return Shown(path.name, total, loaded_share, 1 - size(missing) / total, missing)


def run_on(text: str) -> str:
    """Return the letters and figures of a text without what parts them."""
    return "".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def printed(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


if __name__ == "__main__":
    main()
