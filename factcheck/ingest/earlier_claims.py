"""Earlier fact-checks from a file: rows of JSONL or CSV, ClaimReview as JSON-LD, saved pages.

A rating is the word that its publisher gave. It is never worked out from a number: the example of
schema.org itself calls 1 of 6 "True".
"""

import csv
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.ingest.encodings import decode
from factcheck.ordinary_file import open_ordinary
from factcheck.text.canonical import canonical

PAGES = (".html", ".htm", ".xhtml", ".txt")
SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv", ".json", ".jsonld", *PAGES)
LARGEST = 200 * 2**20
"""Bytes of the largest file; a longer one has to be split up."""

_SCRIPT = re.compile(r"<script\b(?=[^<>]{0,2000}\bld\+json\b)[^<>]*+>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\s*+>", re.IGNORECASE)
_AROUND = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_LAST_COMMA = re.compile(r",(\s*[}\]])")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?")
# As deep as a page is read; a structure that goes on is no list of reviews.
_DEEPEST = 40


class EarlierFact(NamedTuple):
    """A fact-check made elsewhere, as its file gives it; what is not told is "".

    rating: the publisher's own word. published: as given.
    """

    external_id: str
    claim: str
    title: str = ""
    rating: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    speaker: str = ""


def read_earlier(path: Path) -> Iterator[EarlierFact | FactcheckError]:
    """Read the earlier fact-checks of a file in order; a row that is none is the error saying why.

    Raises FactcheckError where the file as a whole cannot be read or holds none.
    """
    # Old spreadsheets end a line with a carriage return; in words it is no more than a blank.
    text = _text_of(path)
    text = text if "\n" in text else text.replace("\r", "\n")
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv"):
        return _of_csv(text, path.name)
    if suffix in (".jsonl", ".ndjson"):
        return _of_lines(text)
    if suffix in PAGES:
        return _of_page(text, path.name)
    return _of_json(text, path.name)


def _text_of(path: Path) -> str:
    if path.suffix.lower() not in SUFFIXES:
        raise FactcheckError(
            f"{path} is no list of earlier claims: give JSONL, CSV, JSON-LD, a saved page or a"
            " case."
        )
    try:
        with open_ordinary(path) as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise FactcheckError(f"{path} is larger than 200 MB: split it up.")
    except OSError as refused:
        raise FactcheckError(f"{path} cannot be read: {refused.strerror}.") from refused
    return decode(data, path.name).text


# Rows


def _of_lines(text: str) -> Iterator[EarlierFact | FactcheckError]:
    number = 0
    for line in text.split("\n"):
        if not line.strip():
            continue
        number += 1
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            yield FactcheckError(f"Row {number}: it is not JSON.")
            continue
        reviews = list(_reviews(values))
        if reviews:
            yield from _facts(reviews)
        elif isinstance(values, dict):
            yield _of_row(
                {str(key).strip().lower(): value for key, value in values.items()}, number
            )
        else:
            yield FactcheckError(f"Row {number}: it is not a JSON object.")


def _of_csv(text: str, name: str) -> Iterator[EarlierFact | FactcheckError]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [column.strip().lower() for column in next(reader, [])]
    missing = [column for column in ("id", "claim") if column not in columns]
    if missing:
        raise FactcheckError(
            f"“{name}” has no column “{missing[0]}”: earlier claims need “id” and “claim” in its"
            " first line."
        )
    return _of_cells(reader, columns)


def _of_cells(
    reader: Iterator[list[str]], columns: list[str]
) -> Iterator[EarlierFact | FactcheckError]:
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield FactcheckError(f"Row {number + 1}: it could not be read as CSV.")
            return
        if not any(cells):
            continue
        number += 1
        if len(cells) > len(columns):
            yield FactcheckError(
                f"Row {number}: it has {len(cells)} cells, but there are {len(columns)} columns."
            )
            continue
        yield _of_row(dict(zip(columns, cells, strict=False)), number)


