"""What is said of the cells of the grid, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.case.read.grid import STANDS_HERE
from factcheck.window.evidence.words import word_for_stance
from factcheck.window.times import given_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.case.grid import GridCell, GridRow
    from factcheck.case.read.grid import GridClaim, GridDocument

_SAYS_NOTHING: Final = QT_TRANSLATE_NOOP("Grid", "says nothing")
_STANDS_HERE: Final = QT_TRANSLATE_NOOP("Grid", "the claim stands here")
_DIFFERS: Final = QT_TRANSLATE_NOOP("Grid", "differs: {0}")
_SPOKEN: Final = QT_TRANSLATE_NOOP("Grid", "Claim {0}, {1}: {2}")
_HINT: Final = QT_TRANSLATE_NOOP("Grid", "hint, not linked")


def _tr(words: object) -> str:
    return QCoreApplication.translate("Grid", str(words))


def says_nothing() -> str:
    """Say that a document is linked to other claims, not to this one."""
    return _tr(_SAYS_NOTHING)


def not_linked() -> str:
    """Say that a cell shows what the program found, and nobody linked."""
    return _tr(_HINT)


def name_of(document: GridDocument) -> str:
    """Call a document in few words: its outlet, else its title."""
    return document.outlet or document.title


def word_for_role(role: str) -> str:
    """Name a stance, or that the claim itself stands there."""
    return _tr(_STANDS_HERE) if role == STANDS_HERE else word_for_stance(role)


def beside(cell: GridCell) -> str:
    """Say who says it, where it stands and when: "Hale, ¶ 2, 12 Mar, 17:58"."""
    link = cell.link
    return ", ".join(filter(None, (cell.who, link.where, given_moment(link.published))))


def spoken_cell(claim: GridClaim, document: GridDocument, cells: tuple[GridCell, ...]) -> str:
    """Say a cell whole, for who hears it."""
    said = "; ".join(_spoken(cell) for cell in cells) or says_nothing()
    return _tr(_SPOKEN).format(claim.claim_no, name_of(document), said)


def _spoken(cell: GridCell) -> str:
    parts = [word_for_role(cell.link.role), cell.words]
    if cell.telling.differs:
        parts.append(_tr(_DIFFERS).format(" ".join(cell.why)))
    return ", ".join(filter(None, (*parts, beside(cell))))


def versions_in_words(row: GridRow, documents: Sequence[GridDocument]) -> str:
    """List which versions of a claim are told, and by whom; "" where nothing sets them apart."""
    if row.versions < 2:
        return ""
    told: dict[int, tuple[str, list[str]]] = {}
    for document in documents:
        for cell in row.cells.get(document.id, ()):
            version = cell.telling.version
            if version:
                _, names = told.setdefault(version, (cell.words, []))
                if name_of(document) not in names:
                    names.append(name_of(document))
    return " · ".join(f"{words} ({', '.join(names)})" for _, (words, names) in sorted(told.items()))
