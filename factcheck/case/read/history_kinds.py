"""The kinds of entries by which a history is filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "verdicts": ("rate", "confirm", "recheck"),
    "evidence": ("link", "edit evidence", "remove evidence"),
    "wording": ("edit claim", "split", "merge", "take in", "mark", "remove claim"),
    "places": (
        "add place", "move place", "remove place", "edit place", "should read", "relocate",
        "accept place", "place again", "leave lost", "read line", "unread line",
    ),
    "requests": ("request", "edit request", "attempt", "answer"),
    "review": ("approve", "send back", "publish", "withdraw", "correct"),
    "documents": (
        "add document", "add note", "edit note", "attach", "remove attachment", "revise document",
        "edit document", "remove document", "join copies", "hold copies apart",
        "sign off", "withdraw sign-off",
    ),
}  # fmt: skip

OTHER = "case"
"""What concerns the case as a whole, and what no other kind names."""

KINDS = (*_OF_KIND, OTHER)

_KIND = {action: kind for kind, actions in _OF_KIND.items() for action in actions}
ACTIONS = tuple(_KIND)
"""The actions of all kinds but OTHER. Undo and redo are of the kind of what they take back."""


def kind_of(action: str) -> str:
    """Return the kind of an action."""
    return _KIND.get(action, OTHER)
