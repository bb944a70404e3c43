"""Plain text and Markdown: the file's own lines, unchanged."""

import re

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest.blocks import short
from factcheck.ingest.encodings import decode
from factcheck.ingest.loaded import Loaded
from factcheck.text.canonical import canonical
from factcheck.text.landmarks import Landmark, LandmarkKind

_HEADING = re.compile(r"(#{1,6})[ \t]++(?=.)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_FRONT_FIELDS = {
    "title": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "outlet": "outlet",
    "publisher": "outlet",
    "lang": "language",
    "language": "language",
    "url": "url",
}


def read(data: bytes, name: str) -> Loaded:
    """Read a text file; raises FactcheckError where it is binary, undecodable or blank."""
    decoded = decode(data, name)
    text, said = _checked(decoded.text, name)
    return Loaded(
        text=text,
        snapshot=data,
        media_type="text/plain",
        reader="plain",
        reader_version=__version__,
        warnings=(*decoded.warnings, *said),
    )


def read_markdown(data: bytes, name: str) -> Loaded:
    """Read a Markdown file as it is written, marks included; headings are landmarks.

    A block of ``key: value`` lines between ``---`` at its start tells title, author and date.
    """
    decoded = decode(data, name)
    text, said = _checked(decoded.text, name)
    landmarks = _headings(text)
    front = _front_matter(text)
    first = landmarks[0].label if landmarks else ""
    return Loaded(
        text=text,
        snapshot=data,
        media_type="text/markdown",
        reader="markdown",
        reader_version=__version__,
        title=front.get("title", first),
        byline=front.get("byline", ""),
        outlet=front.get("outlet", ""),
        published=front.get("published", ""),
        language=front.get("language", ""),
        url=front.get("url", ""),
        landmarks=landmarks,
        warnings=(*decoded.warnings, *said),
    )


def read_pasted(text: str) -> Loaded:
    """Read what was pasted; its UTF-8 bytes are the snapshot."""
    kept, said = _checked(text, "The pasted text")
    return Loaded(
        text=kept,
        snapshot=text.encode("utf-8", "replace"),
        media_type="text/plain",
        reader="pasted",
        reader_version=__version__,
        warnings=said,
    )


def _checked(raw: str, name: str) -> tuple[str, tuple[str, ...]]:
    text, said = canonical(raw)
    if not text.strip():
        subject = name if name == "The pasted text" else f"“{name}”"
        raise FactcheckError(f"{subject} has no text in it.")
    return text, said


def _headings(text: str) -> tuple[Landmark, ...]:
    found: list[Landmark] = []
    offset, fenced = 0, False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else _HEADING.match(line)
        if heading:
            kind: LandmarkKind = "headline" if heading[1] == "#" and not found else "heading"
            label = line[heading.end() :]
            found.append(Landmark(offset, kind, short(label.rstrip(" \t#") or label[0])))
        offset += len(line) + 1
    return tuple(found)


def _front_matter(text: str) -> dict[str, str]:
    found = _FRONT.match(text)
    facts: dict[str, str] = {}
    for line in found[1].split("\n") if found else ():
        key, colon, value = line.partition(":")
        field = _FRONT_FIELDS.get(key.strip().lower())
        value = value.strip().strip("\"'")
        if colon and field and value:
            facts.setdefault(field, value)
    return facts
