"""Word documents: paragraphs, headings, tables, captions and notes, tracked changes as accepted."""

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest import package
from factcheck.ingest.blocks import Block, join
from factcheck.ingest.loaded import Loaded
from factcheck.text.landmarks import LandmarkKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {_W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")} | {
    _FALLBACK
}
_BOX = _W + "txbxContent"
_STYLES: tuple[tuple[str, LandmarkKind], ...] = (
    (r"^title$", "headline"),
    (r"^subtitle$", "standfirst"),
    (r"^heading \d", "heading"),
    (r"^caption$", "caption"),
)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read(data: bytes, name: str) -> Loaded:
    """Read a DOCX; raises FactcheckError where it is damaged, hostile or has no text in it."""
    package.check(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        walk = _Walk(document)
        joined = join([*walk.blocks(document.element.body), *walk.notes()])
        properties = document.core_properties
        title, byline = properties.title or "", properties.author or ""
        created, language = properties.created, properties.language or ""
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise FactcheckError(
            f"“{name}” is damaged: it could not be opened as a Word document."
        ) from error
    if not joined.text:
        raise FactcheckError(f"“{name}” has no text in it.")
    warnings = walk.warnings()
    if created is not None:
        warnings.append(
            "The date is the one on which the file was made; it may have been published on another."
        )
    return Loaded(
        text=joined.text,
        snapshot=data,
        media_type=MEDIA_TYPE,
        reader="docx",
        reader_version=f"{__version__}; python-docx {docx.__version__}",
        title=title.strip(),
        byline="" if byline.strip().lower() == "python-docx" else byline.strip(),
        published="" if created is None else created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        language=language.strip(),
        landmarks=joined.landmarks,
        warnings=(*warnings, *joined.warnings),
    )


class _Walk:
    """Goes through the XML itself: python-docx leaves out insertions, boxes and controls."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401  # python-docx has no types
        self._document = document
        self._styles = {
            style.style_id: style.name.lower() for style in document.styles if style.name
        }
        self._order: dict[str, list[str]] = {kind: [] for _, kind in _NOTES}
        self._deleted = sum(1 for _ in document.element.body.iter(_W + "del", _W + "moveFrom"))
        self._comments = sum(1 for _ in document.element.body.iter(_W + "commentReference"))

    def blocks(self, parent: Any) -> Iterator[Block]:  # noqa: ANN401
        for child in parent:
            if child.tag == _W + "p":
                yield from self._paragraph(child)
            elif child.tag == _W + "tbl":
                yield from self._table(child)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                # Content controls, custom XML, tracked insertions hold whole blocks.
                yield from self.blocks(child)

    def notes(self) -> Iterator[Block]:
        for part_name, kind in _NOTES:
            order = self._order[kind]
            texts = self._note_texts(part_name, kind) if order else {}
            for number, note_id in enumerate(order, 1):
                if texts.get(note_id, "").strip():
                    label = f"{kind} {number}"
                    yield Block(
                        f"[{self._mark(kind, number)}] {texts[note_id].strip()}", "note", label
                    )

    def warnings(self) -> list[str]:
        said = []
        if self._deleted:
            said.append("The file has tracked changes: deletions were left out, insertions kept.")
        if self._comments:
            said.append("The file has comments in its margin; they are no part of the text.")
        return said

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:  # noqa: ANN401
        yield Block(self._text(paragraph), self._kind(paragraph))
        for box in paragraph.iter(_BOX):
            if not any(up.tag == _FALLBACK for up in box.iterancestors()):
                yield from self.blocks(box)

    def _kind(self, paragraph: Any) -> LandmarkKind | None:  # noqa: ANN401
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = self._styles.get(style.get(_W + "val"), "") if style is not None else ""
        for pattern, kind in _STYLES:
            if re.match(pattern, name):
                return kind
        level = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        return "heading" if level is not None and level.get(_W + "val") != "9" else None

    def _text(self, element: Any) -> str:  # noqa: ANN401
        parts: list[str] = []
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or tag == _BOX:
                continue
            if tag == _W + "t":
                parts.append(child.text or "")
            elif tag in (_W + "tab", _W + "ptab"):
                parts.append("\t")
            elif tag in (_W + "br", _W + "cr"):
                parts.append("\n")
            elif tag == _W + "noBreakHyphen":
                parts.append("\u2011")
            elif tag in (_W + "footnoteReference", _W + "endnoteReference"):
                parts.append(self._reference(child))
            else:
                parts.append(self._text(child))
        return "".join(parts)

    def _reference(self, reference: Any) -> str:  # noqa: ANN401
        kind = "footnote" if reference.tag == _W + "footnoteReference" else "endnote"
        order = self._order[kind]
        order.append(reference.get(_W + "id"))
        return f"[{self._mark(kind, len(order))}]"

    def _mark(self, kind: str, number: int) -> str:
        return str(number) if kind == "footnote" else f"e{number}"

    def _note_texts(self, part_name: str, kind: str) -> dict[str, str]:
        wanted = getattr(RELATIONSHIP_TYPE, part_name.upper())
        for relation in self._document.part.rels.values():
            if relation.reltype == wanted and not relation.is_external:
                parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
                root = etree.fromstring(relation.target_part.blob, parser)
                return {
                    note.get(_W + "id", ""): "\n".join(
                        filter(None, (self._text(each).strip() for each in note.iter(_W + "p")))
                    )
                    for note in root.iter(_W + kind)
                }
        return {}

    def _table(self, table: Any) -> Iterator[Block]:  # noqa: ANN401
        rows = [list(row.iter(_W + "tc")) for row in table.iterchildren(_W + "tr")]
        nested = next(table.iterdescendants(_W + "tbl"), None) is not None
        if nested or max(map(len, rows), default=0) <= 1:
            # A frame around text, or tables in tables: their blocks, one under another.
            for row in table.iterchildren(_W + "tr"):
                for cell in row.iterchildren(_W + "tc"):
                    yield from self.blocks(cell)
            return
        lines = ["\t".join(self._cell(cell) for cell in row).rstrip("\t") for row in rows]
        yield Block("\n".join(line for line in lines if line.strip()), "table")

    def _cell(self, cell: Any) -> str:  # noqa: ANN401
        texts = (self._text(paragraph) for paragraph in cell.iter(_W + "p"))
        return " ".join(" ".join(text.split()) for text in texts if text.strip())
