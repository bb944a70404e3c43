"""The changes that a new version brings about and asks for; changes.py lists them too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from factcheck.ingest.loaded import Loaded

AnchorKind = Literal["place", "evidence", "line"]
Columns = tuple[tuple[str, int | str], ...]


class Standing(NamedTuple):
    """A place, link or line as it stands before a new version, with where a person had put it.

    version_id, start, end, quote, prefix, suffix, lookalikes: its row. made_in: the number of
    that version. placed: the version, start and end in which a person had placed it, where it
    was found edited, lost or ambiguous since and nobody has looked; None otherwise.
    """

    id: str
    kind: AnchorKind
    version_id: str
    made_in: int
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    lookalikes: str
    state: str
    placed: tuple[str, int, int] | None = None


class Found(NamedTuple):
    """What became of a place, link or line in a new version.

    start, end: code points of the new text; None where the state is lost or ambiguous.
    score: 0-100, how much of the quote stands there. why: a phrase for the user.
    columns: of its anchor in the new text, () where it stays in the old version.
    """

    id: str
    kind: AnchorKind
    state: str
    start: int | None
    end: int | None
    score: float
    why: str
    columns: Columns = ()

    @property
    def needs_a_hand(self) -> bool:
        """Say whether a person has to look: it was not found word for word."""
        return self.state not in ("unchanged", "moved")


@dataclass(frozen=True, slots=True)
class ReviseDocument:
    """Give a document a new version; what stands in it is looked for in the new text.

    The document was chosen by hand: an external id or URL of what was loaded does not matter.
    label: such as "UPDATE 2". published: of this version, as given; "" for what the file says.
    received: when it came in, as given; "" for now.
    found: what was found beforehand for rows as they stood (case/relocation.py), so that nobody
        waits for it while the case is open for writing; a row that changed since, or is not
        among them, is looked for in the transaction.
    """

    document_id: str
    loaded: Loaded
    label: str = ""
    published: str = ""
    received: str = ""
    file_name: str = ""
    found: Mapping[Standing, Found] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AcceptPlace:
    """Say that a place, link or line stands where it was found in the new version."""

    kind: AnchorKind
    id: str


@dataclass(frozen=True, slots=True)
class PlaceAgain:
    """Put a place, link or line that was edited, ambiguous or lost where it stands now.

    start, end: in the current version of its document.
    """

    kind: AnchorKind
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LeaveLost:
    """Leave a place, link or line as lost: it stays in the older version, and nobody is asked."""

    kind: AnchorKind
    id: str


RevisionChange = ReviseDocument | AcceptPlace | PlaceAgain | LeaveLost
