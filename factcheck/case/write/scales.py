"""Scales of one's own: each edit a new version, old verdicts keep theirs."""

from factcheck.case.changes import AddScale, Done, ScaleRating
from factcheck.case.clock import new_id
from factcheck.case.models import Properties, Rating, Scale
from factcheck.case.transaction import Transaction
from factcheck.case.write.scale_rules import checked, code_of


def add_scale(tx: Transaction, change: AddScale) -> Done:
    """Add a scale, or the next version of the one with that name.

    status: "added", "revised", or "known" where the newest version is so already.
    """
    ratings = checked(change)
    short_name = change.scale.strip() or code_of(change.name)
    versions = sorted(tx.find(Scale, scale=short_name), key=lambda scale: scale.version)
    scale = Scale(
        id=new_id(),
        scale=short_name,
        version=versions[-1].version + 1 if versions else 1,
        name=change.name.strip(),
        language=change.language.strip(),
        source=change.source.strip(),
        free_text=int(change.free_text),
        reason_optional_with_evidence=int(change.reason_optional_with_evidence),
    )
    if versions and _is_same(tx, versions[-1], scale, ratings):
        return tx.done(versions[-1].id, status="known")
    properties = tx.get(Properties, tx.case_id)
    in_use = bool(versions) and properties.scale_id in {row.id for row in versions}
    if in_use:
        tx.group_id = tx.group_id or new_id()
    tx.add(scale)
    for position, rating in enumerate(ratings, 1):
        tx.add(
            Rating(
                id=new_id(), scale_id=scale.id, position=position, code=rating.code,
                label=rating.label, value=rating.value, shape=rating.shape,
                meaning=rating.meaning,
            )
        )  # fmt: skip
    tx.entry("add scale")
    if in_use:
        # Undo then goes back to the old version before it takes the new one away.
        tx.change(properties, {"scale_id": scale.id})
        tx.entry("use scale")
    return tx.done(scale.id, status="revised" if versions else "added")


def _is_same(tx: Transaction, known: Scale, scale: Scale, ratings: list[ScaleRating]) -> bool:
    beside = {"id", "version"}
    old = sorted(tx.find(Rating, scale_id=known.id), key=lambda rating: rating.position)
    return known.model_dump(exclude=beside) == scale.model_dump(exclude=beside) and ratings == [
        ScaleRating(row.label, row.value, row.code, row.shape, row.meaning) for row in old
    ]
