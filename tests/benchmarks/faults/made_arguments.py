"""Arguments for any text function, made out of one text by what its parameters are declared as."""

import enum
import inspect
import io
import sys
import typing
from collections import abc
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import NoneType, UnionType

from factcheck.text import (
    anchors,
    edited,
    landmarks,
    quotations,
    sentences,
    shared,
    shingles,
    statements,
    surroundings,
)
from factcheck.text.attribution import when
from factcheck.text.changed_details import Facts
from factcheck.text.contradictions import Statement
from factcheck.text.cues import features
from factcheck.text.differences import directions, names, quantities, results, sides
from factcheck.text.differences.comparing import compare, side_of
from factcheck.text.figures import bare, figure, moment, number_words, reading, tokens
from factcheck.text.likeness import words_of
from factcheck.text.names import Sought
from factcheck.text.spans import Span
from factcheck.text.tellings import Said

_DAY = date(2020, 11, 17)


class Unmade(Exception):
    """A parameter of a type for which nothing can be made."""


class Nothing(Exception):
    """A text without what a function is asked about: a figure, a name."""


class Made:
    """Arguments made out of one text, each kind once.

    whole: spans and positions take in the whole text; otherwise a few words in its middle. Of two
    texts the second is the first one turned around its middle: the same words in other places.
    """

    def __init__(self, text: str, folder: Path, *, whole: bool) -> None:
        self.text = text
        self._turned = text[len(text) // 2 :] + text[: len(text) // 2]
        self._folder = folder
        self._whole = whole
        self._known: dict[object, object] = {}

    def arguments(self, function: Callable[..., object], owner: type | None) -> dict[str, object]:
        """Return the arguments of a function by name; raises Unmade, or Nothing.

        owner: the class of which it is a method, of which "self" is made.
        """
        plain = inspect.unwrap(function)
        parameters = inspect.signature(plain).parameters.values()
        hints = hints_of(plain)
        counts_tokens = any(one.name in ("tokens", "side", "claim") for one in parameters)
        made: dict[str, object] = {}
        for parameter in parameters:
            if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
                continue
            hint = owner if parameter.name == "self" else hints[parameter.name]
            value = self._of(hint, parameter.name, counts_tokens=counts_tokens)
            if value is self.text and any(one is self.text for one in made.values()):
                value = self._turned
            made[parameter.name] = value
        return made

    def _of(self, hint: object, name: str, *, counts_tokens: bool = False) -> object:
        if hint is str:
            if "published" in name or name == "latest":
                return "0001-01-01" if self._whole else "2020-11-17"
            return {"language": "de", "name": "en", "purpose": "passage"}.get(name, self.text)
        if hint is int:
            return self._number(name, len(self._tokens()) if counts_tokens else len(self.text))
        key = str(hint)
        if key not in self._known:
            self._known[key] = self._made(hint)
        return self._known[key]

    def _number(self, name: str, size: int) -> int:
        if name in _COUNTS:
            return _COUNTS[name]
        if self._whole and name in ("start", "begin", "first", "qt_start"):
            return 0
        if self._whole and name in ("end", "last", "qt_end"):
            return size - (name == "last")
        reach = {"start": -30, "begin": -30, "end": 30}.get(name, 0)
        return min(max(0, size // 2 + reach), max(0, size - 1))

    def file(self) -> Path:
        """Return the text as the only row of a sheet."""
        path = self._folder / "rows.csv"
        path.write_text(f"id,text,claim\n1,{self.text},{self.text}\n", encoding="utf-8")
        return path

    def _made(self, hint: object) -> object:
        if isinstance(hint, typing.TypeVar):
            return self.text[:60]
        if hint in _MAKERS:
            return _MAKERS[hint](self)
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin is typing.Literal:
            return inner[0]
        if origin in (typing.Union, UnionType):
            return self._of(next(one for one in inner if one is not NoneType), "")
        if origin is tuple and inner[-1] is not Ellipsis:
            # Names that a person typed, with what they are of.
            return tuple(self.text[:60] if one is str else self._of(one, "") for one in inner)
        if origin in _GATHERED:
            gathered = _MANY[inner[0]](self) if inner[0] in _MANY else [self._of(inner[0], "")]
            return _GATHERED[origin](gathered)
        if origin is abc.Mapping:
            return {}
        if origin is abc.Callable:
            return _answering(inner[-1])
        if inspect.isclass(hint) and issubclass(hint, enum.Enum):
            return next(iter(hint))
        if inspect.isclass(hint) and hint.__module__.startswith("factcheck"):
            return hint(**self.arguments(hint, None))
        raise Unmade(str(hint))

    def _tokens(self) -> list[tokens.Token]:
        return typing.cast("list[tokens.Token]", self._of(list[tokens.Token], ""))

    def reading(self) -> reading.Reading:
        """Return what the text says in figures."""
        return typing.cast("reading.Reading", self._of(reading.Reading, ""))

    def side(self) -> sides.Side:
        return typing.cast("sides.Side", self._of(sides.Side, ""))

    def span(self) -> Span:
        middle = len(self.text) // 2
        if self._whole:
            return Span(0, len(self.text))
        return Span(max(0, middle - 30), min(len(self.text), middle + 30))


_COUNTS = {
    "limit": 5, "most": 80, "documents": 3, "month": 3, "usual": 5, "depth": 0, "amount": 2,
    "shift": 0, "number": 3, "least_words": 12, "source": 0, "version": 1, "gap": 5,
}  # fmt: skip


def hints_of(function: Callable[..., object]) -> dict[str, object]:
    """Return the types of a function's parameters by name, and of a class those of its making."""
    known = {**vars(sys.modules[function.__module__]), "array": _Arrays}
    if inspect.isclass(function) and not issubclass(function, tuple):
        function = function.__init__
    return typing.get_type_hints(function, known)


class _Arrays:
    """Stands for array.array where an annotation, in quotes, puts an item type to it."""

    def __class_getitem__(cls, item: type) -> object:
        return list[item]


def _answering(kind: object) -> Callable[..., object]:
    if kind is bool:
        return lambda *_: True
    if kind is float:
        return lambda *_: 1.0
    if kind is results.Comparison:
        return compare
    return lambda *_: None


def _middle(found: list[object]) -> object:
    if not found:
        raise Nothing
    return found[len(found) // 2]


def _bare(made: Made) -> bare.Bare:
    read = made.reading()
    found = (bare.read_bare(read.tokens, at, "en") for at in range(len(read.tokens)))
    return typing.cast("bare.Bare", _middle([one for one in found if one is not None][:1]))


_MAKERS: dict[object, Callable[[Made], object]] = {
    Sought: lambda made: Sought("somebody", made.text[:60]),
    Path: lambda made: made.file(),
    typing.IO[bytes]: lambda made: io.BytesIO(made.file().read_bytes()),
    bytes: lambda made: made.text.encode("utf-8", "replace"),
    float: lambda made: 0.5,
    bool: lambda made: True,
    object: lambda made: made.text,
    date: lambda made: _DAY,
    datetime: lambda made: datetime(2020, 11, 17, tzinfo=UTC),
    timedelta: lambda made: timedelta(hours=3),
    Span: Made.span,
    list[tokens.Token]: lambda made: tokens.tokenise(made.text),
    reading.Reading: lambda made: reading.read(made.text, _DAY),
    sides.Side: lambda made: side_of(made.text, "2020-11-17"),
    statements.Told: lambda made: statements.reading(made.text, "2020-11-17"),
    shingles.Words: lambda made: shingles.Words(made.text),
    Facts: lambda made: Facts(made.text, "2020-11-17"),
    when.Dating: lambda made: when.dating(made.text, "2020-11-17"),
    number_words.Language: lambda made: number_words.LANGUAGES["en"],
    anchors.Anchor: lambda made: anchors.describe(made.text, *made.span()),
    figure.Figure: lambda made: _middle(list(made.reading().figures)),
    moment.Moment: lambda made: _middle(list(made.reading().moments)),
    names.Name: lambda made: _middle(list(names.names(made.side()))),
    bare.Bare: _bare,
    shared.Stretch: lambda made: _middle(
        list(shared.stretches(shingles.Words(made.text), shingles.Words(made.text)))
    ),
    edited.Candidate: lambda made: edited.Candidate(made.span(), 90.0, 0.5, 0.5, 0.5),
    results.Difference: lambda made: results.Difference("number", made.span(), made.span(), ""),
    results.Agreement | results.Difference: lambda made: results.Difference(
        "number", made.span(), made.span(), ""
    ),
}
_GATHERED: dict[object, Callable[[list[typing.Any]], object]] = {
    list: list,
    tuple: tuple,
    set: set,
    frozenset: frozenset,
    abc.Sequence: list,
    abc.Collection: frozenset,
    abc.Iterable: list,
}
_MANY: dict[object, Callable[[Made], list[typing.Any]]] = {
    str: lambda made: words_of(made.text)[:20],
    int: lambda made: list(range(len(made.text) // 5)),
    Span: lambda made: list(sentences.sentences(made.text)),
    landmarks.Landmark: lambda made: [
        landmarks.Landmark(span.start, "page", str(number))
        for number, span in enumerate(sentences.sentences(made.text))
    ],
    surroundings.Lookalike: lambda made: list(anchors.describe(made.text, *made.span()).lookalikes),
    quotations.Quotation: lambda made: quotations.quotations(made.text),
    directions.Change: lambda made: directions.changes(made.side()),
    features.Feature: lambda made: features.weighable(made.reading()).features,
    figure.Figure: lambda made: list(made.reading().figures),
    moment.Moment: lambda made: list(made.reading().moments),
    quantities.Answered: lambda made: quantities.compare_figures(
        made.side(), made.side(), [], [], []
    ),
    Statement: lambda made: [
        Statement(span.of(made.text), "2020-11-17", str(number % 3))
        for number, span in enumerate(sentences.sentences(made.text))
    ],
    Said: lambda made: [Said(span.of(made.text)) for span in sentences.sentences(made.text)[:20]],
}
