"""Evidence and earlier claims: found by words, by meaning, and judged by a person."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    DismissHint,
    Edit,
    ImportEarlier,
    JudgeEarlier,
    MarkClaim,
    RateClaim,
    RecordFruitlessSearch,
    RemoveClaim,
    RemoveDocument,
)
from factcheck.case.copies import CopyFinder
from factcheck.case.copy_changes import DecideCopies
from factcheck.case.find.earlier import earlier, earlier_of_lines
from factcheck.case.find.evidence import evidence
from factcheck.case.find.finder import Finder
from factcheck.case.find.own import COPY, ONE_LINE, OWN_ARTICLE
from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors, missing_vectors
from factcheck.case.read.earlier import earlier_count, fruitless, judged
from factcheck.case.read.history import history_of
from factcheck.case.search import search
from factcheck.case.verify import verify
from factcheck.errors import Cancelled, FactcheckError
from factcheck.ingest.loaded import Loaded

BY = "Zoë"


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "Zürich 東京.factcheck", by=BY) as made:
        yield made


@pytest.fixture
def finder(case):
    with Index(case) as index:
        yield Finder(case, index)


def add(case, text, **said):
    loaded = Loaded(text, text.encode(), "text/plain", "test", "1", **said)
    return case.do(AddDocument(loaded), by=BY).ids[0]


def mark(case, document, start, end):
    return case.do(MarkClaim(document, start, end), by=BY).ids[0]


class ByLetters:
    """An embedder for tests: a text is how often it has each letter."""

    def __init__(self):
        self.read = 0

    def name(self):
        return "by letters"

    def embed(self, texts):
        np = pytest.importorskip("numpy")
        self.read += len(texts)
        rows = np.zeros((len(texts), 384), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text.casefold():
                row[ord(letter) % 384] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)


# Evidence


def test_the_passage_that_shares_rare_words_comes_first_and_says_which(case, finder):
    add(case, "The council met.\n\nThe bridge in Zürich was closed for repairs 😀.")
    other = add(case, "Der Fluss.\n\nThe bridge opened. Engineers found 61 cracks in it.")

    hit = evidence(finder, "Engineers found 58 cracks in the bridge.")[0]

    assert hit.document_id == other
    assert {"Engineers", "cracks"} <= set(hit.shared)
    assert "“cracks”" in hit.why
    assert hit.sentence.of("Der Fluss.\n\nThe bridge opened. Engineers found 61 cracks in it.") == (
        "Engineers found 61 cracks in it."
    )
    assert any("61" in why for why in hit.differences)


def test_passages_of_the_own_article_and_its_copies_come_last_and_say_so(case, finder):
    line = "Engineers of the canton found 61 cracks in the old bridge over the Sihl on Monday."
    article = add(case, f"{line}\n\nMore was said.")
    claim = mark(case, article, 0, len(line))
    copy = add(case, f"Wire.\n\n{line}")
    source = add(case, "The report counts 61 cracks in the bridge.")

    hits = evidence(finder, line, claim_id=claim)

    assert hits[0].document_id == source
    marks = {hit.document_id: hit.set_back for hit in hits if "61 cracks" in hit.text}
    assert marks == {source: "", copy: COPY, article: OWN_ARTICLE}


def test_a_copy_that_tells_it_otherwise_is_seen_last_however_much_else_there_is(case, finder):
    story = "The depot in Zürich sent 1150 tents and nine trucks to the river on Monday"
    article = add(case, f"{story} morning.")
    copy = add(case, f"{story} evening, an agency says.")
    for number in range(30):
        add(case, f"Depot {number} 😀 has tents.")
    claim = mark(case, article, 0, len(story))

    hits = evidence(finder, story, 8, claim_id=claim)

    assert len(hits) == 8
    assert [hit.set_back for hit in hits] == [""] * 7 + [COPY]
    assert hits[-1].document_id == copy


def test_a_dismissed_passage_stays_away_from_that_claim_alone(case, finder):
    article = add(case, "The bridge has 61 cracks.")
    claim, other = mark(case, article, 0, 25), mark(case, article, 4, 25)
    source = add(case, "Report: 61 cracks in the bridge.")
    hit = next(h for h in evidence(finder, "61 cracks", claim_id=claim) if not h.set_back)

    case.do(DismissHint(claim, hit.target, source), by=BY)

    assert not [h for h in evidence(finder, "61 cracks", claim_id=claim) if not h.set_back]
    assert [h for h in evidence(finder, "61 cracks", claim_id=other) if not h.set_back]
    case.undo(by=BY)
    assert [h for h in evidence(finder, "61 cracks", claim_id=claim) if not h.set_back]


@pytest.mark.parametrize("text", ["", "😀", "« »", "zzzz qqqq", "東京"])
def test_nothing_found_is_an_empty_answer(case, finder, text):
    add(case, "The bridge has 61 cracks.")
    assert evidence(finder, text) == []
    assert earlier(finder, text) == []


# Earlier claims


def test_imported_fact_checks_and_own_claims_are_found_with_their_ratings(case, finder):
    case.do(ImportEarlier("x-1", "The bridge has 61 cracks.", rating="Stimmt nicht"), by=BY)
    article = add(case, "Cracks in the bridge: 61, says Zürich.")
    claim = mark(case, article, 0, 24)
    case.do(RateClaim(claim, "False", reason="Counted."), by=BY)

    hits = earlier(finder, "61 cracks in the bridge")

    assert {(hit.row.kind, hit.row.rating) for hit in hits} == {
        ("earlier", "Stimmt nicht"),
        ("claim", "False"),
    }
    assert [
        hit.row.kind for hit in earlier(finder, "61 cracks in the bridge", without=[claim])
    ] == ["earlier"]


def test_the_same_fact_check_is_known_and_a_changed_one_revised(case):
    fact = ImportEarlier("x-1", "Die Brücke hat 61 Risse.", rating="Falsch")
    statuses = [
        case.do(change, by=BY).status
        for change in (
            fact,
            fact,
            ImportEarlier("x-1", fact.claim, rating="Wahr"),
            ImportEarlier("x-1", "Another claim."),
        )
    ]
    assert statuses == ["added", "known", "revised", "added"]
    assert case.read(earlier_count) == 2
    with pytest.raises(FactcheckError, match="no claim"):
        case.do(ImportEarlier("x-2", " "), by=BY)


def test_a_changed_or_undone_claim_is_found_as_it_is_now(case, finder):
    case.do(ImportEarlier("x-1", "Störche nisten in Zürich."), by=BY)
    assert earlier(finder, "Störche nisten")
    case.undo(by=BY)
    assert earlier(finder, "Störche nisten") == []
    case.redo(by=BY)
    assert len(earlier(finder, "Störche nisten")) == 1


def test_lines_of_one_transcript_help_each_other(case, finder):
    for number, claim in enumerate(["Jobs fell in May.", "Jobs rose since steel came back."]):
        case.do(ImportEarlier(str(number), claim), by=BY)
    lines = [("debate_0041", "steel came back"), ("debate_0042", "Jobs, jobs.")]

    alone = earlier(finder, "Jobs, jobs.")
    together = earlier_of_lines(finder, lines)[1]

    def share(hits):
        return next(hit.score for hit in hits if hit.row.external_id == "1")

    assert share(together) > share(alone)
    assert [len(hits) for hits in earlier_of_lines(finder, [("1", "jobs"), ("2", "steel")])] == [
        2,
        1,
    ]


# What a person said


def test_what_was_said_of_an_earlier_claim_is_remembered_and_told(case):
    article = add(case, "The bridge has 61 cracks.")
    claim = mark(case, article, 0, 25)
    fact = case.do(ImportEarlier("x-1", "61 cracks."), by=BY).ids[0]

    case.do(JudgeEarlier(claim, fact, "related"), by=BY)
    case.do(JudgeEarlier(claim, fact, "same"), by=BY)

    assert [(row.target, row.judgement) for row in case.read(judged, claim)] == [(fact, "same")]
    assert "is the same as it" in case.read(history_of, claim)[-1].sentence
    with pytest.raises(FactcheckError, match="no earlier claim of itself"):
        case.do(JudgeEarlier(claim, claim, "same"), by=BY)
    with pytest.raises(FactcheckError):
        case.do(JudgeEarlier(claim, fact, "dismissed"), by=BY)


def test_a_search_that_found_nothing_is_recorded(case):
    claim = mark(case, add(case, "Die Brücke hat 61 Risse."), 0, 24)
    case.do(RecordFruitlessSearch(claim, "Risse 61", "Archiv der Stadt Zürich"), by=BY)

    (row,) = case.read(fruitless, claim)
    assert (row.looked_for, row.looked_in, row.searched_by) == (
        "Risse 61", "Archiv der Stadt Zürich", BY,
    )  # fmt: skip
    assert case.read(history_of, claim)[-1].sentence == (
        "looked for “Risse 61” in Archiv der Stadt Zürich and found nothing, for it"
    )
    with pytest.raises(FactcheckError, match="what you looked for"):
        case.do(RecordFruitlessSearch(claim, "  "), by=BY)


def test_a_claim_and_a_document_can_go_with_what_was_said_of_them(case):
    claim = mark(case, add(case, "Die Brücke hat 61 Risse."), 0, 24)
    source = add(case, "Report.")
    case.do(DismissHint(claim, "0" * 64, source), by=BY)
    case.do(RecordFruitlessSearch(claim, "Risse"), by=BY)

    case.do(RemoveDocument(source), by=BY)
    case.do(RemoveClaim(claim), by=BY)
    case.undo(by=BY)

    assert len(case.read(fruitless, claim)) == 1
    assert verify(case.path).ok


# Vectors


def test_vectors_are_made_once_and_only_for_what_is_new(case, finder):
    embedder = ByLetters()
    case.do(ImportEarlier("x-1", "61 cracks.", "A title"), by=BY)
    first = add(case, "One.\n\nTwo.\n\nThree.")
    assert make_vectors(case, finder.index, embedder) == 4
    assert make_vectors(case, finder.index, embedder) == 0
    add(case, "Four.")
    assert make_vectors(case, finder.index, embedder) == 1
    case.do(RemoveDocument(first), by=BY)
    finder.index.sync()
    assert missing_vectors(finder.index, embedder.name()) == 0
    assert finder.index.select("SELECT count(*) FROM vectors") == [(1,)]
    assert missing_vectors(finder.index, "another model") == 2


def test_making_vectors_can_be_stopped_and_goes_on(case, finder):
    embedder = ByLetters()
    for number in range(150):
        add(case, f"Passage {number}.")

    def stop(done, total):
        assert (done, total) == (64, 150)
        raise Cancelled("stop")

    with pytest.raises(Cancelled):
        make_vectors(case, finder.index, embedder, stop)
    assert make_vectors(case, finder.index, embedder) == 86


def test_what_shares_no_word_is_found_by_its_vector(case, finder):
    embedder = ByLetters()
    add(case, "xyzzy")
    near = add(case, "brdige")
    make_vectors(case, finder.index, embedder)
    by_meaning = Finder(case, finder.index, embedder)

    assert evidence(finder, "bridge") == []
    hit = evidence(by_meaning, "bridge")[0]
    assert (hit.document_id, hit.shared, hit.why) == (near, (), "close in meaning")


# Sentences


def test_words_that_any_two_sentences_share_are_no_reason(case, finder):
    embedder = ByLetters()
    add(case, "And the tents were sent to 東京.")
    make_vectors(case, finder.index, embedder)
    finder.embedder = embedder

    (hit,) = evidence(finder, "The tents of the depot and the river")
    assert hit.shared == ("tents",)
    (hit,) = evidence(finder, "the and were to")
    assert "shares" not in hit.why


@pytest.mark.parametrize("text", ["", " \n"])
def test_what_asks_nothing_lies_near_nothing(case, finder, text):
    embedder = ByLetters()
    case.do(ImportEarlier("x-1", "61 cracks.", "A title"), by=BY)
    add(case, "xyzzy")
    make_vectors(case, finder.index, embedder)
    finder.embedder = embedder
    assert (evidence(finder, text), earlier(finder, text)) == ([], [])


def test_what_shares_no_word_and_lies_far_in_meaning_is_no_hint(case, finder):
    embedder = ByLetters()
    add(case, "The old bridge 😀.\n\nIt is closed in Genève.")
    make_vectors(case, finder.index, embedder)
    by_meaning = Finder(case, finder.index, embedder)

    assert by_meaning.near("zzz", "passages").best
    assert evidence(by_meaning, "zzz") == []
    assert evidence(by_meaning, "closed")


def test_a_hit_is_a_sentence_with_its_passage(case, finder):
    text = "Zürich 😀.\n\nThe bridge opened in May. Engineers found 61 cracks in it. It rained."
    add(case, text)

    hit = evidence(finder, "Engineers found 61 cracks")[0]

    assert hit.text == text[hit.start : hit.end] == "Engineers found 61 cracks in it."
    assert hit.surroundings == hit.passage.of(text)
    assert hit.surroundings.startswith("The bridge")


def test_one_a_passage_gives_the_best_sentence_of_each(case, finder):
    add(case, "61 cracks in Zürich. The cracks in Zürich.\n\nCracks, they say.")

    hits = evidence(finder, "61 cracks in Zürich", one_a_passage=True)

    assert [hit.text for hit in hits] == ["61 cracks in Zürich.", "Cracks, they say."]


def test_after_the_best_sentence_comes_what_it_does_not_say(case, finder):
    best, again, anew = (
        "Łódź sent 1,150 tents to Zürich.",
        "The 1,150 tents were sent from Łódź.",
        "Its mayor opened a shelter for winter 😀.",
    )
    add(case, f"{best}\n\n{again}\n\n{anew}\n\nNothing else was said.", title="東京")

    hits = evidence(finder, "Łódź sent 1,150 tents to Zürich, where the mayor opened a shelter.")

    assert [hit.text for hit in hits] == [best, anew, again]


def test_a_document_is_found_by_its_title_too(case, finder):
    add(case, "It is closed.\n\nRepairs take a year.", title="Bridge in Zürich")
    add(case, "It is closed.\n\nRepairs take a month.", title="東京")

    hits = evidence(finder, "Repairs of the bridge in Zürich take a year")

    assert hits[0].text == "Repairs take a year."


def test_a_new_title_is_looked_under_and_the_old_one_is_forgotten(case, finder):
    document = add(case, "It is closed.\n\nNothing else.", title="Bridge")
    finder.index.sync()

    case.do(Edit("document", document, {"title": "Tunnel"}), by=BY)

    assert evidence(finder, "Tunnel")
    assert evidence(finder, "Bridge") == []


def test_a_search_for_words_is_not_answered_by_a_title(case, finder):
    add(case, "It is closed.\n\nNothing else.", title="Bridge")
    assert search(case, finder.index, "Bridge") == []
    long = "\n\n".join(f"Line {n}." for n in range(40))
    add(case, f"{long}\n\nThe bridge in Zürich.", title="Bridge in Genève")
    assert [hit.text for hit in search(case, finder.index, "bridge", 2)] == [
        "The bridge in Zürich."
    ]


def test_good_sentences_of_several_documents_come_before_more_of_one(case, finder):
    lines = "61 cracks in the bridge.\n\nHe saw 61 cracks in the bridge 😀."
    documents = {add(case, lines), add(case, f"{lines}\n\n東京")}

    hits = evidence(finder, "61 cracks in the bridge", 2)

    assert {hit.document_id for hit in hits} == documents


def test_a_sentence_with_a_word_that_says_something_comes_before_a_shorter_one(case, finder):
    add(case, "Engineers found 61 cracks in the bridge 😀. Nobody was hurt.")
    add(case, "Zürich: of cracks nothing was known. The canton was silent.", title="東京")

    hits = evidence(finder, "Engineers found 61 cracks in the bridge")

    assert [hit.text for hit in hits] == [
        "Engineers found 61 cracks in the bridge 😀.",
        "Zürich: of cracks nothing was known.",
        "The canton was silent.",
        "Nobody was hurt.",
    ]


# Copies of the own article


def copied(case):
    """Return a claim with its article, a reprint that adds a line, and a source, as ids."""
    body = " ".join(f"In {2000 + n} the canton counted {n} cracks in pillar {n}." for n in range(9))
    article = add(case, f"{body}\n\nZürich 😀.")
    reprint = add(case, f"{body}\n\nA pillar with 61 cracks was added by us.")
    source = add(case, "The report of the canton: 7 cracks in pillar 7.")
    claim = mark(case, article, 0, 40)
    CopyFinder().sync(case)
    return claim, article, reprint, source


def test_only_what_a_copy_shares_with_the_own_article_comes_last(case, finder):
    claim, _, reprint, _ = copied(case)

    hits = evidence(finder, "7 cracks in pillar 7, 61 cracks", claim_id=claim)

    backs = {hit.set_back for hit in hits if hit.document_id == reprint and "2007" in hit.text}
    assert backs == {COPY}
    assert {hit.set_back for hit in hits if "added by us" in hit.text} == {""}


def test_what_a_person_joined_comes_last_and_what_is_held_apart_does_not(case, finder):
    claim, article, reprint, source = copied(case)
    case.do(DecideCopies(((article, source),), "together", "a call"), by=BY)
    case.do(DecideCopies(((article, reprint),), "apart", "own reporting"), by=BY)

    hits = evidence(finder, "7 cracks in pillar 7", claim_id=claim)

    backs = {hit.document_id: hit.set_back for hit in hits}
    assert backs == {source: ONE_LINE, reprint: "", article: OWN_ARTICLE}


def test_a_document_of_white_space_alone_has_no_vectors_and_stops_nothing(case, finder):
    add(case, " \n\n\u00a0\n", title="")
    add(case, "The bridge in Zürich has 61 cracks.")

    made = make_vectors(case, finder.index, ByLetters())

    assert made == 1
    assert missing_vectors(finder.index, "by letters") == 0
    assert make_vectors(case, finder.index, ByLetters()) == 0


def test_damaged_vectors_are_no_end_of_finding_and_are_made_anew(case, finder):
    embedder = ByLetters()
    add(case, "\n\n".join(f"The bridge {number} in Zürich was closed 😀." for number in range(60)))
    make_vectors(case, finder.index, embedder)
    path = finder.index.path
    ((body,),) = finder.index.select("SELECT body FROM vectors")
    finder.index.close()
    # In the middle of what lies beyond the first page of the row: nothing but reading it tells.
    page = path.read_bytes().index(body[12_000:12_040]) // 4096
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\xff" * 4096)

    with Index(case) as index:
        anew = Finder(case, index, embedder)
        assert evidence(anew, "Zürich bridge")
        assert make_vectors(case, index, embedder) > 0
        assert evidence(anew, "Zürich bridge")[0].by_meaning > 0


def test_vectors_are_made_where_those_that_were_there_are_damaged(case, finder):
    embedder = ByLetters()
    add(case, "The bridge in Zürich was closed 😀.")
    make_vectors(case, finder.index, embedder)
    path = finder.index.path
    sql = "SELECT rootpage FROM sqlite_master WHERE name = 'sentence_vectors'"
    page = finder.index.select(sql)[0][0]
    finder.index.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    add(case, "Another bridge.")

    with Index(case) as index:
        assert make_vectors(case, index, embedder) == 2
