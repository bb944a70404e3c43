"""The commands with their options: light, because each start and each --help reads it whole."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.cli import text_arguments, verdict_arguments
from factcheck.cli.parsing import Parser
from factcheck.cli.parsing import case_argument as _case
from factcheck.cli.parsing import text_argument as _text
from factcheck.text.canonical import canonical_quote

LISTED = ("documents", "claims", "places", "evidence", "verdicts", "requests")
EXPORTED = ("verdicts", "claims", "places", "evidence", "requests", "corrections", "log")
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command: how the list of commands tells of it, and what it takes.

    changes: it changes the case, so it takes --by.
    """

    name: str
    group: str
    summary: str
    example: str
    arguments: Callable[[Parser], None]
    changes: bool = False


def parser_of(command: Command) -> Parser:
    """Return the parser of a command, with its example below its options."""
    parser = Parser(
        prog=f"factcheck {command.name}",
        description=command.summary,
        epilog=f"Example:\n  {command.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.arguments(parser)
    if command.changes:
        parser.add_argument(
            "--by",
            metavar="NAME",
            type=canonical_quote,
            help="who does it (without it: FACTCHECK_BY, then the name in the settings, then your"
            " login name)",
        )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a line, each with its id"
    )
    return parser


def overview() -> str:
    """Return what ``factcheck --help`` prints: the commands in groups."""
    lines = [
        "Usage: factcheck [CASE] [--time-start]     open the window",
        "       factcheck COMMAND …                 do one thing from the command line",
        "",
        "Check facts: mark claims in articles, link what sources say, record verdicts.",
    ]
    for group in dict.fromkeys(command.group for command in COMMANDS.values()):
        lines += ["", f"{group}:"]
        lines += [
            f"  {command.name:<9} {command.summary}"
            for command in COMMANDS.values()
            if command.group == group
        ]
    lines += [
        "",
        "  --time-start  say in JSON how long the window took to start, and close it",
        "  --version     say which version this is",
        "",
        "More on a command, with an example: factcheck COMMAND --help",
        "A case that is called like a command: factcheck ./list",
        "Exit codes: 0 done, 1 failed in part or whole (what was done is kept), 2 wrong use.",
    ]
    return "\n".join(lines)


def _new(parser: Parser) -> None:
    parser.add_argument("case", metavar="CASE", help="where to make it: NAME.factcheck")
    parser.add_argument(
        "--scale", metavar="NAME", default="general", help="the scale to rate with (general)"
    )


def _add(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help=".txt .md .html .pdf .docx, or - for text from stdin; a .jsonl or .csv adds many: id"
        " and text, and where known title, url, outlet, published, language, byline",
    )
    marks = parser.add_argument_group("what it is (without either: a source)")
    marks.add_argument("--under-check", action="store_true", help="an article to check")
    marks.add_argument("--source", action="store_true", help="a source to check against")
    told = parser.add_argument_group("what you know about it; it goes before what the file says")
    for name, words in (
        ("title", "its title (of one document)"),
        ("url", "its address (of one document)"),
        ("external-id", "your own id for it (of one document)"),
        ("outlet", "who published it"),
        ("byline", "who wrote it"),
        ("published", "when, as precisely as known: 2020, 2020-11-17, 2020-11-17T09:30+03:00"),
        ("language", "its language, such as en"),
        ("label", "a label for this version, such as “UPDATE 2”"),
    ):
        told.add_argument(f"--{name}", metavar="TEXT", type=canonical_quote, default="", help=words)
    note = parser.add_argument_group("a source note, for a source without a file")
    note.add_argument("--note", metavar="TEXT", type=canonical_quote, help="what was said or seen")
    note.add_argument(
        "--kind",
        metavar="KIND",
        help="interview, call, email, book, print, photo, video, audio, dataset, observation or"
        " other",
    )
    note.add_argument("--who", metavar="TEXT", type=canonical_quote, default="", help="who said it")
    note.add_argument("--when", metavar="TEXT", type=canonical_quote, default="", help="when")
    note.add_argument("--how", metavar="TEXT", type=canonical_quote, default="", help="how")
    note.add_argument(
        "--attach", metavar="PATH", nargs="+", default=[], help="files to keep with the note"
    )


