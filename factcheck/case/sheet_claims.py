"""From the rows of a sheet to changes: which column says what, and which article a row names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.changes import ImportClaim
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

PARTICULARS = (
    "speaker", "speaker_role", "party", "made_on", "claim_where", "claim_url",
    "claim_archive_url", "event", "why_chosen", "state", "assigned_to", "due", "priority",
)  # fmt: skip
"""Fields of a claim that a cell fills as it is."""


class ArticleNames(NamedTuple):
    """What an article may be called in a sheet: names are folded; each stands for one article."""

    ids: Mapping[str, str]

    def id_of(self, name: str) -> str | None:
        """Return the id of the article with that title, own id or id; None where none has it."""
        return self.ids.get(_folded(name))


def article_names(connection: Connection) -> ArticleNames:
    """Return by what names the articles under check are known; a title that two have is none."""
    found = connection.exec_driver_sql(
        "SELECT id, external_id, title FROM documents WHERE under_check = 1"
    ).all()
    ids: dict[str, str] = {}
    shared: set[str] = set()
    for id, external_id, title in found:
        for name in {_folded(name) for name in (id, external_id, title) if name}:
            if ids.setdefault(name, id) != id:
                shared.add(name)
    return ArticleNames({name: id for name, id in ids.items() if name not in shared})


def claims_of_rows(
    rows: Iterable[Sequence[str]],
    columns: Mapping[str, int],
    *,
    document_id: str | None = None,
    articles: ArticleNames | None = None,
) -> Iterator[ImportClaim | FactcheckError]:
    """Give a change for each row, in order; an error for a row that cannot be a claim.

    columns: field to number of its column, as guess_columns gives it.
    document_id: the article of rows that name none; articles: what the others may be called.
    Give both what comes out to ``Case.do_all``: the group is then undone at once.
    """
    for row in rows:
        cells = {field: row[at] for field, at in columns.items() if at < len(row) and row[at]}
        try:
            yield _claim(cells, _article(cells, document_id, articles))
        except FactcheckError as refused:
            yield refused


def _article(
    cells: Mapping[str, str], document_id: str | None, articles: ArticleNames | None
) -> str | None:
    name = cells.get("article", "")
    if not name or articles is None:
        return document_id
    found = articles.id_of(name)
    if found is None and document_id is None:
        raise FactcheckError(f"No article under check, or more than one, is called “{name}”.")
    return found or document_id


def _claim(cells: Mapping[str, str], document_id: str | None) -> ImportClaim:
    checks = cells.get("checks", "fact").casefold()
    if checks not in ("fact", "attribution"):
        raise FactcheckError(f"“checks” cannot be “{checks}”. It can be: fact, attribution.")
    tags = cells.get("tags", "").replace(";", ",").replace("|", ",").split(",")
    return ImportClaim(
        wording=cells.get("wording", ""),
        quote=canonical_quote(cells.get("quote", "")),
        prefix=canonical_quote(cells.get("prefix", "")),
        suffix=canonical_quote(cells.get("suffix", "")),
        document_id=document_id,
        checks="attribution" if checks == "attribution" else "fact",
        tags=tuple(tag.strip() for tag in tags if tag.strip()),
        particulars={name: cells[name] for name in PARTICULARS if name in cells},
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
