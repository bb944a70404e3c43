"""One of the two texts, prepared for comparing: subjects, distances, sentences."""

from collections.abc import Iterable

from factcheck.text.differences.lexicon import ALIKE, APART, OPPOSED, STOP
from factcheck.text.figures import Figure, Moment, Reading
from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import Token
from factcheck.text.spans import Span

# How far apart two words are in meaning: each step between them, and each mark that is crossed.
_STEP = 0.02
_COMMA = 0.25
_AND = 0.1
_CLAUSE = 0.3
_SENTENCE = 0.5
_FARTHEST = 0.12
# The first words of a sentence mostly name what all of it is about.
_HEAD = 6
_HEADED = 0.7
_BESIDE = 3
_HEADED_NEAR = 0.78
_HEADED_APART = 0.6
# As far as this a word tells of what stands beside it.
_REACH = 0.45
# What a place loses that is told of another subject.
_OTHER = 6.0
# A word of like meaning counts for a little less than the word itself.
_AKIN = 0.85
_CLAUSE_WORDS = frozenset({"while", "whereas", "but", "although", "though", "compared", "against"})
_JOINING = frozenset({"and", "which", "who", "or", "when", "where", "than"})
_SENTENCE_SIGNS = frozenset(".!?")
_NO_STOP_AFTER = frozenset(
    {"mr", "mrs", "ms", "dr", "st", "no", "u", "s", "co", "inc", "ltd", "gen"}
)


class Side:
    """A text with its figures and an index of what each word is about.

    stems: one a token, "" for words without a subject. cum: a running distance, so that the
    distance of two tokens is the difference of their entries.
    """

    __slots__ = (
        "clause",
        "cum",
        "dateline",
        "figures",
        "groups",
        "heads",
        "lows",
        "moments",
        "places",
        "sentence",
        "stems",
        "text",
        "tokens",
    )

    def __init__(self, reading: Reading) -> None:
        """Index reading; linear in its tokens."""
        self.text = reading.text
        self.tokens = reading.tokens
        self.figures = reading.figures
        self.moments = reading.moments
        self.lows = [token.low for token in self.tokens]
        self.stems = [_subject(token) for token in self.tokens]
        for place in range(1, len(self.lows)):
            said = _PHRASES.get((self.lows[place - 1], self.lows[place]))
            if said:
                self.stems[place - 1 : place + 1] = ["", said]
        self.places: dict[str, list[int]] = {}
        self.groups: dict[str, list[int]] = {}
        for place, name in enumerate(self.stems):
            if name:
                self.places.setdefault(name, []).append(place)
                for group in ALIKE.get(name, ()):
                    self.groups.setdefault(group, []).append(place)
        self.cum, self.sentence, self.clause = _distances(self.tokens)
        self.heads: dict[int, int] = {}
        self.dateline = _dateline(self.tokens)
        for place, number in enumerate(self.sentence):
            if place >= self.dateline:
                self.heads.setdefault(number, place)

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens first to last (half-open)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def near(self, name: str, place: int) -> float:
        """Return how near a word like name stands to token place: 1.0 beside it, 0.0 nowhere."""
        best = 0.0
        for found in self.places.get(name, ()):
            closeness = self._closeness(found, place)
            if closeness > best:
                best = closeness
        if best < 0.85:
            for group in ALIKE.get(name, ()):
                for found in self.groups.get(group, ()):
                    closeness = self._closeness(found, place) * _AKIN
                    if closeness > best:
                        best = closeness
        return best

    def _closeness(self, found: int, place: int) -> float:
        """Return how near two tokens are; the head of a sentence is what all of it is about."""
        closeness = 1.0 - abs(self.cum[found] - self.cum[place])
        sentence = self.sentence[found]
        if sentence == self.sentence[place]:
            if 0 <= found - self.heads.get(sentence, 0) < _HEAD:
                if self.clause[found] != self.clause[place]:
                    return _HEADED_APART
                if abs(found - place) <= _BESIDE:
                    return closeness
                return _HEADED_NEAR if closeness > _HEADED_NEAR else _HEADED
            # The other way about: what the head names is what the rest of its clause tells of.
            if 0 <= place - self.heads.get(sentence, 0) < 2:
                return max(closeness, _HEADED_APART if self._one_clause(found, place) else 0.25)
            return max(closeness, 0.25)
        return max(closeness, _FARTHEST)

    def _one_clause(self, one: int, other: int) -> bool:
        return self.clause[one] == self.clause[other]

    def about(self, names: Iterable[str], place: int) -> float:
        """Return how much of what names tell of stands near token place, from 0 to about 1.

        Words that the text does not have count nothing; one that it has often counts less, for it
        tells its places less apart. A word of another subject close by takes from the score, and
        rules the place out where the text never speaks of the claim's own.
        """
        total = weight = 0.0
        for name in names:
            count = self.count(name)
            if count:
                share = 1.0 / count
                weight += share
                total += share * self.near(name, place)
            if name in OPPOSED and self.contrary(name, place, OPPOSED[name]):
                total -= 0.35
            if name in APART and self.contrary(name, place, APART[name]):
                total -= 0.35 if self.has(name) else _OTHER
        return total / (weight or 1.0)

    def count(self, name: str) -> int:
        """Return how often a word like name stands in the text."""
        own = len(self.places.get(name, ()))
        return own or max((len(self.groups.get(g, ())) for g in ALIKE.get(name, ())), default=0)

    def covers(self, names: list[str]) -> float:
        """Return the share of names that the text speaks of at all."""
        return sum(self.has(name) for name in names) / (len(names) or 1)

    def has(self, name: str) -> bool:
        """Say whether a word like name stands anywhere in the text."""
        if name in self.places:
            return True
        return any(group in self.groups for group in ALIKE.get(name, ()))

    def contrary(self, name: str, place: int, others: frozenset[str]) -> bool:
        """Say whether one of others stands near token place, and name farther away."""
        here = self.cum[place]
        own = list(self.places.get(name, ()))
        for group in ALIKE.get(name, ()):
            own += self.groups.get(group, ())
        mine = min((abs(self.cum[p] - here) for p in own), default=9.0)
        for other in others:
            for found in self.places.get(other, ()):
                distance = abs(self.cum[found] - here)
                if distance < _REACH and distance < mine:
                    return True
        return False

    def subjects(self, skip: Iterable[tuple[int, int]] = ()) -> list[str]:
        """Return the stems with a subject outside the token ranges skip, each once, in order."""
        left_out = {place for first, last in skip for place in range(first, last)}
        seen: dict[str, None] = {}
        for place, name in enumerate(self.stems):
            if name and place not in left_out:
                seen[name] = None
        return list(seen)