def _revise(parser: Parser) -> None:
    _case(parser)
    _text(parser, "document", "DOCUMENT", "the document, by its id or your own id of it")
    parser.add_argument(
        "path", metavar="PATH", help="its new text: any file that add reads, or - for stdin"
    )
    for name, words in (
        ("label", "a label for this version, such as “UPDATE 2”"),
        ("published", "when this version was published, as precisely as known"),
        ("received", "when it came in (without it: now)"),
    ):
        parser.add_argument(
            f"--{name}", metavar="TEXT", type=canonical_quote, default="", help=words
        )


def _list(parser: Parser) -> None:
    _case(parser)
    parser.add_argument("what", metavar="WHAT", choices=LISTED, help=", ".join(LISTED))


def _show(parser: Parser) -> None:
    _case(parser)
    _text(
        parser,
        "id",
        "ID",
        "an id or its first 8 characters or more, the number of a claim, or your own id of a"
        " document",
    )


def _passage(parser: Parser) -> None:
    _text(parser, "--quote", "TEXT", "the words, exactly as they stand there")
    _text(parser, "--prefix", "TEXT", "words right before, where the quote stands more than once")
    _text(parser, "--suffix", "TEXT", "words right after, where the quote stands more than once")
    parser.add_argument(
        "--start", metavar="N", type=int, help="first character, counted from 0 in code points"
    )
    parser.add_argument("--end", metavar="N", type=int, help="the character after the last one")


def _mark(parser: Parser) -> None:
    _case(parser)
    _text(parser, "document", "DOCUMENT", "the article, by its id or your own id of it")
    _passage(parser)
    parser.add_argument(
        "--from",
        dest="file",
        metavar="FILE",
        help="mark many: a .jsonl with id, quote, prefix, suffix, start, end, wording, speaker,"
        " made_on, checks, tags (a list); or a .csv, .tsv or .xlsx sheet with such columns, whose"
        " rows are kept without a place where the quote is not found",
    )
    _text(parser, "--claim", "CLAIM", "one more place of this claim, instead of a new claim")
    _text(parser, "--wording", "TEXT", "the claim in plain words (without it: the quote)")
    _text(parser, "--speaker", "TEXT", "who claims it")
    _text(parser, "--made-on", "DATE", "when it was claimed, as precisely as known")
    parser.add_argument(
        "--checks",
        choices=("fact", "attribution"),
        help="whether it is so (fact), or whether it was said so (attribution)",
    )
    parser.add_argument(
        "--tag",
        dest="tags",
        metavar="TEXT",
        type=canonical_quote,
        action="append",
        help="a tag; may be given several times",
    )


def _link(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "claims",
        metavar="CLAIM",
        nargs="+",
        type=canonical_quote,
        help="the claims, by number or id",
    )
    parser.add_argument(
        "--to",
        metavar="DOCUMENT",
        required=True,
        type=canonical_quote,
        help="the source, by its id or your own id of it",
    )
    parser.add_argument(
        "--stance",
        required=True,
        choices=("supports", "contradicts", "context"),
        help="what the source does to the claim",
    )
    _passage(parser)
    _text(parser, "--locator", "TEXT", "where it stands, in words: “p. 214”, “00:13:42”")
    _text(parser, "--note", "TEXT", "a note of yours")


def _edit(parser: Parser) -> None:
    _case(parser)
    _text(parser, "id", "ID", "a document, claim, place, evidence or request")
    parser.add_argument(
        "fields",
        metavar="FIELD=VALUE",
        nargs="+",
        type=canonical_quote,
        help="what to set; a wrong field names those that there are",
    )


def _request(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "--claim",
        dest="claims",
        metavar="CLAIM",
        nargs="+",
        default=[],
        type=canonical_quote,
        help="the claims it is about, by number or id",
    )
    _text(parser, "--document", "DOCUMENT", "the article it is about, by its id or your own id")
    parser.add_argument(
        "--kind",
        required=True,
        choices=("author", "source", "reply"),
        help="a question to the author or to a source, or a right of reply",
    )
    for name, words in (("to", "who is asked"), ("text", "the question")):
        parser.add_argument(
            f"--{name}", metavar="TEXT", required=True, type=canonical_quote, help=words
        )
    for name, words in (
        ("channel", "by what way, such as phone or e-mail"),
        ("deadline", "until when, as precisely as known: 2026-04-17, 2026-04-17T18:00+02:00"),
    ):
        parser.add_argument(
            f"--{name}", metavar="TEXT", type=canonical_quote, default="", help=words
        )


