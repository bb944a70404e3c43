"""What a reader hands over: a document's text and what the file says about it."""

from dataclasses import dataclass, field

from factcheck.text.landmarks import Landmark
from factcheck.text.unseen import Unseen


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as read from a file, a row of a sheet, or the clipboard.

    text: canonical (see text/canonical.py), never empty.
    snapshot: the bytes as they were, unchanged; media_type says what they are.
    published: as given in the source, with its own precision and offset
        ("2020", "2020-11-17", "2020-11-17T09:30+03:00"); "" where the file has none.
    language: a BCP 47 tag as given in the file; "" where the file has none.
    reader, reader_version: which reader made the text, so that a later one can be compared.
    unseen: what of the text the file does not show to who looks at it; sorted by place.
    warnings: full sentences for the user about what may be missing or wrong in the text.
    """

    text: str
    snapshot: bytes
    media_type: str
    reader: str
    reader_version: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    external_id: str = ""
    landmarks: tuple[Landmark, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    warnings: tuple[str, ...] = field(default_factory=tuple)
