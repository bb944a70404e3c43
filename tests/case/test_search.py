"""The index file follows the case; the search finds words in it and says where and why."""

import errno
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.case import index as index_module
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, MarkClaim, RemoveDocument
from factcheck.case.fts import indexed_copy, matched_spans, terms
from factcheck.case.index import Index
from factcheck.case.index_file import index_path
from factcheck.case.index_words import counts_of
from factcheck.case.search import answer, search
from factcheck.errors import Cancelled
from factcheck.ingest.loaded import Loaded
from factcheck.text.canonical import canonical
from factcheck.text.passages import LONGEST, passages


def loaded(text, **said):
    return Loaded(text, text.encode(), "text/plain", "test", "1", **said)


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "Zürich 東京.factcheck", by="Zoë") as made:
        yield made


@pytest.fixture
def index(case):
    with Index(case) as kept:
        yield kept


def add(case, text, **said):
    return case.do(AddDocument(loaded(text, **said)), by="Zoë").ids[0]


def found(case, index, query, limit=20):
    return [hit.text for hit in search(case, index, query, limit)]


# What is found


def test_a_hit_tells_its_document_its_place_and_why(case, index):
    id = add(case, "Über Zürich 😀.\n\nThe treaty was signed.", title="Wire", external_id="w-1")

    hit = search(case, index, "signed treaty")[0]

    assert (hit.document_id, hit.external_id, hit.title) == (id, "w-1", "Wire")
    assert (hit.start, hit.end, hit.text) == (16, 38, "The treaty was signed.")
    assert [span.of(hit.text) for span in hit.matched] == ["treaty", "signed"]
    assert hit.why == "has “signed”, “treaty”"
    assert hit.score > 0


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("NEAR(near b)", "“NEAR(near”, “b”"),
        ("near, b: !", "“near”, “b”"),
        ("「Łódź」 “near b, ”", "“Łódź”, “near b”"),
        ("^near* (Łódź)", "“near”, “Łódź”"),
        ("58% €3 #b", "“58%”, “€3”, “#b”"),
        ("U.S. b.", "“U.S.”, “b”"),
    ],
)
def test_the_words_of_a_reason_stand_without_the_punctuation_around_them(case, index, query, named):
    add(case, "The U.S. near, near b 😀: 58 of 3 (Łódź).")

    assert [hit.why for hit in search(case, index, query)] == [f"has {named}"]


def test_the_name_of_a_hit_survives_a_new_index(case, index):
    add(case, "The treaty was signed in Zürich.")
    before = search(case, index, "treaty")[0].id
    index.close()
    index_path(case).unlink()
    with Index(case) as again:
        assert search(case, again, "treaty")[0].id == before


def test_better_passages_come_first(case, index):
    add(case, "A treaty.\n\nThe treaty of Zürich is the treaty that ended the war between them.")
    assert found(case, index, "treaty zurich")[0].startswith("The treaty of Zürich")


def test_words_are_found_without_accents_and_in_other_forms(case, index):
    add(case, "They signed an agreement in Zürich.")
    assert found(case, index, "zurich agreements signing")


def test_all_words_are_wanted_and_any_will_do_where_no_passage_has_all(case, index):
    add(case, "Water flows.\n\nWater and power.\n\nPower fails.")

    assert found(case, index, "water power ") == ["Water and power."]
    some = search(case, index, "water turbine power")
    assert {hit.text for hit in some} == {"Water flows.", "Water and power.", "Power fails."}
    assert some[0].why == "has 2 of 3: “water”, “power”"


def test_a_phrase_in_quotes_stands_as_it_is(case, index):
    add(case, "A joint statement.\n\nA statement of joint efforts.")
    for quoted in ('"joint statement"', "“joint statement”", "«joint statement»", '"joint stat'):
        hits = found(case, index, f"{quoted} a")
        assert hits[:1] == ["A joint statement."] or quoted.endswith("stat")


def test_the_last_word_may_be_the_beginning_of_one(case, index):
    add(case, "The ceasefire holds.")
    assert found(case, index, "the cease") == ["The ceasefire holds."]
    assert found(case, index, "cease the") == found(case, index, "the")


def test_whole_words_come_before_those_that_begin_so(case, index):
    add(case, "Ceasefire, Ceasefire 😀.\n\n" + "In Zürich they cease to speak of it. " * 5)

    hits = search(case, index, "cease")

    assert [hit.text[:5] for hit in hits] == ["In Zü", "Cease"]
    assert [span.of(hits[1].text) for span in hits[1].matched] == ["Ceasefire", "Ceasefire"]
    assert hits[0].score >= hits[1].score > 0
    assert found(case, index, "cease", limit=1) == [hits[0].text]


