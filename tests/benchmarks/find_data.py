"""The material that finding is measured on, as cases: what is looked for, and what is right."""

import csv
import json
import sys
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Change, ImportEarlier
from factcheck.case.find.evidence import EvidenceHit
from factcheck.case.find.finder import Finder
from factcheck.case.find.ranking import Sentence
from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors
from factcheck.ingest.loaded import Loaded
from factcheck.vectors.embedder import Embedder


class Task(NamedTuple):
    """A case's content, the questions (id, text), and the right names of each question.

    places: where the sentences of each article begin, by external id; the last is the end.
    """

    name: str
    purpose: str
    changes: list[Change]
    questions: list[tuple[str, str]]
    right: dict[str, set[str]]
    places: Mapping[str, list[int]] = {}


def tweets(data: Path, part: str) -> Task:
    folder = data / "known-claims" / "tweets-2020"
    rows = _table(folder / "verified_claims.docs.tsv")
    changes: list[Change] = [ImportEarlier(id, claim, title) for id, claim, title in rows]
    return Task(
        "tweets-2020", "earlier", changes, _table(folder / part / "tweets.queries.tsv"),
        _qrels(folder / part / "tweet-vclaim-pairs.qrels"),
    )  # fmt: skip


def debates(data: Path, part: str) -> Task:
    folder = data / "known-claims" / "debates-2022"
    changes: list[Change] = [
        ImportEarlier(row["ver_claim_ids"], row["ver_claim_texts"])
        for row in _objects(folder / "vclaims.jsonl")
    ]
    right = _qrels(folder / f"CT2022-Task2B-EN-{part.title()}_QRELs.tsv")
    lines = (folder / "CT2022-Task2B-EN-Train-Dev_Queries.tsv").read_text("utf-8").splitlines()
    # Some lines stand there twice.
    asked = dict(line.split("\t", 1) for line in lines)
    return Task(
        "debates-2022", "earlier", changes, [(id, asked[id]) for id in asked if id in right], right
    )


def scifact(data: Path) -> Task:
    folder = data / "evidence" / "scifact"
    changes: list[Change] = [
        _document(str(row["doc_id"]), " ".join(row["abstract"]), row["title"])
        for row in _objects(folder / "corpus.jsonl")
    ]
    claims = list(_objects(folder / "claims_train.jsonl"))
    right = {str(row["id"]): set(map(str, row["cited_doc_ids"])) for row in claims}
    questions = [(str(row["id"]), row["claim"]) for row in claims]
    return Task("scifact", "evidence", changes, questions, right)


def wice(data: Path, between: str = "\n") -> Task:
    """One document an article; a right answer is "article:sentence".

    between: what stands between two sentences: a line's end, or a space for articles whose
    paragraphs hold many.
    """
    changes: list[Change] = []
    questions, right = [], {}
    places = {}
    for number, row in enumerate(_objects(data / "evidence" / "wice" / "dev.jsonl")):
        lines = [" ".join(sentence.split()) or "–" for sentence in row["evidence"]]
        text = between.join(lines)
        places[str(number)] = [0, *accumulate(len(line) + len(between) for line in lines)]
        changes.append(_document(str(number), text, f"Article {number}"))
        supporting = {line for group in row["supporting_sentences"] for line in group}
        if supporting:
            questions.append((str(number), row["claim"]))
            right[str(number)] = {f"{number}:{line}" for line in supporting}
    name = "wice" if between == "\n" else "wice, joined"
    return Task(name, "evidence", changes, questions, right, places)


def rows_of(task: Task) -> list[tuple[str, str]]:
    """Return what a plain search is given: names and texts, of articles the sentences."""
    rows: list[tuple[str, str]] = []
    for change in task.changes:
        if isinstance(change, ImportEarlier):
            rows.append((change.external_id, f"{change.claim} {change.title}"))
        elif isinstance(change, AddDocument):
            id, text = change.loaded.external_id, change.loaded.text
            if id in task.places:
                spans = pairwise(task.places[id])
                rows += [(f"{id}:{at}", text[a:b]) for at, (a, b) in enumerate(spans)]
            else:
                rows.append((id, f"{change.loaded.title} {text}"))
    return rows


def names_of(task: Task, found: EvidenceHit | Sentence) -> set[str]:
    """Return what a hit is an answer of: its document, or the sentences of the article in it.

    Of sentences that a hit holds in part, those count of which it holds at least half.
    """
    if isinstance(found, EvidenceHit):
        article, start, end = found.external_id, found.start, found.end
    else:
        article, (start, end) = found.passage.source.external_id, found.span
    if not task.places:
        return {article}
    places = task.places[article]
    return {
        f"{article}:{line}"
        for line in range(bisect_right(places, start) - 1, bisect_left(places, end))
        for first, after in [(places[line], places[line + 1])]
        if 2 * (min(end, after) - max(start, first)) >= min(after - first, end - start)
    }


@contextmanager
def finder_of(task: Task, work: Path, embedder: Embedder | None) -> Iterator[Finder]:
    """Open the task's case in a folder, made there once: its vectors take minutes."""
    path = work / f"{task.name}.factcheck"
    if not path.exists():
        with Case.create(path, by="benchmark", via="cli") as made:
            for _ in made.do_all(task.changes, by="benchmark", via="cli"):
                pass
    with Case.open(path, read_only=True) as case, Index(case) as index:
        index.sync()
        if embedder is not None:
            make_vectors(case, index, embedder, lambda done, total: _tell(task, done, total))
        yield Finder(case, index, embedder)


def article_finders(task: Task, embedder: Embedder | None) -> Iterator[tuple[str, str, Finder]]:
    """Give each question (id, text) with a finder in a case of its article alone."""
    articles = {
        change.loaded.external_id: change
        for change in task.changes
        if isinstance(change, AddDocument)
    }
    for question, text in task.questions:
        with (
            tempfile.TemporaryDirectory() as folder,
            Case.create(Path(folder) / "one.factcheck", by="benchmark") as case,
            Index(case) as index,
        ):
            case.do(articles[question], by="benchmark")
            index.sync()
            if embedder is not None:
                make_vectors(case, index, embedder)
            yield question, text, Finder(case, index, embedder)


def _tell(task: Task, done: int, total: int) -> None:
    print(f"\r{task.name}: {done} of {total} vectors", end="", file=sys.stderr, flush=True)


def _document(id: str, text: str, title: str) -> AddDocument:
    loaded = Loaded(
        text, text.encode(), "application/json", "rows", "1", external_id=id, title=title
    )
    return AddDocument(loaded)


def _table(path: Path) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in list(csv.reader(lines, delimiter="\t"))[1:]]


def _qrels(path: Path) -> dict[str, set[str]]:
    right: dict[str, set[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        question, _, answer, _ = line.split()
        right.setdefault(question, set()).add(answer)
    return right


def _objects(path: Path) -> Iterator[dict]:
    return map(json.loads, path.read_text("utf-8").splitlines())
