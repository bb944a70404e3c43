"""What a scale has to be, and what is worked out where it was not given."""

from factcheck.case.changes import AddScale, ScaleRating
from factcheck.errors import UsageError
from factcheck.text.canonical import canonical

SHAPES = (
    "best", "above", "middle", "below", "worst", "plain", "unproven", "misleading",
    "missing-context", "satire", "outdated", "not-checkable",
)  # fmt: skip
"""The signs that ratings are shown by, beside their colour."""


def checked(scale: AddScale) -> list[ScaleRating]:
    """Return the labels of a scale with code and shape.

    Raises UsageError with a sentence that says what is wrong with the scale.
    """
    if not scale.name.strip():
        raise UsageError("A scale needs a name.")
    if not code_of(scale.name):
        raise UsageError(f"“{scale.name}” is no name: it has neither letters nor figures.")
    if scale.free_text:
        if scale.ratings:
            raise UsageError(
                f"“{scale.name}” takes words of one's own, so it has no labels: leave them out,"
                " or say that it takes no free text."
            )
        return []
    if len(scale.ratings) < 2:
        raise UsageError(
            f"“{scale.name}” needs at least two labels to choose from, or takes words of one's own."
        )
    order = [rating.value for rating in scale.ratings if rating.value is not None]
    ratings = [_whole(rating, order) for rating in scale.ratings]
    _unique([rating.label for rating in ratings], "label")
    _unique([rating.code for rating in ratings], "code")
    return ratings


def code_of(words: str) -> str:
    """Return words as a code: "Mostly true" is "mostly-true"."""
    kept = "".join(c if c.isalnum() else " " for c in canonical(words).text.casefold())
    return "-".join(kept.split())


def _whole(rating: ScaleRating, order: list[int]) -> ScaleRating:
    label = " ".join(canonical(rating.label).text.split())
    if not label:
        raise UsageError("Each label needs its words.")
    if rating.value is not None and (isinstance(rating.value, bool) or rating.value < 0):
        raise UsageError(f"The value of “{label}” is a whole number from 0 up, or nothing.")
    code = rating.code.strip() or code_of(label)
    if not code:
        raise UsageError(f"“{label}” is no label: it has neither letters nor figures.")
    shape = rating.shape.strip() or _shape(rating.value, order)
    if shape not in SHAPES:
        raise UsageError(f"“{label}” cannot have the sign “{shape}”. There are: {_list(SHAPES)}.")
    return ScaleRating(label, rating.value, code, shape, canonical(rating.meaning).text.strip())


def _shape(value: int | None, order: list[int]) -> str:
    """Return the sign for a value by where it stands between the lowest and the highest."""
    if value is None or max(order) == min(order):
        return "plain"
    height = (value - min(order)) / (max(order) - min(order))
    if height in (0, 1):
        return "best" if height else "worst"
    if height == 0.5:
        return "middle"
    return "above" if height > 0.5 else "below"


def _unique(words: list[str], what: str) -> None:
    seen: set[str] = set()
    for word in words:
        if word.casefold() in seen:
            raise UsageError(f"The {what} “{word}” stands twice: each stands for one rating.")
        seen.add(word.casefold())


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(words)