@pytest.mark.parametrize("limit", [1, 4, 5, 9, 40, 41, 60, 200])
def test_each_passage_is_found_once_whole_words_first_however_many_are_wanted(case, index, limit):
    whole = [f"Wire {number} from Zürich 東京." for number in range(40)]
    begun = [f"Wireless {number} in Zürich." for number in range(80)]
    add(case, "\n\n".join([*begun, *whole]))

    texts = found(case, index, "zurich wire", limit)

    assert len(texts) == len(set(texts)) == min(limit, 120)
    assert set(texts[:40]) <= set(whole)
    assert set(texts[40:]) <= set(begun)
    scores = [hit.score for hit in search(case, index, "zurich wire", limit)]
    assert scores == sorted(scores, reverse=True)


def test_a_title_does_not_put_a_passage_among_those_with_the_whole_word(case, index):
    add(case, "The ceasefire holds 😀.", title="They cease")
    add(case, "They cease in Zürich.", title="Wire")
    assert found(case, index, "cease") == ["They cease in Zürich.", "The ceasefire holds 😀."]


@pytest.mark.parametrize("others", [0, 60])
def test_few_passages_are_weighed_as_many_are(case, index, others):
    add(case, "\n\n".join(f"Nothing of it, {number}." for number in range(others)))
    add(case, "The treaty is " + "the best of the year, so the man of Zürich said. " * 3)
    add(case, "The treaty of Zürich is a treaty.")
    for number in range(others):
        add(case, f"The {number} years were {number} years: so they said of it. Treaty. " * 3)
    assert found(case, index, "the treaty", 5)[0] == "The treaty of Zürich is a treaty."


@pytest.mark.parametrize(
    ("text", "query", "matched"),
    [
        ("知事は東京都で協定に署名した。", "東京", "東京"),
        ("知事は東京都で協定に署名した。", "協定 署名", "協定"),
        ("대통령은 서울에서 협정에 서명했다.", "서울", "서울"),
        ("นายกรัฐมนตรีลงนามข้อตกลง", "ลงนาม", "ลงนาม"),
        ("Der 3東京abc-Vertrag", "東京", "東京"),
        ("وقّعت الحكومة الاتفاق أمس.", "الاتفاق", "الاتفاق"),
        ("Δήλωση στην Αθήνα", "ΑΘΉΝΑ", "Αθήνα"),
        ("before 😀😀 the NBSP\u00a0word", "nbsp word", "NBSP"),
    ],
)
def test_words_of_other_scripts_are_found_with_their_places(case, index, text, query, matched):
    add(case, text)
    hit = search(case, index, query)[0]
    assert hit.matched[0].of(hit.text).startswith(matched)


def test_a_run_of_characters_is_a_phrase(case, index):
    add(case, "京は東にある。")
    assert found(case, index, "東京") == []


@pytest.mark.parametrize(
    "query",
    ["", "  ", "—", "😀", '"', '""', "AND", "NOT x OR", "a*", "^a", "(a", "a:b", "-", "NEAR(a b)",
     "it's", 'say "the "word', "\x00", "{a}", "+a", "%", "\ud800 a"],
)  # fmt: skip
def test_no_query_is_wrong(case, index, query):
    id = add(case, "It is a word: say the word AND more, or NEAR; it's b.")
    assert {hit.document_id for hit in search(case, index, query)} <= {id}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_words_can_be_asked_for_and_matches_lie_in_the_text(query):
    text = canonical(query).text + " 東京 word"
    asked = terms(query)
    for of_term in matched_spans([text], asked)[0]:
        assert all(0 <= span.start < span.end <= len(text) for span in of_term)


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="ab東京ก 가é😀.\u00a0", max_size=40), st.text(alphabet="ab東京가", max_size=3)
)
def test_a_match_is_the_word_that_was_asked_for(text, word):
    asked = terms(f"{word} x")[:1]
    assert indexed_copy(text).replace(" ", "") == text.replace(" ", "")
    for span in matched_spans([text], asked)[0][0] if word else ():
        # Between the parts of a word that is cut into characters a stop or a blank may stand.
        assert [sign for sign in span.of(text) if sign.isalnum()] == list(word)


# What the index does


def test_the_index_follows_the_case(case, index):
    id = add(case, "First version about the treaty.", external_id="a")
    assert index.sync() == 1
    assert index.sync() == 0

    add(case, "Second version about the accord.", external_id="a")
    assert found(case, index, "treaty") == []
    assert found(case, index, "accord") == ["Second version about the accord."]

    case.do(RemoveDocument(id), by="Zoë")
    assert found(case, index, "accord") == []
    assert index.count() == 0

    case.undo(by="Zoë")
    assert found(case, index, "accord") == ["Second version about the accord."]