def _of_row(values: Mapping[str, object], number: int) -> EarlierFact | FactcheckError:
    told = {name: _said(values.get(name)) for name in EarlierFact._fields if name != "external_id"}
    external_id = _said(values.get("id"))
    for name, value in (("id", external_id), ("claim", told["claim"])):
        if not value:
            return FactcheckError(f"Row {number}: it has no “{name}”.")
    return EarlierFact(external_id=external_id, **told)


# ClaimReview


def _of_json(text: str, name: str) -> Iterator[EarlierFact | FactcheckError]:
    values = _lenient(text)
    reviews = list(_reviews(values)) if values is not None else []
    if not reviews:
        raise FactcheckError(f"“{name}” holds no ClaimReview.")
    return _facts(reviews)


def _of_page(text: str, name: str) -> Iterator[EarlierFact | FactcheckError]:
    found = [_lenient(script) for script in _scripts(text)]
    reviews = [review for values in found for review in _reviews(values)]
    if not reviews:
        raise FactcheckError(f"“{name}” is a page without a ClaimReview in it.")
    return _facts(reviews)


def _scripts(text: str) -> Iterator[str]:
    """Give what stands in each script of JSON-LD in a page, in order."""
    done = 0
    for begin in _SCRIPT.finditer(text):
        if begin.start() < done:
            continue
        end = _SCRIPT_END.search(text, begin.end())
        if end is None:
            return
        yield text[begin.end() : end.start()]
        done = end.end()


def _lenient(text: str) -> object:
    """Read JSON as pages have it: in a comment, with a last comma, with line ends in its words."""
    bare = _AROUND.sub("", _AROUND.sub("", text.strip())).strip()
    for written in (bare, _LAST_COMMA.sub(r"\1", bare), html.unescape(bare)):
        try:
            found: object = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
        return found
    return None


def _reviews(values: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Give each ClaimReview in a structure, wherever it stands."""
    if depth > _DEEPEST:
        return
    if isinstance(values, list):
        for value in values:
            yield from _reviews(value, depth + 1)
    elif isinstance(values, dict):
        kinds = values.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(str(name).rpartition("/")[2].lower() == "claimreview" for name in names):
            yield values
            return
        for value in values.values():
            yield from _reviews(value, depth + 1)


def _facts(reviews: list[Mapping[str, object]]) -> Iterator[EarlierFact | FactcheckError]:
    for number, review in enumerate(reviews, 1):
        item = _object(review.get("itemReviewed"))
        claim = _said(review.get("claimReviewed")) or _said(item.get("text"))
        if not claim:
            yield FactcheckError(f"ClaimReview {number}: it says no claim.")
            continue
        url = _said(review.get("url")) or _said(_object(review.get("mainEntityOfPage")).get("@id"))
        yield EarlierFact(
            external_id=_said(review.get("@id")) or url,
            claim=claim,
            title=_said(review.get("headline")) or _said(review.get("name")),
            rating=_rating(_object(review.get("reviewRating"))),
            url=url,
            published=_said(review.get("datePublished")),
            publisher=_name(review.get("author")) or _name(review.get("publisher")),
            speaker=_name(item.get("author")) or _name(item.get("claimInterpreter")),
        )


def _rating(rating: Mapping[str, object]) -> str:
    """Return the word of a rating; a bare number is none."""
    for name in ("alternateName", "ratingValue", "name"):
        said = _said(rating.get(name))
        if said and not _NUMBER.fullmatch(said):
            return said
    return ""


def _name(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, map(_name, value)))
    return _said(value.get("name")) if isinstance(value, dict) else _said(value)


def _object(value: object) -> Mapping[str, object]:
    if isinstance(value, list):
        value = value[0] if value else {}
    return value if isinstance(value, dict) else {}


def _said(value: object) -> str:
    """Return a value as one line of canonical text; "" for what is no word or number."""
    if isinstance(value, list):
        value = "; ".join(item for item in value if isinstance(item, str))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(canonical(html.unescape(str(value))).text.split())
