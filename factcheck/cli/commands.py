"""The commands with their options: light, because each start and each --help reads it whole."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.cli.arguments import case_files, claims, documents, finding, records, texts, verdicts
from factcheck.cli.parsing import Parser
from factcheck.text.canonical import canonical_quote


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


_CASE = "The case"
_DOCUMENTS = "Documents"
_CLAIMS = "Claims and verdicts"
_OUT = "Finding and handing over"

_ALL = (
    Command("new", _CASE, "Make a new, empty case.",
            "factcheck new story.factcheck --scale wire", case_files.new, changes=True),
    Command("scale", _CASE, "List the rating scales of a case, add one, or choose one to use.",
            "factcheck scale story.factcheck --use wire", case_files.scale, changes=True),
    Command("rules", _CASE, "Show or set the approvals a case needs and what it warns of.",
            "factcheck rules story.factcheck --approvals 2 --off 'too few sources'",
            verdicts.rules, changes=True),
    Command("redact", _CASE, "Blank names, entries, texts or files for good, with a reason.",
            "factcheck redact story.factcheck --entry 12 --reason 'Court order' --plan",
            case_files.redact, changes=True),
    Command("verify", _CASE, "Check that nothing in a case or an exported log was changed.",
            "factcheck verify story.factcheck --head 1042-3f9a-51c2-9b0e-77d1-ac04",
            case_files.verify),
    Command("backup", _CASE, "Make, list or restore verified backups, or salvage a case.",
            "factcheck backup story.factcheck --restore newest --plan",
            case_files.backup, changes=True),
    Command("sample", _CASE, "Make the sample case and its ledger in a folder.",
            "factcheck sample ~/factcheck-sample", case_files.sample),
    Command("add", _DOCUMENTS, "Add files, many rows of a file, or a source note.",
            "factcheck add story.factcheck article.html --under-check",
            documents.add, changes=True),
    Command("revise", _DOCUMENTS, "Add a new version of a document, and find every place again.",
            "factcheck revise story.factcheck a1b2c3d4 update-2.html --label 'UPDATE 2'",
            documents.revise, changes=True),
    Command("list", _DOCUMENTS, "List documents, claims, places, evidence, verdicts or requests.",
            "factcheck list story.factcheck claims --json", documents.list_things),
    Command("show", _DOCUMENTS, "Show one thing with all that is known about it.",
            "factcheck show story.factcheck 3", documents.show),
    Command("edit", _DOCUMENTS, "Set fields of a document, claim, place, evidence or request.",
            "factcheck edit story.factcheck 3 speaker='Ann Linde' state=ready", documents.edit,
            changes=True),
    Command("mark", _CLAIMS, "Mark a claim at a place of an article.",
            "factcheck mark story.factcheck a1b2c3d4 --quote 'signed a joint statement'",
            claims.mark, changes=True),
    Command("link", _CLAIMS, "Link what a source says to claims.",
            "factcheck link story.factcheck 3 --to reuters-17 --quote 'on Monday'"
            " --stance contradicts", claims.link, changes=True),
    Command("lines", _CLAIMS, "Read an article line by line, and sign it off.",
            "factcheck lines story.factcheck a1b2c3d4 --no-check opinion --quote 'a fine day'",
            texts.lines, changes=True),
    Command("rate", _CLAIMS, "Record a verdict on a claim.",
            "factcheck rate story.factcheck 3 --rating 'Mostly true' --reason 'Two sources.'",
            verdicts.rate, changes=True),
    Command("review", _CLAIMS, "Approve a verdict of somebody else, or send it back.",
            "factcheck review story.factcheck 3 --send-back --reason 'Which day?'",
            verdicts.review, changes=True),
    Command("publish", _CLAIMS, "Mark a verdict as published; later changes are corrections.",
            "factcheck publish story.factcheck 3 --url https://example.org/checks/3",
            verdicts.publish, changes=True),
    Command("withdraw", _CLAIMS, "Take a verdict back; it stays on record.",
            "factcheck withdraw story.factcheck 3 --reason 'The figure was of another year.'",
            verdicts.withdraw, changes=True),
    Command("recheck", _CLAIMS, "List the verdicts that need a recheck, or stand by one.",
            "factcheck recheck story.factcheck 3", verdicts.recheck, changes=True),
    Command("request", _CLAIMS, "Ask the author or a source, or offer a right of reply.",
            "factcheck request story.factcheck --claim 3 4 --kind source --to 'Ann Linde'"
            " --text 'When was it signed?' --deadline 2026-04-17", claims.request, changes=True),
    Command("answer", _CLAIMS, "Note what became of a request.",
            "factcheck answer story.factcheck a1b2c3d4 --outcome answered --text 'On Monday.'"
            " --as-note", claims.answer, changes=True),
    Command("history", _CLAIMS, "Tell who did what to a claim, and when.",
            "factcheck history story.factcheck 3", records.history),
    Command("search", _OUT, "Find passages by their words.",
            "factcheck search story.factcheck '\"joint statement\" ceasefire'", finding.search),
    Command("quotes", _OUT, "Look up every quotation of an article in the sources.",
            "factcheck quotes story.factcheck a1b2c3d4 --open",
            texts.quotes),
    Command("changes", _OUT, "List what the publisher changed from one version to the next.",
            "factcheck changes story.factcheck a1b2c3d4 --after-verdict",
            texts.changes),
    Command("contradictions", _OUT, "List what is told with two figures, dates or names.",
            "factcheck contradictions story.factcheck --document a1b2c3d4",
            texts.contradictions, changes=True),
    Command("grid", _OUT, "Set what each document says of each claim side by side.",
            "factcheck grid story.factcheck --event 'Truce talks' --out grid.csv", texts.grid),
    Command("copies", _OUT, "List which documents share text, and how many reports they make.",
            "factcheck copies story.factcheck --join reuters-1 courier-4 --reason 'One dispatch'",
            texts.copies, changes=True),
    Command("evidence", _OUT, "Find passages worth reading for a claim or a text.",
            "factcheck evidence story.factcheck --claim 3 --limit 5", finding.evidence),
    Command("earlier", _OUT, "Find earlier claims and fact-checks that resemble a text.",
            "factcheck earlier story.factcheck --text 'The river fell to 61 m³.'", finding.earlier),
    Command("dismiss", _OUT, "Put a passage away that is no evidence for a claim.",
            "factcheck dismiss story.factcheck 3 reuters-17:120-183", finding.dismiss,
            changes=True),
    Command("judge", _OUT, "Say whether an earlier claim is the same as a claim.",
            "factcheck judge story.factcheck 3 a1b2c3d4 related", finding.judge, changes=True),
    Command("looked", _OUT, "Record that something was looked for and not found.",
            "factcheck looked story.factcheck 3 --for 'a delivery note' --where 'port archive'",
            finding.looked, changes=True),
    Command("import-claims", _OUT, "Take in fact-checks that were made elsewhere.",
            "factcheck import-claims story.factcheck checks.jsonl",
            finding.import_claims, changes=True),
    Command("index", _OUT, "Bring the search index up to date, vectors included.",
            "factcheck index story.factcheck", finding.index),
    Command("compare", _OUT, "Compare a claim with what a source says: figures, dates, names.",
            "factcheck compare --claim 'The river fell to 61 m³.' --evidence 'It fell to 58 m³.'",
            finding.compare),
    Command("suggest", _OUT, "Say which sentences are worth checking, and why.",
            "factcheck suggest story.factcheck a1b2c3d4", finding.suggest),
    Command("export", _OUT, "Write the ledger, another table or the log as CSV.",
            "factcheck export story.factcheck ledger.csv --mode spreadsheet", records.export),
)  # fmt: skip

COMMANDS = {command.name: command for command in _ALL}
"""By name, in the order in which the help lists them."""
