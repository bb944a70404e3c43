"""How much a sentence is worth checking: learned weights of its cues and words, all readable.

The weights stand in ``resources/cues/weights.json``; ``packaging/train_cues.py`` makes them. A
score is the logistic function of a sum, and each part of that sum is told.
"""

import json
import math
from functools import cache
from typing import NamedTuple

from factcheck.assets import asset
from factcheck.text.cues.cue import KINDS
from factcheck.text.cues.features import Feature, of_every_language, weighable
from factcheck.text.figures import Reading, read

WORTH = 0.5
"""From this score up a sentence is worth checking."""


_OTHERS = {"word": "the words", "length": "the length"}


class Reason(NamedTuple):
    """A part of a score: a cue, or a word or phrase whose weight was learned.

    kind: one of KINDS, or "word", "length". start, end: code points of the sentence, half-open.
    weight: what it adds to the sum, as log odds; 0 for a cue that is named and weighs nothing.
    """

    kind: str
    start: int
    end: int
    words: str
    weight: float

    @property
    def says(self) -> str:
        """Return what the kind says, in the user's words."""
        return KINDS.get(self.kind) or _OTHERS[self.kind]


class Worth(NamedTuple):
    """How much a sentence is worth checking: 0–1, and why; the weightiest reasons first."""

    score: float
    reasons: list[Reason]

    @property
    def is_worth(self) -> bool:
        """Say whether the sentence is worth checking."""
        return self.score >= WORTH


class Weights(NamedTuple):
    """Learned weights, as log odds. start: where the sum begins. by: group, then name."""

    start: float
    by: dict[str, dict[str, float]]


@cache
def learned() -> dict[str, Weights]:
    """Return the weights that ship: "en" for English, "any" for the other languages."""
    told = json.loads(asset("cues", "weights.json").read_text(encoding="utf-8"))
    return {name: Weights(values.pop("start"), values) for name, values in told["weights"].items()}


def worth_of(text: str) -> Worth:
    """Weigh a sentence. Pure Python; about 0.2 ms for twenty words."""
    return weigh(read(text))


def weigh(reading: Reading) -> Worth:
    """Weigh a sentence whose figures are read already."""
    apart = weighable(reading)
    weights = learned()["en" if apart.english else "any"]
    features = apart.features if apart.english else of_every_language(apart.features)
    total = weights.start
    reasons: list[Reason] = []
    for feature in features:
        weight = weights.by.get(feature.group, {}).get(feature.name, 0.0)
        total += weight
        reason = _reason(feature, weight, reading.text)
        if reason is not None:
            reasons.append(reason)
    reasons.sort(key=lambda reason: (-abs(reason.weight), reason.start, reason.end))
    return Worth(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), reasons)


def _reason(feature: Feature, weight: float, text: str) -> Reason | None:
    """Return how a feature is told; cues always, all else where it weighs something."""
    if feature.group in {"cues", "again"}:
        kind = feature.name
    elif weight:
        kind = "length" if feature.group == "length" else "word"
    else:
        return None
    return Reason(kind, feature.start, feature.end, text[feature.start : feature.end], weight)
