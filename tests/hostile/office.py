"""Office files made by hand: the least that the usual programs open, and what is wrong with it."""

import io
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
BOUND = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())


class Link(NamedTuple):
    """A relation: its id, the last word of its type, and its target."""

    id: str
    kind: str
    target: str
    mode: str = ""


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def relations(*links: Link) -> str:
    """Return a part of relations."""
    told = "".join(
        f'<Relationship Id="{each.id}" Type="{KINDS}{each.kind}" Target="{each.target}"'
        + (f' TargetMode="{each.mode}"' if each.mode else "")
        + "/>"
        for each in links
    )
    return f"{RELS}{told}</Relationships>"


def word_members(
    body: str,
    parts: Mapping[str, str | bytes] | None = None,
    links: tuple[Link, ...] = (),
    types: Mapping[str, str] | None = None,
    main: str = "word/document.xml",
    before: str = "",
) -> dict[str, str | bytes]:
    """Return the members of a Word file with that body.

    parts: further members under their names; types: content types by extension; before: what
    stands in the document before its body.
    """
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml",
             "xml": "application/xml", **(types or {})}  # fmt: skip
    defaults = "".join(f'<Default Extension="{a}" ContentType="{b}"/>' for a, b in kinds.items())
    own = f'<Override PartName="/{main}" ContentType="{WORD}document.main+xml"/>'
    folder, _, file = main.rpartition("/")
    return {
        "[Content_Types].xml": f"{TYPES}{defaults}{own}</Types>",
        "_rels/.rels": relations(Link("r1", "officeDocument", main)),
        main: f"<w:document{BOUND}>{before}<w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": relations(*links),
        **{name: _bound(data) for name, data in (parts or {}).items()},
    }


def word(*args: object, **more: object) -> bytes:
    """Return a Word file; see word_members."""
    return packed(word_members(*args, **more))  # type: ignore[arg-type]


def paragraph(text: str, run: str = "", about: str = "") -> str:
    """Return a paragraph; run and about: what its run's and its own properties hold."""
    own = f"<w:pPr>{about}</w:pPr>" if about else ""
    return f"<w:p>{own}{run_of(text, run)}</w:p>"


def run_of(text: str, properties: str = "") -> str:
    """Return a run of letters."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _bound(data: str | bytes) -> str | bytes:
    """Put the namespaces into the first element of a part that is XML."""
    if isinstance(data, bytes) or not data.startswith("<") or "xmlns" in data[:200]:
        return data
    end = min(at for at in (data.find(">"), data.find(" "), data.find("/>")) if at > 0)
    return data[:end] + BOUND + data[end:]
