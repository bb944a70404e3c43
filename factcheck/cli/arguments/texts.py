"""The options of the commands that compare texts of a case."""

from factcheck.case.reading_changes import NO_CHECK_WHYS
from factcheck.cli.arguments.claims import passage
from factcheck.cli.parsing import Parser, strict
from factcheck.cli.parsing import case_argument as _case
from factcheck.cli.parsing import text_argument as _text
from factcheck.text.canonical import canonical_quote


def quotes(parser: Parser) -> None:
    """Declare what ``quotes`` takes."""
    _case(parser)
    _text(parser, "document", "DOCUMENT", "the article, by its id or your own id of it")
    _table_out(parser, "the quotations")
    parser.add_argument(
        "--open", action="store_true", help="only those that differ or are in no source"
    )


def changes(parser: Parser) -> None:
    """Declare what ``changes`` takes."""
    _case(parser)
    _text(parser, "document", "DOCUMENT", "a document with several versions, by its id or your own")
    for name, dest, words in (
        ("from", "first", "the number of the older version (the one before)"),
        ("to", "last", "the number of the newer version (the current one)"),
    ):
        parser.add_argument(f"--{name}", dest=dest, metavar="N", type=int, help=words)
    parser.add_argument(
        "--after-verdict",
        action="store_true",
        help="only sentences on which a verdict rests that was published before",
    )
    _table_out(parser, "the changes")


def grid(parser: Parser) -> None:
    """Declare what ``grid`` takes."""
    _case(parser)
    parser.add_argument(
        "--document",
        metavar="DOCUMENT",
        type=canonical_quote,
        help="only the claims that stand in this article, by its id or your own id of it",
    )
    parser.add_argument("--tag", type=canonical_quote, help="only claims with this tag")
    parser.add_argument("--event", type=canonical_quote, help="only claims of this event")
    _table_out(parser, "one row a claim and one column a document,")


def copies(parser: Parser) -> None:
    """Declare what ``copies`` takes."""
    _case(parser)
    chosen = parser.add_argument_group("your own word on it, which goes before what is found")
    for name, words in (
        ("join", "these documents are one line of reporting"),
        ("apart", "the first of these documents is another line of reporting than the others"),
    ):
        chosen.add_argument(f"--{name}", metavar="DOCUMENT", nargs="+", default=[], help=words)
    chosen.add_argument("--reason", metavar="TEXT", type=canonical_quote, help="why; needed")


def contradictions(parser: Parser) -> None:
    """Declare what ``contradictions`` takes."""
    _case(parser)
    _text(
        parser,
        "--document",
        "DOCUMENT",
        "one article: its claims, and its sentences that are no claims, by its id or your own",
    )
    parser.add_argument(
        "--dismiss",
        metavar="ID",
        nargs="+",
        default=[],
        help="these are no contradictions: they are not listed again",
    )
    _table_out(parser, "the contradictions")


def lines(parser: Parser) -> None:
    """Declare what ``lines`` takes."""
    _case(parser)
    _text(parser, "document", "DOCUMENT", "an article under check, by its id or your own id of it")
    what = parser.add_argument_group("what is done (without any: the lines are listed)")
    one = what.add_mutually_exclusive_group()
    one.add_argument(
        "--no-check",
        metavar="WHY",
        choices=NO_CHECK_WHYS,
        help="the lines of these words need no check: " + ", ".join(NO_CHECK_WHYS),
    )
    one.add_argument("--unread", action="store_true", help="take that back")
    one.add_argument(
        "--sign-off",
        action="store_true",
        help="call the article checked; while a line is unread or a claim open, with --reason only",
    )
    one.add_argument("--withdraw", action="store_true", help="take the sign-off back")
    _text(parser, "--word", "TEXT", "a word on why no check is needed")
    _text(parser, "--reason", "TEXT", "why it is signed off with lines unread or claims open")
    passage(parser)


def _table_out(parser: Parser, what: str) -> None:
    parser.add_argument("--out", metavar="FILE.csv", help=f"write {what} as CSV too")
    parser.add_argument(
        "--mode",
        choices=("exact", "spreadsheet"),
        default="exact",
        help="of the CSV: exact keeps every cell; spreadsheet guards cells against being read as"
        " formulas",
    )
    strict(parser)
