"""What differs and what agrees between a claim and its evidence, in words and in places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factcheck.text.spans import Span

if TYPE_CHECKING:
    from factcheck.case.read.comparing import Pair
    from factcheck.text.differences import Comparison

_KINDS: Final = {
    "number": QT_TRANSLATE_NOOP("Differences", "number"),
    "percent": QT_TRANSLATE_NOOP("Differences", "percent"),
    "money": QT_TRANSLATE_NOOP("Differences", "money"),
    "unit": QT_TRANSLATE_NOOP("Differences", "measure"),
    "date": QT_TRANSLATE_NOOP("Differences", "date"),
    "weekday": QT_TRANSLATE_NOOP("Differences", "weekday"),
    "duration": QT_TRANSLATE_NOOP("Differences", "duration"),
    "range": QT_TRANSLATE_NOOP("Differences", "range"),
    "ordinal": QT_TRANSLATE_NOOP("Differences", "order"),
    "direction": QT_TRANSLATE_NOOP("Differences", "direction"),
    "negation": QT_TRANSLATE_NOOP("Differences", "yes or no"),
    "quantifier": QT_TRANSLATE_NOOP("Differences", "share"),
    "comparison": QT_TRANSLATE_NOOP("Differences", "comparison"),
    "name": QT_TRANSLATE_NOOP("Differences", "name"),
}
_LONGEST: Final = 40


def word_for_kind(kind: str) -> str:
    """Name a kind of difference in the user's language."""
    return QCoreApplication.translate("Differences", str(_KINDS[kind]))


class Told(NamedTuple):
    """One thing that differs or agrees.

    differs: whether it does. kind: in words. claim, evidence: what each says, on one line.
    claim_span, evidence_span: where, in code points of what was compared. why: a sentence.
    """

    differs: bool
    kind: str
    claim: str
    evidence: str
    claim_span: Span
    evidence_span: Span
    why: str

    @property
    def words(self) -> str:
        """Say it in brief: "≠ measure 15 km, here 25 km", "= ten days"."""
        if not self.differs:
            return f"= {short(self.evidence)}"
        words = QCoreApplication.translate("Differences", "≠ {kind} {claim}, here {evidence}")
        said, here = short(self.claim), short(self.evidence)
        return words.format(kind=self.kind, claim=said, evidence=here)


def told(pair: Pair, compared: Comparison | None) -> list[Told]:
    """List what differs, then what agrees; nothing where nothing can be compared."""
    if compared is None:
        return []
    found = [
        Told(
            True,
            word_for_kind(each.kind),
            _one_line(each.claim_span, pair.claim),
            _one_line(each.evidence_span, pair.evidence),
            each.claim_span,
            each.evidence_span,
            each.why,
        )
        for each in compared.differences
    ]
    same = QCoreApplication.translate("Differences", "Both say the same.")
    for agrees in compared.agreements:
        # A figure that is told inside of what differs needs no line of its own.
        if not any(each.evidence_span.overlaps(agrees.evidence_span) for each in found):
            claim = _one_line(agrees.claim_span, pair.claim)
            evidence = _one_line(agrees.evidence_span, pair.evidence)
            kind = word_for_kind(agrees.kind)
            spans = (agrees.claim_span, agrees.evidence_span)
            found.append(Told(False, kind, claim, evidence, *spans, same))
    return found


def in_brief(lines: list[Told]) -> str:
    """Say all of it in one line."""
    return " · ".join(line.words for line in lines)


def on_one_line(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Give a text with each run of white space as one blank, and where its spans are then."""
    at = 0
    kept: list[str] = []
    places: list[int] = []
    for char in text.strip():
        blank = char.isspace()
        places.append(at)
        if not blank or kept[-1:] != [" "]:
            kept.append(" " if blank else char)
            at += 1
    before = len(text) - len(text.lstrip())
    places.append(at)
    last = len(places) - 1

    def moved(place: int) -> int:
        return places[min(max(place - before, 0), last)]

    return "".join(kept), [Span(moved(span.start), moved(span.end)) for span in spans]


def _one_line(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def short(words: str) -> str:
    """Return words for one line, cut with an ellipsis."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