def test_words_of_a_text_that_goes_are_counted_no_more(case, index):
    id = add(case, "The treaty of Zürich.", title="😀")
    add(case, "The accord of Zürich, the accord of 東京.", title="😀", external_id="a")
    index.sync()
    case.do(RemoveDocument(id), by="Zoë")
    index.sync()
    add(case, "The pact of 東京.", title="😀", external_id="a")
    index.sync()
    counts = counts_of(index, "passages", ["treaty", "zurich", "accord", "pact", "東"])
    assert counts == {"treaty": 0, "zurich": 0, "accord": 0, "pact": 1, "東": 1}


def test_what_touches_no_text_costs_no_passage(case, index):
    id = add(case, "The treaty of Zürich.")
    index.sync()
    case.do(MarkClaim(id, 0, 10), by="Zoë")
    assert index.sync() == 0
    assert found(case, index, "treaty") == ["The treaty of Zürich."]


def test_what_was_said_in_a_note_is_found_and_a_note_without_words_does_no_harm(case, index):
    case.do(AddNote("call", "Call", said="The gauge fell to 58."), by="Zoë")
    case.do(AddNote("photo", "Photo"), by="Zoë")
    assert found(case, index, "gauge 58") == ["The gauge fell to 58."]


def test_a_redacted_text_leaves_the_index(case, index):
    add(case, "A secret name.")
    add(case, "Nothing about it.")
    index.sync()
    with case._writing().transaction("Zoë", "window", None) as tx:
        (sha256,) = tx.connection.exec_driver_sql(
            "SELECT sha256 FROM texts WHERE body LIKE '%secret%'"
        ).one()
        tx.connection.exec_driver_sql(
            "INSERT INTO redactions VALUES ('r1', 'texts', ?, 'asked by a court')", (sha256,)
        )
        tx.connection.exec_driver_sql("UPDATE texts SET body = NULL WHERE sha256 = ?", (sha256,))
        _append_entry(tx, "redact")

    assert found(case, index, "secret") == []
    assert index.count() == 1
    assert b"secret" not in index_path(case).read_bytes()


def _append_entry(tx, action):
    from factcheck.case.log import RowChange

    tx._gathered.append(RowChange("redactions", "r1", None, {"id": "r1"}))
    tx.entry(action)


@pytest.mark.parametrize("damage", ["no file", "no database", "torn", "of another case", "older"])
def test_the_index_is_made_anew_where_it_cannot_be_used(case, tmp_path, damage):
    for number in range(50):
        add(case, f"The treaty, part {number}, of Zürich 東京.\n\n" + "More words here. " * 40)
    path = index_path(case)
    with Index(case) as index:
        index.sync()
    match damage:
        case "no file":
            path.unlink()
        case "no database":
            path.write_bytes(b"not a database at all" * 500)
        case "torn":
            whole = path.read_bytes()
            path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        case "of another case":
            _set_mark(path, "case_id", "somebody else's")
        case "older":
            _set_mark(path, "format", 0)

    with Index(case) as index:
        hits = search(case, index, "treaty 49")
    assert [hit.text for hit in hits] == ["The treaty, part 49, of Zürich 東京."]


def test_damage_that_only_a_search_meets_is_repaired(case):
    for number in range(300):
        add(case, f"The treaty, part {number}. " + "Words of all sorts, 東京. " * 20)
    with Index(case) as index:
        index.sync()
        path = index.path
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) - len(whole) // 2))

    with Index(case) as index:
        assert search(case, index, "treaty 299")


def test_a_log_that_is_not_the_one_that_was_indexed_is_read_anew(case):
    add(case, "The treaty of Zürich.")
    with Index(case) as index:
        index.sync()
        _set_mark(index.path, "seq", 900)
        add(case, "The accord.")
        assert found(case, index, "accord") == ["The accord."]
        assert found(case, index, "treaty") == ["The treaty of Zürich."]


def _set_mark(path, column, value):
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE mark SET {column} = ?", (value,))
    connection.close()


def test_a_sync_that_was_cancelled_goes_on_where_it_stopped(case, index):
    texts = (AddDocument(loaded(f"Text {number} of Zürich.")) for number in range(450))
    assert len(list(case.do_all(texts, by="Zoë"))) == 450
    told = []

    def stop(done, total):
        told.append((done, total))
        if len(told) == 1:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        index.sync(stop)
    kept = index.count()
    assert 0 < kept < 450
    assert index.sync(stop) == 450 - kept
    assert told[-1][0] == told[-1][1]


def test_two_programs_keep_one_index(case, index):
    add(case, "The treaty of Zürich.")
    with Case.open(case.path) as other, Index(other) as theirs:
        assert theirs.sync() == 1
        assert index.sync() == 0
        add(case, "The accord of 東京.")
        assert index.sync() == 1
        assert found(other, theirs, "accord") == ["The accord of 東京."]


def test_where_something_else_stands_the_index_is_in_memory(case):
    add(case, "The treaty of Zürich.")
    index_path(case).mkdir(parents=True)
    with Index(case) as index:
        assert found(case, index, "treaty") == ["The treaty of Zürich."]
    assert index_path(case).is_dir()


