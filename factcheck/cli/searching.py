"""Find passages, and keep the index that they are found by."""

import argparse

from factcheck.case.case import Case
from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors
from factcheck.case.read.scope import Scope, Which
from factcheck.case.search import Hit, answer
from factcheck.case.search_claims import ClaimHit, answer_of_claims
from factcheck.cli.opening import document_id, opened, output
from factcheck.cli.output import complain, number, progress
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.dates_given import given_date
from factcheck.vectors.minilm import MiniLM, is_installed

_DAY = len("2026-04-09")


def search(options: argparse.Namespace) -> int:
    """Run ``factcheck search``."""
    if options.limit < 1:
        raise UsageError("--limit is a number from 1 up.")
    if options.where == "claims":
        return _search_claims(options)
    with opened(options) as case, Index(case) as index:
        scope = _scope(options, case)
        hits, instead = answer(case, index, options.query, options.limit, scope)
    _tell(options, [_record(hit) for hit in hits], list(map(_words, hits)), instead)
    return 0


def _search_claims(options: argparse.Namespace) -> int:
    if options.document or options.published_from or options.published_to:
        raise UsageError("--document, --from and --to say in which documents to look, not claims.")
    with opened(options) as case, Index(case) as index:
        hits, instead = answer_of_claims(case, index, options.query, options.limit)
    _tell(options, [_claim_record(hit) for hit in hits], list(map(_claim_words, hits)), instead)
    return 0


def _tell(
    options: argparse.Namespace,
    hits: list[dict[str, object]],
    words: list[str],
    instead: dict[str, str],
) -> None:
    record: dict[str, object] = {"id": options.query, "hits": hits}
    if instead:
        record["instead"] = instead
        for word, shown in instead.items():
            complain(f"Nothing for “{word}”, shown: “{shown}”.")
    output(options).thing(record, "\n\n".join(words))
    if not hits and not options.json:
        complain("Nothing was found.")


def _scope(options: argparse.Namespace, case: Case) -> Scope:
    for date in (options.published_from, options.published_to):
        if date and (len(date) > _DAY or given_date(date) is None):
            raise UsageError(f"“{date}” is no date. A date is 2026, 2026-04 or 2026-04-09.")
    which: dict[str, Which] = {"articles": "under check", "sources": "sources"}
    within = document_id(case, options.document) if options.document else ""
    return Scope(
        which.get(options.where, "all"),
        within,
        options.published_from,
        options.published_to,
    )


def index(options: argparse.Namespace) -> int:
    """Run ``factcheck index``."""
    with opened(options) as case, Index(case) as kept:
        with progress("document") as tell:
            written = kept.sync(tell)
        if not kept.path.exists():
            raise FactcheckError(
                f"{kept.path} cannot be written here. Searching works all the same, but reads"
                " the whole case each time."
            )
        made, refused = 0, ""
        if not options.lexical and is_installed():
            try:
                with progress("vector") as tell:
                    made = make_vectors(case, kept, MiniLM(), tell)
            except FactcheckError as error:
                # The words are indexed all the same.
                refused = str(error)
        passages = kept.count()
        output(options).thing(
            {
                "id": case.id,
                "path": str(kept.path),
                "passages": passages,
                "written": written,
                "vectors": made,
            },
            f"{kept.path}: {number(passages, 'passage')}, {written:,} of them new"
            f"; {number(made, 'vector')} made.",
        )
        if refused:
            complain(refused)
    return 1 if refused else 0


def _record(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "document": hit.document_id,
        "external_id": hit.external_id,
        "title": hit.title,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "score": hit.score,
        "matched": [list(span) for span in hit.matched],
        "why": hit.why,
    }


def _claim_record(hit: ClaimHit) -> dict[str, object]:
    return {
        "id": hit.claim_id,
        "claim_no": hit.claim_no,
        "document": hit.document_id,
        "external_id": hit.external_id,
        "title": hit.title,
        "start": hit.start,
        "end": hit.end,
        "wording": hit.wording,
        "rating": hit.rating,
        "text": hit.text,
        "score": hit.score,
        "matched": [list(span) for span in hit.matched],
        "why": hit.why,
    }


def _claim_words(hit: ClaimHit) -> str:
    rated = hit.rating or "no verdict"
    line = "" if hit.text == hit.wording else f"\n{hit.text}"
    return f"{hit.claim_no}  {hit.wording}  ({rated}; {hit.why}){line}"


def _words(hit: Hit) -> str:
    return f"{hit.title}  ({hit.document_id[:8]}, {hit.start}–{hit.end}; {hit.why})\n{hit.text}"
