"""Find passages, and keep the index that they are found by."""

import argparse

from factcheck.case.index import Index
from factcheck.case.index_vectors import make_vectors
from factcheck.case.search import Hit, answer
from factcheck.cli.opening import opened, output
from factcheck.cli.output import complain, number, progress
from factcheck.errors import FactcheckError, UsageError
from factcheck.vectors.minilm import MiniLM, is_installed


def search(options: argparse.Namespace) -> int:
    """Run ``factcheck search``."""
    if options.limit < 1:
        raise UsageError("--limit is a number from 1 up.")
    with opened(options) as case, Index(case) as index:
        hits, instead = answer(case, index, options.query, options.limit)
    record: dict[str, object] = {"id": options.query, "hits": [_record(hit) for hit in hits]}
    if instead:
        record["instead"] = instead
        for word, shown in instead.items():
            complain(f"Nothing for “{word}”, shown: “{shown}”.")
    output(options).thing(record, "\n\n".join(map(_words, hits)))
    if not hits and not options.json:
        complain("Nothing was found.")
    return 0


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
        made = 0
        if not options.lexical and is_installed():
            with progress("vector") as tell:
                made = make_vectors(case, kept, MiniLM(), tell)
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
    return 0


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


def _words(hit: Hit) -> str:
    return f"{hit.title}  ({hit.document_id[:8]}, {hit.start}–{hit.end}; {hit.why})\n{hit.text}"
