"""A scale from a JSON file, in the form of resources/scales (its README says which fields)."""

import json
from collections.abc import Mapping
from pathlib import Path

from factcheck.case.changes import AddScale, ScaleRating
from factcheck.errors import FactcheckError, UsageError

MOST_BYTES = 1_000_000
"""Bytes of the largest file that is read: a scale has some kilobytes."""

_TEXTS = ("name", "scale", "language", "source")
_FLAGS = ("free_text", "reason_optional_with_evidence")
_RATING_TEXTS = ("label", "code", "shape", "meaning")


def scale_from_file(path: Path) -> AddScale:
    """Return the change that adds the scale in a file.

    Raises FactcheckError where the file cannot be read or is no scale; a version in it is not
    used, because the case counts its own.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FactcheckError(f"{path.name} is too large for a scale.")
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as refused:
        raise FactcheckError(f"{path} cannot be read: {refused.strerror}.") from refused
    except (ValueError, RecursionError) as wrong:
        raise FactcheckError(f"{path.name} is not JSON in UTF-8, as a scale has to be.") from wrong
    return scale_from_values(told, path.name)


def scale_from_values(told: object, name: str) -> AddScale:
    """Return the change that adds a scale told as JSON values; name: of what tells it.

    Raises UsageError with a sentence that says which field is wrong.
    """
    if not isinstance(told, Mapping):
        raise UsageError(f"{name} is no scale: it is no JSON object with “name” and “ratings”.")
    ratings = told.get("ratings", [])
    if not isinstance(ratings, list):
        raise UsageError(f"“ratings” in {name} is no list.")
    flags = {field: told.get(field, False) for field in _FLAGS}
    for field, value in flags.items():
        if not isinstance(value, bool):
            raise UsageError(f"“{field}” in {name} is true or false.")
    texts = {field: _text(told, field, name) for field in _TEXTS}
    return AddScale(
        texts["name"],
        tuple(_rating(rating, name) for rating in ratings),
        scale=texts["scale"],
        language=texts["language"],
        source=texts["source"],
        free_text=flags["free_text"],
        reason_optional_with_evidence=flags["reason_optional_with_evidence"],
    )


def _rating(told: object, name: str) -> ScaleRating:
    if isinstance(told, str):
        return ScaleRating(told)
    if not isinstance(told, Mapping):
        raise UsageError(f"A rating in {name} is no JSON object with a “label”.")
    texts = {field: _text(told, field, name) for field in _RATING_TEXTS}
    value = told.get("value")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise UsageError(
            f"The value of “{texts['label']}” in {name} is a whole number from 0 up, or null."
        )
    return ScaleRating(texts["label"], value, texts["code"], texts["shape"], texts["meaning"])


def _text(told: Mapping[str, object], field: str, name: str) -> str:
    value = told.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UsageError(f"“{field}” in {name} is no text.")
    return value
