"""What a sentence about an entry is made from, and the patterns that several actions share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.wording.fields import Detail, Names, details_of, short

if TYPE_CHECKING:
    from factcheck.case.log import Row, RowChange

_ARROW = " → "


class Told(NamedTuple):
    """What a sentence is made from; row(table) gives the image that says most."""

    changes: Sequence[RowChange]
    claim: str
    names: Names

    def row(self, *tables: str) -> Row:
        """Return the values of the first row of these tables: as made, else as it was."""
        for change in self.changes:
            if change.table in tables:
                return {**(change.before or {}), **(change.after or {})}
        return {}

    def id_of(self, table: str) -> str:
        """Return the id of the first row of a table, "" where there is none."""
        return next((change.id for change in self.changes if change.table == table), "")

    def value(self, column: str, *tables: str) -> str:
        """Return one value for a sentence, short, "" where it is not there."""
        return short(str(self.row(*tables).get(column) or ""))


class Action(NamedTuple):
    """verb: for the menu, {claim} filled in. verbs: the same for {n} things. past: the sentence."""

    verb: str
    verbs: str
    past: Callable[[Told], str]


def title_of(told: Told) -> str:
    """Return the title of the document that an entry is about."""
    title = told.value("title", "documents")
    return title or short(told.names.document(told.id_of("documents")))


def where_is(told: Told, table: str) -> str:
    """Return "Agreement, p. 4" for the place or the link that changed."""
    row = told.row(table)
    title = short(told.names.document(str(row.get("document_id", ""))))
    start, version_id = row.get("start"), row.get("version_id")
    place = str(row.get("locator") or "") or told.names.place(
        version_id if isinstance(version_id, str) else None,
        start if isinstance(start, int) else None,
    )
    return f"{title}, {short(place)}" if place else title


def edited(of: Callable[[Told], str]) -> Callable[[Told], str]:
    """Return a sentence that tells the first three fields; of: what they belong to."""

    def sentence(told: Told) -> str:
        fields = [_field(detail) for detail in details_of(told.changes, told.names)]
        more = f" and {len(fields) - 3} more" if len(fields) > 3 else ""
        about = of(told)
        return (f"{about} – " if about else "") + "; ".join(fields[:3]) + more

    return sentence


def _field(detail: Detail) -> str:
    if not detail.before:
        return f"{detail.what} set to {short(detail.after)}"
    if not detail.after:
        return f"{detail.what} emptied, was {short(detail.before)}"
    return f"{detail.what}: {short(detail.before)}{_ARROW}{short(detail.after)}"


def claim_unless_it(told: Told) -> str:
    """Return the claim, "" in its own history."""
    return "" if told.claim == "it" else told.claim


def of_claim(word: str) -> Callable[[Told], str]:
    """Return "place" in the history of a claim, "place of claim 3" elsewhere."""
    return lambda told: word if told.claim == "it" else f"{word} of {told.claim}"


def says(words: str) -> Callable[[Told], str]:
    """Return a sentence from a pattern with {claim}, {title}, {where}, {scale} and the like."""

    def sentence(told: Told) -> str:
        return words.format(
            claim=told.claim,
            title=title_of(told) if "{title}" in words else "",
            wording=told.value("wording", "claims"),
            where=where_is(told, "places") if "{where}" in words else "",
            scale=told.names.scale(str(told.row("properties").get("scale_id", "")))
            if "{scale}" in words
            else told.value("name", "scales"),
            reason=told.value("reason", "approvals", "redactions"),
            url=told.value("published_url", "verdicts"),
        ).removesuffix(": ")

    return sentence
