"""A new case's first entry: its properties and the built-in scales."""

import json
from pathlib import Path

from factcheck.assets import asset
from factcheck.case.changes import Done, UseScale
from factcheck.case.clock import new_id
from factcheck.case.models import Properties, Rating, Scale
from factcheck.case.transaction import Transaction
from factcheck.case.verdict_changes import GATES
from factcheck.errors import FactcheckError, UsageError


def write_properties(tx: Transaction, *, name: str, scale: str) -> None:
    """Write the first entry of a case, which makes the case.

    Raises UsageError where no built-in scale has that name.
    """
    scales = _built_in_scales()
    chosen = next((row.id for row, _ in scales if _is_called(row, scale)), None)
    if chosen is None:
        known = ", ".join(row.scale for row, _ in scales)
        raise UsageError(f"There is no scale “{scale}”. There are: {known}.")
    for row, ratings in scales:
        tx.add(row)
        for rating in ratings:
            tx.add(rating)
    gates = json.dumps(GATES)
    tx.add(Properties(id=tx.case_id, name=name, made_at=tx.at, scale_id=chosen, gates=gates))
    tx.entry("create case")


def use_scale(tx: Transaction, change: UseScale) -> Done:
    """Make the newest version of a scale the one that the case rates with."""
    scales = tx.find(Scale)
    matching = [row for row in scales if _is_called(row, change.scale)]
    if not matching:
        known = ", ".join(sorted({row.scale for row in scales}))
        raise FactcheckError(
            f"There is no scale “{change.scale}” in this case. There are: {known}."
        )
    newest = max(matching, key=lambda row: row.version)
    tx.change(tx.get(Properties, tx.case_id), {"scale_id": newest.id})
    tx.entry("use scale")
    return tx.done(newest.id)


def _is_called(scale: Scale, words: str) -> bool:
    given = words.casefold().strip().replace(" ", "-")
    return given in {name.casefold().replace(" ", "-") for name in (scale.scale, scale.name)}


def _built_in_scales() -> list[tuple[Scale, list[Rating]]]:
    files = sorted(asset("scales").glob("*.json"))
    return [_scale_from_file(path) for path in files]


def _scale_from_file(path: Path) -> tuple[Scale, list[Rating]]:
    told = json.loads(path.read_text(encoding="utf-8"))
    scale = Scale(
        id=new_id(),
        scale=told["scale"],
        version=told["version"],
        name=told["name"],
        language=told["language"],
        source=told["source"],
        free_text=int(told["free_text"]),
        reason_optional_with_evidence=int(told["reason_optional_with_evidence"]),
    )
    ratings = [
        Rating(
            id=new_id(),
            scale_id=scale.id,
            position=position,
            code=rating["code"],
            label=rating["label"],
            value=rating["value"],
            shape=rating["shape"],
            meaning=rating["meaning"],
        )
        for position, rating in enumerate(told["ratings"], 1)
    ]
    return scale, ratings
