"""Where what stands in a document is in a new text of it. No SQL: values in, values out.

Made beside the window and before the transaction, because a large document takes seconds.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.case.revision_changes import Columns, Found, Standing
from factcheck.text.anchors import (
    Anchor,
    Match,
    State,
    describe,
    locate,
    lookalikes_from_json,
    lookalikes_to_json,
)

_EXACT = (State.UNCHANGED, State.MOVED)
_FOUND = (*_EXACT, State.EDITED)

BACK = "the words of the older version are back"


def look_for_all(
    standing: Sequence[Standing],
    texts: Mapping[str, str | None],
    new_text: str,
    tell: Callable[[int, int], None] | None = None,
) -> Iterator[Found]:
    """Yield what became of each, in order.

    texts: of the versions that they stand or were placed in, by version id; None where redacted.
    tell: is called with how many of how many are done.
    """
    for number, one in enumerate(standing, 1):
        yield look_for(one, texts, new_text)
        if tell is not None:
            tell(number, len(standing))


def look_for(one: Standing, texts: Mapping[str, str | None], new_text: str) -> Found:
    """Find one place, link or line in a new text.

    What was edited before and not yet looked at is looked for as a person had placed it, too:
    an edit that was taken back needs no hand, one that stays goes on to need one.
    """
    placed = _as_placed(one, texts)
    if placed is not None:
        match = locate(new_text, placed)
        if match.state in _EXACT:
            return _found(one, replace(match, why=BACK), new_text)
    match = _located(one, texts.get(one.version_id), new_text)
    if one.state == State.EDITED and one.placed and match.state in _EXACT:
        match = replace(match, state=State.EDITED, why="edited in an earlier version")
    return _found(one, match, new_text)


def _as_placed(one: Standing, texts: Mapping[str, str | None]) -> Anchor | None:
    if one.placed is None:
        return None
    version_id, start, end = one.placed
    text = texts.get(version_id)
    if text is None or version_id == one.version_id:
        return None
    return describe(text, start, end)


def _located(one: Standing, old_text: str | None, new_text: str) -> Match:
    stored = lookalikes_from_json(one.lookalikes)
    anchor = Anchor(one.start, one.end, one.quote, one.prefix, one.suffix, stored)
    match = locate(new_text, anchor)
    # A place that was carried over knows the look-alikes of the same words alone (_columns).
    if match.state not in _EXACT and one.made_in > 1 and old_text is not None:
        match = locate(new_text, describe(old_text, one.start, one.end))
    return match


def _found(one: Standing, match: Match, text: str) -> Found:
    if match.state not in _FOUND or match.start is None or match.end is None:
        return Found(one.id, one.kind, str(match.state), None, None, match.score, match.why)
    columns = _columns(text, match.start, match.end)
    where = dict(columns)
    start, end = int(where["start"]), int(where["end"])
    return Found(one.id, one.kind, str(match.state), start, end, match.score, match.why, columns)


def _columns(text: str, start: int, end: int) -> Columns:
    # All look-alikes of 2,000 places in 1 MB take a minute, and most are never asked for: they
    # are looked for from this version's text once a place is not found word for word.
    anchor = describe(text, start, end, similar=False)
    return (
        ("start", anchor.start),
        ("end", anchor.end),
        ("quote", anchor.quote),
        ("prefix", anchor.prefix),
        ("suffix", anchor.suffix),
        ("lookalikes", lookalikes_to_json(anchor.lookalikes)),
    )
