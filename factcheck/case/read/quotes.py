"""The quotations of an article, looked up in the sources of the case.

Derived, never stored: what it says follows from the texts alone. Long work: the texts are read in
short statements and compared outside of any, beside the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.hand_over import HandOver
from factcheck.case.read.chunks import rows
from factcheck.case.read.documents import document, text
from factcheck.case.read.table import columns_of
from factcheck.text.paragraphs import paragraph_number, paragraphs
from factcheck.text.quotations import quotations
from factcheck.text.quote_check import Shelf
from factcheck.text.said_by import attributions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.read.documents import TextRow
    from factcheck.case.read.table import Facts, Table
    from factcheck.text.quote_check import Found
    from factcheck.text.quote_differences import Difference

# Texts of one statement: some milliseconds.
_AT_ONCE = 100


class Source(NamedTuple):
    """A source in which quotations are looked up, with the version whose text it was."""

    id: str
    version_id: str
    title: str
    external_id: str
    text_sha256: str


class CheckedQuote(NamedTuple):
    """A quotation of an article and what became of it in the sources.

    id: its number in the article, from 1. quote: its words. start, end: code points of the
    article's version. depth: in how many other quotations it stands. is_scare: a word or two.
    speaker, cue: who is named beside it, and by which words; "" for nobody.
    state: exact, differs or not found; an article's word or two is only looked for as it is.
    source: None where it is not found, else source_start, source_end and source_words say where.
    score: 0-100, the letters in common. others: further sources with the same words.
    differences: their quote spans are positions in quote, their source spans in the source's text.
    """

    id: str
    document_id: str
    version_id: str
    quote: str
    start: int
    end: int
    paragraph: int
    depth: int
    is_scare: bool
    speaker: str
    cue: str
    state: str
    source: Source | None
    source_start: int | None
    source_end: int | None
    source_words: str
    score: float
    others: tuple[Source, ...]
    differences: tuple[Difference, ...]


def check_quotes(case: Case, document_id: str, kept: KeptShelf | None = None) -> list[CheckedQuote]:
    """Return the quotations of a document's current version in their order, looked up.

    Sources are the documents of the case that are marked as such and have a text, the document
    itself left out; primary ones first, then in the order in which they were added.
    kept: the texts of an earlier call, to be used again.
    Raises FactcheckError where the document is not in the case.
    """
    article = case.read(text, document_id)
    if not article.text:
        return []
    sources = [one for one in case.read(_sources) if one.id != document_id]
    shelf = (kept or KeptShelf()).of(case, sources)
    return list(_checked(article, case.read(document, document_id).language, sources, shelf))


def _checked(
    article: TextRow, language: str, sources: Sequence[Source], shelf: Shelf
) -> Iterator[CheckedQuote]:
    quoted = quotations(article.text)
    named = attributions(article.text, quoted, language)
    blocks = paragraphs(article.text)
    found = shelf.find_all(
        [one.words(article.text) for one in quoted], [not one.is_scare for one in quoted]
    )
    for number, (one, said, where) in enumerate(zip(quoted, named, found, strict=True), 1):
        yield CheckedQuote(
            str(number),
            article.document_id,
            article.version_id,
            one.words(article.text),
            one.start,
            one.end,
            paragraph_number(blocks, one.start),
            one.depth,
            one.is_scare,
            said.speaker,
            said.cue,
            str(where.state),
            *_place(where, sources, shelf),
            where.score,
            tuple(sources[other] for other in where.others),
            where.differences,
        )


def _place(
    where: Found, sources: Sequence[Source], shelf: Shelf
) -> tuple[Source | None, int | None, int | None, str]:
    if where.source is None:
        return None, None, None, ""
    words = shelf.text(where.source)[where.start : where.end]
    return sources[where.source], where.start, where.end, words


def _sources(connection: Connection) -> list[Source]:
    return [
        Source(*row)
        for row in rows(
            connection,
            "SELECT d.id, v.id, d.title, d.external_id, v.text_sha256 FROM documents d"
            " JOIN versions v ON v.id = d.current_version WHERE d.source = 1"
            " ORDER BY d.standing = 'primary' DESC, d.added_at, d.rowid",
        )
    ]


def _bodies(connection: Connection, hashes: Sequence[str]) -> dict[str, str]:
    marks = ", ".join("?" * len(hashes))
    return {
        sha256: body or ""
        for sha256, body in rows(
            connection, f"SELECT sha256, body FROM texts WHERE sha256 IN ({marks})", *hashes
        )
    }


class KeptShelf:
    """The last texts that were made ready to be searched, as long as they are the same ones.

    Who asks again and again (the window) keeps one; a redacted text makes another list of them.
    """

    def __init__(self) -> None:
        self._made: tuple[tuple[str, ...], Shelf] | None = None

    def of(self, case: Case, sources: Sequence[Source]) -> Shelf:
        """Return the texts of the sources, ready; a source without a text is empty there."""
        hashes = tuple(one.text_sha256 for one in sources)
        if self._made is None or self._made[0] != hashes:
            bodies: dict[str, str] = {}
            for start in range(0, len(hashes), _AT_ONCE):
                bodies |= case.read(_bodies, hashes[start : start + _AT_ONCE])
            self._made = hashes, Shelf([bodies.get(one, "") for one in hashes])
        return self._made[1]


_COLUMNS = columns_of(
    "article paragraph quote speaker cue state source differences source_words also_in score"
    " start end source_start source_end external_id document_id article_id",
    numbers="paragraph score start end source_start source_end",
    quotes="quote differences source_words",
)


def quotes_table(
    case: Case, checked: Sequence[CheckedQuote], hand: HandOver | None = None
) -> Table:
    """Return checked quotations of one article as a table to hand over."""
    hand = hand or HandOver(case)
    title = case.read(document, checked[0].document_id).title if checked else ""

    def read() -> Iterator[Facts]:
        for one in checked:
            source = one.source
            yield {
                "article": title,
                "paragraph": one.paragraph,
                "quote": one.quote,
                "speaker": one.speaker,
                "cue": one.cue,
                "state": one.state,
                "source": source.title if source else "",
                "differences": "; ".join(map(difference_words, one.differences)),
                "source_words": one.source_words,
                "also_in": " | ".join(
                    hand.name_of(other.id) or other.title for other in one.others
                ),
                "score": round(one.score),
                "start": one.start,
                "end": one.end,
                "source_start": one.source_start,
                "source_end": one.source_end,
                "external_id": source.external_id if source else "",
                "document_id": source.id if source else "",
                "article_id": one.document_id,
            }

    return hand.table("quotations", _COLUMNS, read(), len(checked), case.head.fingerprint)


def difference_words(one: Difference) -> str:
    """Return a difference as words: what the article has, and what the source has."""
    if one.kind == "added":
        return f"“{one.said}” is not in the source"
    if one.kind == "left out":
        return f"“{one.stands}” is left out"
    return f"“{one.said}” for “{one.stands}”"
