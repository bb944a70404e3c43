"""Earlier claims: imported fact-checks and the case's own claims that resemble a text."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from functools import partial
from typing import NamedTuple

from factcheck.case.find.finder import CANDIDATES, Finder, once_more
from factcheck.case.find.telling import shared_words, why_shared
from factcheck.case.read.earlier import EarlierRow, earlier_rows
from factcheck.text.likeness import Measured, Wanted, score, weights_of, word_stems

# Lines of one transcript that are so near are about the same thing; each line further counts less.
_LINES_NEAR = 3
_SHARE_OF_A_NEIGHBOUR = 0.5
_LESS_A_LINE = 0.8
_NUMBERED = re.compile(r"(.*\D)(\d{1,18})")


class EarlierHit(NamedTuple):
    """An earlier claim that resembles a text; whether it is the same, a person says.

    score: how likely it is the one among those found, 0–1; comparable within one answer only.
    shared: words in common, the rarest first.
    """

    row: EarlierRow
    score: float
    by_meaning: float
    shared: tuple[str, ...]

    @property
    def why(self) -> str:
        """Say why it is a hint."""
        return why_shared(self.shared, self.by_meaning)


class Ranked(NamedTuple):
    """What was found for one text: statement to how likely it is the one, all together 1."""

    text: str
    likely: dict[str, float]
    by_meaning: dict[str, float]
    order: dict[str, int]


def earlier(
    finder: Finder, text: str, limit: int = 20, *, without: Collection[str] = ()
) -> list[EarlierHit]:
    """Return at most limit earlier claims for a text, the most alike first.

    without: ids that are left out, such as the claim itself.
    """
    finder.index.sync()
    return hits(finder, rank_statements(finder, text, without=without), limit)


def earlier_of_lines(
    finder: Finder, lines: Sequence[tuple[str, str]], limit: int = 20
) -> list[list[EarlierHit]]:
    """Return an answer for each of many lines, given as id and text.

    Where ids end in numbers ("debate_0041", "debate_0043"), those that lie near each other are
    lines of one text: what is found for one makes the same more likely for the others.
    """
    finder.index.sync()
    ranked = [rank_statements(finder, text) for _, text in lines]
    beside = _lines_beside([id for id, _ in lines])
    return [
        hits(finder, _with_neighbours(ranked, at, beside[at]), limit) for at in range(len(lines))
    ]


class Candidate(NamedTuple):
    """A statement with its features and its score."""

    id: str
    row: int
    features: tuple[float, ...]
    score: float
    by_meaning: float
    words: tuple[str, ...]


def rank_statements(finder: Finder, text: str, *, without: Collection[str] = ()) -> Ranked:
    """Return all candidates for a text with how likely each is the one."""
    asked, found = once_more(partial(statement_candidates, finder, text))
    candidates = [each for each in found if each.id not in without]
    best = max((each.score for each in candidates), default=0.0)
    mass = {each.id: math.exp(each.score - best) for each in candidates}
    total = math.fsum(mass.values())
    return Ranked(
        asked,
        {id: weight / total for id, weight in mass.items()},
        {each.id: each.by_meaning for each in candidates},
        {each.id: each.row for each in candidates},
    )


def statement_candidates(finder: Finder, text: str) -> tuple[str, list[Candidate]]:
    """Return the plain words asked for, and the statements found for them, scored."""
    asked = finder.ask(text, "statements")
    near = finder.near(asked.text, "statements")
    rows = list(
        dict.fromkeys(
            [*list(asked.by_words)[: CANDIDATES["statements"]], *(near.best if near else ())]
        )
    )
    marks = ", ".join("?" * len(rows))
    found = finder.index.select(
        f"SELECT id, statement_id, claim, title FROM statements WHERE id IN ({marks})", rows
    )
    texts = [f"{claim} {title}" for _, _, claim, title in found]
    wanted = Wanted(asked.text, finder.rarity("statements", [asked.text, *texts]))
    weights = weights_of("earlier" if near else "earlier by words")
    candidates = []
    for row, id, claim, title in found:
        cosines = near.of(row) if near else ()
        meaning = cosines[0] if cosines else 0.0
        measured = Measured(
            words=asked.by_words.get(row, 0.0),
            meaning=meaning,
            meaning_of_title=max(cosines, default=0.0),
        )
        features = wanted.features(claim, title, measured)
        words = (*word_stems(claim), "", *word_stems(title))
        candidates.append(Candidate(id, row, features, score(features, weights), meaning, words))
    return asked.text, _alike_as_one(candidates)


def _alike_as_one(candidates: list[Candidate]) -> list[Candidate]:
    """Give statements of the same words the same score: another quotation mark tells nothing."""
    best: dict[tuple[str, ...], float] = {}
    for each in candidates:
        best[each.words] = max(each.score, best.get(each.words, each.score))
    return [each._replace(score=best[each.words]) for each in candidates]


def hits(finder: Finder, ranked: Ranked, limit: int) -> list[EarlierHit]:
    """Return the likeliest as hits; equal ones in the order in which they came into the case."""
    ordered = sorted(
        ranked.likely,
        key=lambda id: (-round(ranked.likely[id], 9), ranked.order.get(id, 0)),
    )[:limit]
    rows = finder.case.read(earlier_rows, ordered)
    rarity = finder.rarity(
        "statements", [ranked.text, *(f"{row.claim} {row.title}" for row in rows.values())]
    )
    return [
        EarlierHit(
            rows[id],
            float(f"{ranked.likely[id]:.6g}"),
            float(f"{ranked.by_meaning.get(id, 0.0):.4g}"),
            shared_words(ranked.text, f"{rows[id].claim} {rows[id].title}", rarity),
        )
        for id in ordered
        if id in rows
    ]


def _lines_beside(ids: Sequence[str]) -> list[list[tuple[int, float]]]:
    """Return for each line the positions of those near it, with what each counts."""
    by_text: dict[str, list[tuple[int, int]]] = {}
    for at, id in enumerate(ids):
        numbered = _NUMBERED.fullmatch(id)
        # A number alone is the name of a row, not of a line; one of more digits counts nothing.
        if numbered is not None:
            by_text.setdefault(numbered[1], []).append((int(numbered[2]), at))
    beside: list[list[tuple[int, float]]] = [[] for _ in ids]
    for lines in by_text.values():
        for line, at in lines:
            for other, there in lines:
                away = abs(line - other)
                if 0 < away <= _LINES_NEAR:
                    share = _SHARE_OF_A_NEIGHBOUR * _LESS_A_LINE ** (away - 1)
                    beside[at].append((there, share))
    return beside


def _with_neighbours(
    ranked: Sequence[Ranked], at: int, beside: Sequence[tuple[int, float]]
) -> Ranked:
    if not beside:
        return ranked[at]
    likely = dict(ranked[at].likely)
    order = dict(ranked[at].order)
    by_meaning = dict(ranked[at].by_meaning)
    for there, share in beside:
        for id, weight in ranked[there].likely.items():
            likely[id] = likely.get(id, 0.0) + share * weight
        order |= ranked[there].order
        by_meaning = ranked[there].by_meaning | by_meaning
    total = math.fsum(likely.values()) or 1.0
    return Ranked(
        ranked[at].text, {id: weight / total for id, weight in likely.items()}, by_meaning, order
    )
