"""Which reader reads a file: told by its bytes and its name, which have to agree."""

from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from factcheck.errors import FactcheckError
from factcheck.ingest import plain
from factcheck.ingest.loaded import Loaded
from factcheck.text import unseen
from factcheck.text.canonical import canonical

MAX_BYTES = 64 * 2**20
"""The largest file that is read: a book as a PDF has 10 MB, and parsers need ten times the size."""

Format = Literal["text", "markdown", "html", "pdf", "docx"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    # Macros are never run, and lie in a part that is not read.
    ".docm": "docx",
}
NEEDS_CHILD: frozenset[Format] = frozenset(("html", "markdown", "pdf", "docx"))
"""Formats that are parsed: that is done in a limited process (worker.py)."""

_CAN_BE_ADDED = (
    "Files that can be added: .txt, .md, .html, .pdf, .docx, and .jsonl or .csv with many "
    "documents."
)
_NAMES: dict[Format, str] = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "a web page",
    "pdf": "a PDF",
    "docx": "a Word document",
}
_MAGIC = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a sound, film or picture file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"SQLite format 3\x00", "a database"),
    (b"%!PS", "a PostScript file"),
)
_ZIP_PARTS = (
    (b"word/document", ""),
    (b"xl/workbook", "an Excel workbook"),
    (b"ppt/presentation", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an EPUB book"),
)
_WORD_AS_XML = (b"schemas.microsoft.com/office/2006/xmlpackage", b"office/word/2003/wordml")


def read_bytes(data: bytes, name: str) -> Loaded:
    """Read one document in this process; the parsers it needs are imported then.

    name: the file's name, for its suffix and for sentences.
    Raises FactcheckError with one sentence that names the file.
    """
    return read_as(format_of(data, name), data, name)


def read_pasted(text: str) -> Loaded:
    """Read what was pasted; raises FactcheckError where it is blank."""
    return plain.read_pasted(text)


def read_as(kind: Format, data: bytes, name: str) -> Loaded:
    """Read data as one format; see read_bytes."""
    # The parsers cost 0.2 s and 40 MB; who reads plain text does without them.
    if kind == "html":
        from factcheck.ingest import html

        return _clean(html.read(data, name))
    if kind == "pdf":
        from factcheck.ingest import pdf

        return _clean(pdf.read(data, name))
    if kind == "docx":
        from factcheck.ingest import docx

        return _clean(docx.read(data, name))
    return _clean(plain.read_markdown(data, name) if kind == "markdown" else plain.read(data, name))


def format_of(data: bytes, name: str) -> Format:
    """Say which format a file has; raises FactcheckError where its name says another."""
    check_size(len(data), name)
    suffix = PurePath(name).suffix.lower()
    if suffix in (".jsonl", ".ndjson", ".csv"):
        raise FactcheckError(f"“{name}” holds many documents; it cannot be read as one.")
    seen = _by_bytes(data, name)
    said = SUFFIXES.get(suffix)
    if said is None:
        if suffix and not seen:
            raise FactcheckError(f"“{name}” is of a type that cannot be read. {_CAN_BE_ADDED}")
        if suffix:
            raise FactcheckError(_wrong(name, seen or "text"))
        return seen or "text"
    if seen is None:
        if said in ("pdf", "docx"):
            raise FactcheckError(
                f"“{name}” is not {_NAMES[said]}: the file is damaged or misnamed."
            )
        return said
    # A Markdown file may begin with HTML, and a page may be kept as the text that it is.
    if seen != said and not (seen == "html" and said == "markdown"):
        raise FactcheckError(_wrong(name, seen))
    return said


def check_size(size: int, name: str) -> None:
    """Raise FactcheckError where a file is empty or too large to be read."""
    if size == 0:
        raise FactcheckError(f"“{name}” is empty.")
    if size > MAX_BYTES:
        raise FactcheckError(
            f"“{name}” is too large: {size // 2**20} MB, and at most {MAX_BYTES // 2**20} MB can "
            "be read."
        )


def _by_bytes(data: bytes, name: str) -> Format | None:
    """Return the format that a file's first bytes give away; None for any text."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise FactcheckError(f"“{name}” is {what}, which cannot be read. {_CAN_BE_ADDED}")
    if head.startswith(b"PK\x03\x04"):
        return _zip_format(data, name)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise FactcheckError(
                f"“{name}” is encrypted. Save it without its password and add it again."
            )
        raise FactcheckError(
            f"“{name}” is a file of an old Office, which cannot be read. Save it as .docx and add "
            "it again."
        )
    start = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head")):
        return "html"
    if start.startswith(b"<?xml") and b"<html" in start:
        return "html"
    if start.startswith(b"<?xml") and any(mark in start for mark in _WORD_AS_XML):
        raise FactcheckError(
            f"“{name}” is a Word document kept as one XML file, which cannot be read. Open it in "
            "Word, save it as .docx, and add that."
        )
    return None


def _zip_format(data: bytes, name: str) -> Format:
    for part, what in _ZIP_PARTS:
        # Names stand unpacked in an archive, so none of it has to be opened yet.
        if part in data:
            if not what:
                return "docx"
            raise FactcheckError(f"“{name}” is {what}, which cannot be read. {_CAN_BE_ADDED}")
    suffix = PurePath(name).suffix.lower()
    if b"[Content_Types].xml" in data and SUFFIXES.get(suffix) == "docx":
        # Word finds its document by a link, wherever it lies.
        return "docx"
    raise FactcheckError(f"“{name}” is a ZIP archive. Unpack it and add the files that are in it.")


def _wrong(name: str, seen: Format) -> str:
    suffix = {"pdf": ".pdf", "docx": ".docx", "html": ".html"}.get(seen, ".txt")
    return (
        f"“{name}” is {_NAMES[seen]}, which its name does not say. Rename it to end in {suffix} "
        "and add it again."
    )


def _clean(loaded: Loaded) -> Loaded:
    """Put what a file says of itself into canonical form, on one line each.

    What it does not show is said once more as a warning, with how much it is.
    """
    hidden = unseen.told(loaded.text, loaded.unseen)
    return replace(
        loaded,
        title=_line(loaded.title),
        byline=_line(loaded.byline),
        outlet=_line(loaded.outlet),
        published=_line(loaded.published),
        language=_line(loaded.language),
        url=_line(loaded.url),
        warnings=(*loaded.warnings, hidden) if hidden else loaded.warnings,
    )


def _line(fact: str) -> str:
    shown = "".join(mark if mark.isprintable() else " " for mark in canonical(fact).text)
    return " ".join(shown.replace("\ufffd", " ").split())
