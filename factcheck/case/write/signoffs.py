"""Sign-offs: what an article that was called checked is worth once its text changed."""

from factcheck.case.models import Document, Signoff
from factcheck.case.transaction import Transaction
from factcheck.text.changed_lines import changed_lines

_NAMED = 3
_SHOWN = 60


def lapse_signoffs(tx: Transaction, document: Document, number: int, old: str, new: str) -> None:
    """Let the standing sign-offs of a document lapse, and say which lines changed since.

    number: of the new version. To be called before the entry that makes the version.
    """
    standing = tx.find(Signoff, document_id=document.id, status="standing")
    if not standing:
        return
    why = _why(number, old, new, document.language)
    for signoff in standing:
        tx.change(signoff, {"status": "lapsed", "lapsed_why": why})


def _why(number: int, old: str, new: str, language: str) -> str:
    lines = changed_lines(old, new, language)
    told: list[str] = []
    if lines.changed:
        quotes = [f"“{_short(span.of(new))}”" for span in lines.changed[:_NAMED]]
        more = len(lines.changed) - len(quotes)
        what = "1 line is" if len(lines.changed) == 1 else f"{len(lines.changed)} lines are"
        told.append(
            f"{what} new or changed: {', '.join(quotes)}" + (f" and {more} more" if more else "")
        )
    only_gone = lines.gone - len(lines.changed)
    if only_gone > 0:
        told.append("1 line is gone" if only_gone == 1 else f"{only_gone} lines are gone")
    if not told:
        told.append("no line changed, but their order or spacing did")
    return f"Version {number}: {'; '.join(told)}."


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
