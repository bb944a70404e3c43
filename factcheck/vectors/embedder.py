"""What makes vectors of texts: two methods, so that a test or another model can stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Embedder(Protocol):
    """Makes vectors of length 1; the nearer two are, the more alike the texts."""

    def name(self) -> str:
        """Return what tells vectors of this model from those of others, versions included."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text, each of length 1; a text is read up to the model's limit."""
        ...
