"""A hint as the panel shows it."""

from typing import Literal, NamedTuple

from factcheck.text.spans import Span
from factcheck.window.evidence.told import Told

Kind = Literal["passage", "earlier"]


class Hint(NamedTuple):
    """Something that was found for a claim, and that a person has to judge.

    id: the same while its words are. title, place: whose words they are, and where they stand.
    text: the sentence that answers best, or what the earlier claim says. why: what it shares.
    told: what it tells differently from the claim, then what alike; places in text.
    document_id, version_id, span: of a passage, the sentence in that version; else None.
    target: what a judgement of it is kept under. judgement: of an earlier claim, "" for none yet.
    claim_no: of an earlier claim of this case, else 0. url: of a fact-check made elsewhere.
    """

    id: str
    kind: Kind
    title: str
    place: str
    text: str
    why: str
    target: str
    told: tuple[Told, ...] = ()
    document_id: str = ""
    version_id: str = ""
    span: Span | None = None
    judgement: str = ""
    claim_no: int = 0
    url: str = ""


class Looked(NamedTuple):
    """The answer for a claim.

    documents: how many the index has. by_meaning: the model was asked too.
    outside: documents whose language the model does not know; they were searched by words alone.
    says_extra: the extra is missing, and nobody was told so far.
    why_by_words: why the model could not be asked though it is installed; "" where it could.
    """

    claim_id: str
    hints: tuple[Hint, ...]
    documents: int
    by_meaning: bool
    outside: int
    says_extra: bool = False
    why_by_words: str = ""