def _answer(parser: Parser) -> None:
    _case(parser)
    _text(parser, "request", "REQUEST", "the request, by its id")
    parser.add_argument(
        "--outcome",
        required=True,
        choices=("answered", "no-answer", "declined"),
        help="what became of it",
    )
    parser.add_argument(
        "--text", metavar="TEXT", type=canonical_quote, default="", help="what was answered"
    )
    parser.add_argument(
        "--as-note", action="store_true", help="make the answer a source note, to link as evidence"
    )


def _scale(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "file", metavar="FILE.json", nargs="?", help="a scale to add, or a new version of one"
    )
    _text(parser, "--use", "NAME", "rate with this scale from now on")


def _search(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "query",
        metavar="QUERY",
        type=canonical_quote,
        help="words, or phrases in quotation marks; the last word may be a beginning",
    )
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="at most N hits (20)")
    parser.add_argument(
        "--lexical", action="store_true", help="find by words alone, as this command always does"
    )


def _limits(parser: Parser) -> None:
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="at most N hits (20)")
    parser.add_argument(
        "--lexical", action="store_true", help="find by words alone, without the model"
    )


def _queries(parser: Parser) -> None:
    _text(parser, "--text", "TEXT", "what is looked for, in a sentence or two")
    parser.add_argument(
        "--queries", metavar="FILE.jsonl", help="many: a .jsonl with id and text, answered in order"
    )
    _limits(parser)


def _evidence(parser: Parser) -> None:
    _case(parser)
    _text(parser, "--claim", "CLAIM", "a claim of the case, by number or id")
    _queries(parser)


def _earlier(parser: Parser) -> None:
    _case(parser)
    _queries(parser)


def _import_claims(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a .jsonl or .csv with id and claim (title, rating, url, published, publisher,"
        " speaker); ClaimReview as JSON-LD or in a saved page; or another case, which is only read",
    )


def _index(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "--lexical", action="store_true", help="words alone: make no vectors with the model"
    )


def _as_of(parser: Parser) -> None:
    parser.add_argument(
        "--as-of",
        metavar="TIME|SEQ",
        help="only what was known then: a UTC time such as 2026-11-24T10:00Z, or the number of an"
        " entry",
    )


def _history(parser: Parser) -> None:
    _case(parser)
    _text(parser, "claim", "CLAIM", "the claim, by number or id")
    _as_of(parser)


def _export(parser: Parser) -> None:
    _case(parser)
    parser.add_argument("out", metavar="OUT", help="the file to write")
    parser.add_argument("--format", choices=("csv",), default="csv", help="the format (csv)")
    parser.add_argument(
        "--rows", choices=EXPORTED, default="verdicts", help="which table (verdicts: the ledger)"
    )
    parser.add_argument(
        "--mode",
        choices=("exact", "spreadsheet"),
        default="exact",
        help="exact keeps every cell; spreadsheet guards cells against being read as formulas",
    )
    parser.add_argument(
        "--delimiter",
        choices=tuple(DELIMITERS),
        default="comma",
        help="what sets cells apart; spreadsheets of many countries want a semicolon (comma)",
    )
    _as_of(parser)
    parser.add_argument(
        "--where",
        metavar="FIELD=VALUE",
        type=canonical_quote,
        nargs="+",
        default=[],
        help="only verdicts with this rating, checker, article, status (current, replaced,"
        " withdrawn, needs recheck) or text, and the claims, places and evidence of theirs",
    )


def _compare(parser: Parser) -> None:
    _text(parser, "--claim", "TEXT", "what was claimed")
    _text(parser, "--evidence", "TEXT", "what a source says")
    for name, words in (("claim", "the claim"), ("evidence", "the source")):
        parser.add_argument(
            f"--{name}-published",
            metavar="DATE",
            help=f"when {words} was published, for “on Wednesday”",
        )
    parser.add_argument(
        "--pairs",
        metavar="FILE.jsonl",
        help="many pairs: id, claim, evidence, claim_published, evidence_published; one JSON"
        " object a line is printed for each",
    )


def _suggest(parser: Parser) -> None:
    parser.add_argument("case", metavar="CASE", nargs="?", help="the case file")
    parser.add_argument(
        "document",
        metavar="DOCUMENT",
        nargs="?",
        type=canonical_quote,
        help="the article, by its id or your own id of it",
    )
    parser.add_argument(
        "--sentences",
        metavar="FILE.jsonl",
        help="many sentences without a case: id, text; one JSON object a line is printed for each",
    )


def _verify(parser: Parser) -> None:
    parser.add_argument("case", metavar="CASE|LOG.csv", help="a case, or its log as exact CSV")
    parser.add_argument(
        "--head",
        metavar="FINGERPRINT",
        help="a fingerprint that you kept: 1042-3f9a-51c2-9b0e-77d1-ac04, or seq:hash",
    )


def _backup(parser: Parser) -> None:
    _case(parser)
    parser.add_argument(
        "out",
        metavar="OUT",
        nargs="?",
        help="a file or folder to write the copy to (without it: among the backups of the case)",
    )
    instead = parser.add_argument_group("instead of making one").add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="list the backups of the case")
    instead.add_argument(
        "--restore",
        metavar="BACKUP",
        help="put a backup in the place of the case: its fingerprint, its file, or “newest”; the"
        " present file is set aside",
    )
    instead.add_argument(
        "--delete",
        metavar="BACKUP",
        nargs="+",
        help="delete backups for good, by fingerprint, or “all”",
    )
    instead.add_argument(
        "--salvage",
        metavar="NEW",
        help="make a new case from what can still be read of a damaged one, which stays as it is",
    )
    parser.add_argument(
        "--plan", action="store_true", help="with --restore: only say what would be lost"
    )