# Two small words that together tell of something.
_PHRASES = {
    (one, other): stem(said)
    for said, phrases in {
        "begin": "under way, broke out, set about, kicked off, got going",
        "last": "went on, goes on, held out, holds out",
        "die": "their lives, his life, her life, passed away",
        "weigh": "the scales",
        "produce": "made by, made in, makes the",
        "found": "set up",
        "inflation": "consumer prices, consumer price",
        "publish": "came out, brought out",
        "return": "came back, went back, coming back, comes back",
        "bankrupt": "went bust, gone bust, went under",
        "expire": "ran out, runs out",
        "depart": "set off, set out, took off, put to",
        "fell": "cut down, came down, blown down, brought down, chopped down",
        "demolish": "pulled down, torn down, knocked down, tore down",
        "extinguish": "put out",
        "domestic": "at home, home market",
        "foreign": "abroad, overseas",
        "finance": "paid for",
        "cost": "set back",
        "resign": "stepped down, stood down, steps down, gave up, step down, stand down",
        "hold": "took place, takes place, take place",
        "attend": "took part, turned up, showed up, takes part, turn up",
        "cancel": "called off, call off",
        "postpone": "put off",
        "visit": "dropped in, stopped by",
        "save": "put aside",
        "burn": "on fire",
        "free": "let go, let out, set free",
        "shoot": "opened fire, opens fire",
        "dry": "dries up, dried up, run dry, runs dry, ran dry",
        "sell": "went for, goes for, sells at, changed hands, changes hands, found buyers",
        "approve": "waved through, voted through, nodded through, signed off",
        "reject": "voted down, struck down, thrown out, threw out, turned down, turns down",
        "sack": "laid off",
        "raise": "put up",
        "discover": "came across",
        "employ": "on the payroll",
        "destroy": "burned down, burnt down",
    }.items()
    for phrase in phrases.split(", ")
    for one, _, other in [phrase.partition(" ")]
}


def _subject(token: Token) -> str:
    """Return the stem of a word with a subject; "WHO" and "US" have one, "who" and "us" none."""
    if token.kind != "word":
        return ""
    if token.low in STOP and not (token.text.isupper() and len(token.text) > 1):
        return ""
    return stem(token.low)


def _distances(tokens: list[Token]) -> tuple[list[float], list[int], list[int]]:
    """Return the running distance, the sentence and the clause, one of each a token."""
    total, sentence, clause = 0.0, 0, 0
    cum: list[float] = []
    sentences: list[int] = []
    clauses: list[int] = []
    last_low = ""
    for place, token in enumerate(tokens):
        even_as = token.low == "even" and place + 1 < len(tokens) and tokens[place + 1].low == "as"
        if even_as or token.low in _CLAUSE_WORDS:
            total += _CLAUSE
            clause += 1
        elif token.low in _JOINING:
            total += _AND
        cum.append(total)
        sentences.append(sentence)
        clauses.append(clause)
        total += _STEP
        if token.kind == "sign":
            text = token.text
            if text in _SENTENCE_SIGNS and _ends(tokens, place, last_low):
                total += _SENTENCE
                sentence += 1
                clause += 1
            elif text in ",()":
                total += _COMMA
            elif text in ";:–—":
                total += _CLAUSE
                clause += 1
        last_low = token.low
    return cum, sentences, clauses


_DASHES = frozenset("-–—")


def _dateline(tokens: list[Token]) -> int:
    """Return the token after "GENEVA, March 2 –" at the head of a text; 0 where there is none."""
    if not tokens or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return 0
    for place in range(1, min(12, len(tokens))):
        if tokens[place].text in _DASHES and not tokens[place].glued:
            return place + 1
    return 0


def _ends(tokens: list[Token], place: int, before: str) -> bool:
    if place + 1 >= len(tokens):
        return True
    if tokens[place].text == "." and (before in _NO_STOP_AFTER or len(before) == 1):
        return False
    after = tokens[place + 1]
    return not after.glued and not after.text[0].islower()


def ranges(items: Iterable[Figure | Moment]) -> list[tuple[int, int]]:
    """Return the token ranges of figures or times."""
    return [(item.first, item.last) for item in items]
