"""What a checker does: mark claims, link evidence, edit fields."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddPlace,
    Change,
    Edit,
    LinkEvidence,
    MarkClaim,
)
from factcheck.case.read.claims import PlaceRow, claim, places_of
from factcheck.case.read.documents import TextRow, text
from factcheck.case.read.evidence import evidence_of
from factcheck.case.read.naming import thing_named
from factcheck.cli.json_lines import Values, rows_of
from factcheck.cli.opening import checker, claim_id, document_id, opened, output
from factcheck.cli.output import Output, complain, counted, short
from factcheck.cli.quoting import Passage, place_of
from factcheck.cli.sheet import mark_rows
from factcheck.errors import FactcheckError, UsageError
from factcheck.ingest.sheets import is_sheet
from factcheck.text.canonical import canonical_quote

_OF_CLAIM = ("wording", "speaker", "made_on", "checks", "tags")


def mark(options: argparse.Namespace) -> int:
    """Run ``factcheck mark``."""
    passage = Passage.given(options)
    by = checker(options)
    if (options.file is None) == passage.is_empty:
        raise UsageError(
            "Say which words: with --quote, with --start and --end, or many with --from."
        )
    told = [name for name in _OF_CLAIM if getattr(options, name)]
    if told and (options.file or options.claim):
        option = told[0].replace("_", "-").removesuffix("s") if told[0] == "tags" else told[0]
        raise UsageError(f"--{option} tells of one new claim.")
    with opened(options, to_change=True) as case:
        read = case.read(text, document_id(case, options.document))
        out = output(options)
        if options.file is not None and is_sheet(options.file):
            return mark_rows(case, out, read.document_id, Path(options.file), by)
        if options.file is not None:
            return _mark_many(case, out, read, Path(options.file), by)
        span = place_of(read.text, passage)
        if options.claim is not None:
            change: Change = AddPlace(claim_id(case, options.claim), read.document_id, *span)
        else:
            change = MarkClaim(
                read.document_id,
                *span,
                wording=options.wording or "",
                speaker=options.speaker or "",
                made_on=options.made_on or "",
                checks=options.checks or "fact",
                tags=tuple(options.tags or ()),
            )
        done = case.do(change, by=by, via="cli")
        out.warn(done.warnings)
        if options.claim is None:
            _print_claim(case, out, done.ids[0])
        else:
            _print_place(case, out, claim_id(case, options.claim), done.ids[0])
        return 0


def _mark_many(case: Case, out: Output, read: TextRow, path: Path, by: str) -> int:
    """Mark a claim for each row of a file; rows that cannot be marked are named, others go in."""
    rows = rows_of(path)
    changes = (_change_of(read, number, row) for number, row in enumerate(rows, 1))
    failed = False
    outcomes = counted(case.do_all(changes, by=by, via="cli"), total=len(rows), unit="claim")
    for row, outcome in zip(rows, outcomes, strict=True):
        from_id = None if isinstance(row, FactcheckError) else row.get("id")
        if isinstance(outcome, FactcheckError):
            failed = True
            out.thing({"id": None, "from_id": from_id, "error": str(outcome)}, "")
            complain(str(outcome))
        else:
            _print_claim(case, out, outcome.ids[0], {"from_id": from_id, "error": None})
            out.warn(outcome.warnings)
    return 1 if failed else 0


def _change_of(
    read: TextRow, number: int, row: Values | FactcheckError
) -> MarkClaim | FactcheckError:
    try:
        if isinstance(row, FactcheckError):
            raise row
        span = place_of(read.text, Passage.of_row(row))
        return MarkClaim(
            read.document_id,
            *span,
            wording=_word(row, "wording"),
            speaker=_word(row, "speaker"),
            made_on=_word(row, "made_on"),
            checks=_checks(row),
            tags=_tags(row),
        )
    except FactcheckError as wrong:
        name = f"Row {number}"
        if isinstance(row, dict) and row.get("id"):
            name += f" ({row['id']})"
        return FactcheckError(f"{name}: {wrong}")


def _word(row: Values, name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise FactcheckError(f"“{name}” is no text.")
    return canonical_quote(str(value))


def _checks(row: Values) -> Literal["fact", "attribution"]:
    match _word(row, "checks"):
        case "" | "fact":
            return "fact"
        case "attribution":
            return "attribution"
        case word:
            raise FactcheckError(f"“checks” cannot be “{word}”. It can be: fact, attribution.")


def _tags(row: Values) -> tuple[str, ...]:
    tags = row.get("tags") or []
    if isinstance(tags, str):
        tags = tags.split(",")
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise FactcheckError("“tags” is no list of words.")
    return tuple(canonical_quote(tag).strip() for tag in tags if tag.strip())


def _print_claim(case: Case, out: Output, id: str, more: dict[str, object] | None = None) -> None:
    row = case.read(claim, id)
    place = case.read(places_of, id)[0]
    record = {"id": row.id, "claim_no": row.claim_no, "wording": row.wording} | _place(place)
    out.thing(
        record | (more or {}),
        f"claim {row.claim_no}  {row.id[:8]}  {place.start}–{place.end}  {short(row.wording)}",
    )


def _print_place(case: Case, out: Output, claim_id: str, id: str) -> None:
    place = next(row for row in case.read(places_of, claim_id) if row.id == id)
    record = {"id": place.id, "claim_id": claim_id, "claim_no": place.claim_no} | _place(place)
    out.thing(
        record,
        f"claim {place.claim_no}  one more place {place.id[:8]}  {place.start}–{place.end}"
        f"  {short(place.quote)}",
    )


def _place(place: PlaceRow) -> dict[str, object]:
    return {
        "place_id": place.id,
        "document_id": place.document_id,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
    }


def link(options: argparse.Namespace) -> int:
    """Run ``factcheck link``."""
    passage = Passage.given(options)
    by = checker(options)
    with opened(options, to_change=True) as case:
        claims = tuple(dict.fromkeys(claim_id(case, name) for name in options.claims))
        read = case.read(text, document_id(case, options.to))
        span = None if passage.is_empty else place_of(read.text, passage)
        change = LinkEvidence(
            claims,
            read.document_id,
            options.stance,
            start=None if span is None else span.start,
            end=None if span is None else span.end,
            locator=options.locator or "",
            note=options.note or "",
        )
        done = case.do(change, by=by, via="cli")
        out = output(options)
        out.warn(done.warnings)
        for claim_of, id in zip(claims, done.ids, strict=True):
            row = next(row for row in case.read(evidence_of, claim_of) if row.id == id)
            where = row.quote or row.locator
            out.thing(
                row._asdict(),
                f"claim {row.claim_no}  {row.id[:8]}  {row.stance}: {row.document_title}"
                + (f"  “{short(where)}”" if where else ""),
            )
        return 0


def edit(options: argparse.Namespace) -> int:
    """Run ``factcheck edit``."""
    values = dict(_fields(options.fields))
    by = checker(options)
    with opened(options, to_change=True) as case:
        named = case.read(thing_named, options.id)
        if named.kind == "verdict":
            raise UsageError("A verdict is not edited: rate the claim again.")
        case.do(Edit(named.kind, named.id, values), by=by, via="cli")  # type: ignore[arg-type]  # all other kinds can be edited
        output(options).thing(
            {"id": named.id, "kind": named.kind, **values},
            f"{named.kind} {named.id[:8]}  " + ", ".join(f"{k}: {v}" for k, v in values.items()),
        )
        return 0


def _fields(given: list[str]) -> Iterator[tuple[str, str]]:
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"“{pair}” sets nothing: write FIELD=VALUE.")
        yield name.strip(), value