def test_where_no_file_can_be_made_the_index_is_in_memory(case, tmp_path, monkeypatch):
    add(case, "The treaty of Zürich.")
    (tmp_path / "東京").touch()
    nowhere = tmp_path / "東京" / "folder" / "index"
    monkeypatch.setattr("factcheck.case.index.index_path", lambda _: nowhere)
    with Index(case) as index:
        assert index.sync() == 1
        assert found(case, index, "treaty") == ["The treaty of Zürich."]
    assert not nowhere.exists()


def test_an_older_index_that_can_only_be_read_is_made_anew_in_memory(case, index, monkeypatch):
    add(case, "The treaty of Zürich.")
    index.sync()
    add(case, "The accord of 東京.")
    before = index.path.read_bytes()

    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    with Index(case) as other:
        other._connection.execute("PRAGMA query_only = ON")
        monkeypatch.setattr(Path, "unlink", refuse)
        assert other.sync() == 2
        assert found(case, other, "accord") == ["The accord of 東京."]
    assert index.path.read_bytes() == before


@pytest.mark.parametrize("pages", [2, 30])
def test_on_a_full_disk_the_index_is_in_memory(case, monkeypatch, pages):
    add(case, "The treaty of Zürich. " + " ".join(f"Łódź{at}" for at in range(20_000)))
    with Index(case) as index:
        index.sync()
        add(case, "The accord of 東京. " + " ".join(f"Żółć{at}" for at in range(20_000)))
        set_up = index_module._set_up

        def on_a_full_disk(connection: sqlite3.Connection) -> None:
            set_up(connection)
            if connection.execute("PRAGMA database_list").fetchone()[2]:
                connection.execute(f"PRAGMA max_page_count = {pages}")

        monkeypatch.setattr(index_module, "_set_up", on_a_full_disk)
        # A file is never limited to fewer pages than it has.
        on_a_full_disk(index._connection)
        assert index.sync() > 0
        assert found(case, index, "treaty") != []
        assert found(case, index, "accord") != []
    with Index(case) as index:
        assert index.sync() > 0
        assert found(case, index, "accord") != []


def test_what_is_derived_later_finds_room_in_memory_on_a_full_disk(case, index):
    add(case, "The treaty of Zürich.")
    index.sync()
    index._connection.execute("PRAGMA max_page_count = 1")
    insert = "INSERT INTO vectors VALUES (?, 'm', ?)"
    index.write((insert, [(id, bytes(10_000)) for id in range(20)]))
    assert index.select("SELECT count(*) FROM vectors") == [(20,)]
    assert found(case, index, "treaty") == ["The treaty of Zürich."]
    with Index(case) as other:
        assert other.select("SELECT count(*) FROM vectors") == [(0,)]


# Passages


@given(st.text(alphabet="ab. \n😀東。", max_size=3000))
@settings(max_examples=60, deadline=None)
def test_passages_hold_every_word_once(text):
    spans = passages(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_a_long_paragraph_is_cut_between_sentences():
    text = "This is a sentence about Zürich. " * 200
    spans = passages(text)
    assert len(spans) > 5
    assert all(span.end - span.start <= LONGEST for span in spans)
    assert all(span.of(text).endswith(".") for span in spans)


def test_text_without_sentences_or_spaces_is_cut_too():
    assert [span.end - span.start for span in passages("x" * 2500)] == [1000, 1000, 500]
    words = passages("word " * 500)
    assert all(span.of("word " * 500).startswith("word") for span in words)


# Typed wrong


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("Zürihc", "zurich"), ("ceasfire", "ceasefire"), ("Waffenstilstand", "waffenstillstand")],
)
def test_a_word_that_stands_nowhere_finds_the_nearest_and_says_so(case, index, typed, shown):
    add(case, "Die Brücke in Zürich. A ceasefire, ein Waffenstillstand 😀.")

    told = answer(case, index, typed)

    assert told.instead == {typed: shown}
    assert f"nothing for “{typed}”, shown: “{shown}”" in told.hits[0].why


@pytest.mark.parametrize("typed", ["2015", "Bern", "xy", "東京", "61.5", "bridge"])
def test_figures_short_and_far_words_find_nothing_else(case, index, typed):
    add(case, "In 2016 the fee in Zürich was 62.5, not 2010; cartridge.")
    assert answer(case, index, typed) == ([], {})


def test_only_the_wrong_word_of_a_query_is_replaced(case, index):
    add(case, "The bridge in Zürich was closed.")
    add(case, "A bridge in Genève.")

    told = answer(case, index, "Zürihc bridge closed")

    assert told.instead == {"Zürihc": "zurich"}
    assert [hit.text for hit in told.hits] == ["The bridge in Zürich was closed."]