def _redact(parser: Parser) -> None:
    _case(parser)
    for name, metavar, words in (
        ("entry", "SEQ|ID", "entries of the log, by number or id: what they set goes everywhere"),
        ("document", "DOCUMENT", "the texts and originals of these documents"),
        ("original", "DOCUMENT", "the originals of these documents, not their texts"),
        ("attachment", "ID", "attached files, by their whole id"),
        ("name", "TEXT", "words that go from every entry and every table"),
    ):
        parser.add_argument(
            f"--{name}", metavar=metavar, type=canonical_quote, nargs="+", default=[], help=words
        )
    parser.add_argument(
        "--reason", metavar="TEXT", required=True, type=canonical_quote, help="why; this stays"
    )
    parser.add_argument(
        "--plan", action="store_true", help="only say what would go, and what would stay"
    )
    parser.add_argument(
        "--purge-backups", action="store_true", help="delete the backups that still hold it"
    )


def _sample(parser: Parser) -> None:
    parser.add_argument("folder", metavar="OUTDIR", help="the folder to make it in")


_CASE = "The case"
_DOCUMENTS = "Documents"
_CLAIMS = "Claims and verdicts"
_OUT = "Finding and handing over"

_ALL = (
    Command("new", _CASE, "Make a new, empty case.",
            "factcheck new story.factcheck --scale wire", _new, changes=True),
    Command("scale", _CASE, "List the rating scales of a case, add one, or choose one to use.",
            "factcheck scale story.factcheck --use wire", _scale, changes=True),
    Command("rules", _CASE, "Show or set the approvals a case needs and what it warns of.",
            "factcheck rules story.factcheck --approvals 2 --off 'too few sources'",
            verdict_arguments.rules, changes=True),
    Command("redact", _CASE, "Blank names, entries, texts or files for good, with a reason.",
            "factcheck redact story.factcheck --entry 12 --reason 'Court order' --plan", _redact,
            changes=True),
    Command("verify", _CASE, "Check that nothing in a case or an exported log was changed.",
            "factcheck verify story.factcheck --head 1042-3f9a-51c2-9b0e-77d1-ac04", _verify),
    Command("backup", _CASE, "Make, list or restore verified backups, or salvage a case.",
            "factcheck backup story.factcheck --restore newest --plan", _backup, changes=True),
    Command("sample", _CASE, "Make the sample case and its ledger in a folder.",
            "factcheck sample ~/factcheck-sample", _sample),
    Command("add", _DOCUMENTS, "Add files, many rows of a file, or a source note.",
            "factcheck add story.factcheck article.html --under-check", _add, changes=True),
    Command("revise", _DOCUMENTS, "Add a new version of a document, and find every place again.",
            "factcheck revise story.factcheck a1b2c3d4 update-2.html --label 'UPDATE 2'", _revise,
            changes=True),
    Command("list", _DOCUMENTS, "List documents, claims, places, evidence, verdicts or requests.",
            "factcheck list story.factcheck claims --json", _list),
    Command("show", _DOCUMENTS, "Show one thing with all that is known about it.",
            "factcheck show story.factcheck 3", _show),
    Command("edit", _DOCUMENTS, "Set fields of a document, claim, place, evidence or request.",
            "factcheck edit story.factcheck 3 speaker='Ann Linde' state=ready", _edit,
            changes=True),
    Command("mark", _CLAIMS, "Mark a claim at a place of an article.",
            "factcheck mark story.factcheck a1b2c3d4 --quote 'signed a joint statement'", _mark,
            changes=True),
    Command("link", _CLAIMS, "Link what a source says to claims.",
            "factcheck link story.factcheck 3 --to reuters-17 --quote 'on Monday'"
            " --stance contradicts", _link, changes=True),
    Command("rate", _CLAIMS, "Record a verdict on a claim.",
            "factcheck rate story.factcheck 3 --rating 'Mostly true' --reason 'Two sources.'",
            verdict_arguments.rate, changes=True),
    Command("review", _CLAIMS, "Approve a verdict of somebody else, or send it back.",
            "factcheck review story.factcheck 3 --send-back --reason 'Which day?'",
            verdict_arguments.review, changes=True),
    Command("publish", _CLAIMS, "Mark a verdict as published; later changes are corrections.",
            "factcheck publish story.factcheck 3 --url https://example.org/checks/3",
            verdict_arguments.publish, changes=True),
    Command("withdraw", _CLAIMS, "Take a verdict back; it stays on record.",
            "factcheck withdraw story.factcheck 3 --reason 'The figure was of another year.'",
            verdict_arguments.withdraw, changes=True),
    Command("recheck", _CLAIMS, "List the verdicts that need a recheck, or stand by one.",
            "factcheck recheck story.factcheck 3", verdict_arguments.recheck, changes=True),
    Command("request", _CLAIMS, "Ask the author or a source, or offer a right of reply.",
            "factcheck request story.factcheck --claim 3 4 --kind source --to 'Ann Linde'"
            " --text 'When was it signed?' --deadline 2026-04-17", _request, changes=True),
    Command("answer", _CLAIMS, "Note what became of a request.",
            "factcheck answer story.factcheck a1b2c3d4 --outcome answered --text 'On Monday.'"
            " --as-note", _answer, changes=True),
    Command("history", _CLAIMS, "Tell who did what to a claim, and when.",
            "factcheck history story.factcheck 3", _history),
    Command("search", _OUT, "Find passages by their words.",
            "factcheck search story.factcheck '\"joint statement\" ceasefire'", _search),
    Command("quotes", _OUT, "Look up every quotation of an article in the sources.",
            "factcheck quotes story.factcheck a1b2c3d4 --open",
            text_arguments.quotes),
    Command("changes", _OUT, "List what the publisher changed from one version to the next.",
            "factcheck changes story.factcheck a1b2c3d4 --after-verdict",
            text_arguments.changes),
    Command("copies", _OUT, "List which documents share text, and how many reports they make.",
            "factcheck copies story.factcheck --join reuters-1 courier-4 --reason 'One dispatch'",
            text_arguments.copies, changes=True),
    Command("evidence", _OUT, "Find passages worth reading for a claim or a text.",
            "factcheck evidence story.factcheck --claim 3 --limit 5", _evidence),
    Command("earlier", _OUT, "Find earlier claims and fact-checks that resemble a text.",
            "factcheck earlier story.factcheck --text 'The river fell to 61 m³.'", _earlier),
    Command("import-claims", _OUT, "Take in fact-checks that were made elsewhere.",
            "factcheck import-claims story.factcheck checks.jsonl", _import_claims, changes=True),
    Command("index", _OUT, "Bring the search index up to date, vectors included.",
            "factcheck index story.factcheck", _index),
    Command("compare", _OUT, "Compare a claim with what a source says: figures, dates, names.",
            "factcheck compare --claim 'The river fell to 61 m³.' --evidence 'It fell to 58 m³.'",
            _compare),
    Command("suggest", _OUT, "Say which sentences are worth checking, and why.",
            "factcheck suggest story.factcheck a1b2c3d4", _suggest),
    Command("export", _OUT, "Write the ledger, another table or the log as CSV.",
            "factcheck export story.factcheck ledger.csv --mode spreadsheet", _export),
)  # fmt: skip

COMMANDS = {command.name: command for command in _ALL}
"""By name, in the order in which the help lists them."""
