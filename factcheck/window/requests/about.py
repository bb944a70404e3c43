"""What a request is about: one claim, several, or an article; and the text drafted from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck.case.read.claims import claim
from factcheck.case.read.documents import document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

# By this name the words are found for the catalogues of other languages.
translate = QCoreApplication.translate


class About(NamedTuple):
    """Claims with their numbers and wordings, or an article; author: who wrote the article."""

    claim_ids: tuple[str, ...] = ()
    claim_nos: tuple[int, ...] = ()
    wordings: tuple[str, ...] = ()
    document_id: str | None = None
    title: str = ""
    author: str = ""


def about_claims(connection: Connection, claim_ids: Sequence[str]) -> About:
    """Read what is asked about some claims; raises FactcheckError where one is gone."""
    rows = sorted((claim(connection, id) for id in claim_ids), key=lambda row: row.claim_no)
    articles = dict.fromkeys(row.document_id for row in rows if row.document_id)
    author = document(connection, next(iter(articles))).byline if len(articles) == 1 else ""
    return About(
        tuple(row.id for row in rows),
        tuple(row.claim_no for row in rows),
        tuple(row.wording for row in rows),
        author=author,
    )


def about_article(connection: Connection, document_id: str) -> About:
    """Read what is asked about an article as a whole."""
    row = document(connection, document_id)
    return About(document_id=row.id, title=row.title, author=row.byline)


def told(about: About) -> str:
    """Say in one line what is asked about."""
    if about.claim_ids:
        numbers = ", ".join(map(str, about.claim_nos))
        many = len(about.claim_ids) > 1
        words = (
            translate("RequestDrafts", "About claims {0}")
            if many
            else translate("RequestDrafts", "About claim {0}")
        )
        return words.format(numbers)
    return translate("RequestDrafts", "About the article “{0}”").format(about.title)


def draft(kind: str, about: About) -> str:
    """Write the text of a request, to be changed: it quotes each wording as it is."""
    quoted = "\n".join(f"“{wording}”" for wording in about.wordings)
    if not quoted:
        return _article(kind).format(about.title)
    texts = {
        "author": translate("RequestDrafts", "Your text says:\n{0}\nWhere does this come from?"),
        "source": translate(
            "RequestDrafts",
            "We are checking this statement:\n{0}\nIs it right, and how do you know?",
        ),
        "reply": translate(
            "RequestDrafts", "We plan to publish this statement:\n{0}\nWhat do you say to it?"
        ),
    }
    return texts[kind].format(quoted)


def _article(kind: str) -> str:
    texts = {
        "author": translate(
            "RequestDrafts", "We are checking your text “{0}”. Which sources did you use?"
        ),
        "source": translate(
            "RequestDrafts", "We are checking the text “{0}”, in which you are a source."
        ),
        "reply": translate(
            "RequestDrafts", "We plan to publish the text “{0}”. What do you say to it?"
        ),
    }
    return texts[kind]
