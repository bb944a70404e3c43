"""Where one was: back and forward through the places of a session. Pure."""

from typing import NamedTuple


class Stop(NamedTuple):
    """A place in an article with the claim that was active; offset in code points."""

    document_id: str
    offset: int
    claim_id: str | None


class Trail:
    """Stops behind and ahead, as a browser keeps them; at most 100."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """Keep a stop that one goes on from; what lay ahead is gone."""
        if not self._behind or self._behind[-1] != stop:
            self._behind.append(stop)
        del self._behind[:-100]
        self._ahead.clear()

    def back(self, here: Stop | None) -> Stop | None:
        """Go one stop back from here; None at the beginning."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Stop | None) -> Stop | None:
        """Go one stop forward from here; None at the end."""
        return _step(self._ahead, self._behind, here)


def _step(to: list[Stop], other: list[Stop], here: Stop | None) -> Stop | None:
    if not to:
        return None
    if here is not None:
        other.append(here)
    return to.pop()
