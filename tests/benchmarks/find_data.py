"""The material that finding is measured on, as cases: what is looked for, and what is right."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Change, ImportEarlier
from factcheck.ingest.loaded import Loaded


class Task(NamedTuple):
    """A case's content, the questions (id, text), and the right external ids of each question."""

    name: str
    purpose: str
    changes: list[Change]
    questions: list[tuple[str, str]]
    right: dict[str, set[str]]


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


def wice(data: Path) -> Task:
    """One document an article, one line a sentence; a right answer is "article:sentence"."""
    changes: list[Change] = []
    questions, right = [], {}
    for number, row in enumerate(_objects(data / "evidence" / "wice" / "dev.jsonl")):
        lines = [" ".join(sentence.split()) or "–" for sentence in row["evidence"]]
        changes.append(_document(str(number), "\n".join(lines), f"Article {number}"))
        supporting = {line for group in row["supporting_sentences"] for line in group}
        if supporting:
            questions.append((str(number), row["claim"]))
            right[str(number)] = {f"{number}:{line}" for line in supporting}
    return Task("wice", "evidence", changes, questions, right)


def case_of(task: Task, work: Path) -> Case:
    """Open the task's case in a folder, made there once: its vectors take minutes."""
    path = work / f"{task.name}.factcheck"
    if not path.exists():
        with Case.create(path, by="benchmark", via="cli") as made:
            for _ in made.do_all(task.changes, by="benchmark", via="cli"):
                pass
    return Case.open(path, read_only=True)


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
