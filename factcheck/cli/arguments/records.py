"""The options of the commands that tell and hand over what is recorded."""

from factcheck.cli.parsing import Parser, strict
from factcheck.cli.parsing import case_argument as _case
from factcheck.cli.parsing import text_argument as _text
from factcheck.text.canonical import canonical_quote

EXPORTED = (
    "verdicts", "claims", "places", "lines", "reading", "grid", "evidence", "requests",
    "corrections", "log",
)  # fmt: skip
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def history(parser: Parser) -> None:
    """Declare what ``history`` takes."""
    _case(parser)
    _text(parser, "claim", "CLAIM", "the claim, by number or id")
    _as_of(parser)


def export(parser: Parser) -> None:
    """Declare what ``export`` takes."""
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
    strict(parser)
    _as_of(parser)
    parser.add_argument(
        "--where",
        metavar="FIELD=VALUE",
        type=canonical_quote,
        nargs="+",
        default=[],
        help="only verdicts with this rating, checker, article, status (current, replaced,"
        " withdrawn, needs recheck) or text, and the claims, places and evidence of theirs; lines"
        " and reading take an article alone",
    )


def _as_of(parser: Parser) -> None:
    parser.add_argument(
        "--as-of",
        metavar="TIME|SEQ",
        help="only what was known then: a UTC time such as 2026-11-24T10:00Z, or the number of an"
        " entry",
    )
