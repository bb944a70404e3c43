"""The options of the commands that mark, link and ask."""

from factcheck.cli.parsing import Parser
from factcheck.cli.parsing import case_argument as _case
from factcheck.cli.parsing import text_argument as _text
from factcheck.text.canonical import canonical_quote


def passage(parser: Parser) -> None:
    """Declare the options that name words of a text."""
    _text(parser, "--quote", "TEXT", "the words, exactly as they stand there")
    _text(parser, "--prefix", "TEXT", "words right before, where the quote stands more than once")
    _text(parser, "--suffix", "TEXT", "words right after, where the quote stands more than once")
    parser.add_argument(
        "--start", metavar="N", type=int, help="first character, counted from 0 in code points"
    )
    parser.add_argument("--end", metavar="N", type=int, help="the character after the last one")


def mark(parser: Parser) -> None:
    """Declare what ``mark`` takes."""
    _case(parser)
    _text(parser, "document", "DOCUMENT", "the article, by its id or your own id of it")
    passage(parser)
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


def link(parser: Parser) -> None:
    """Declare what ``link`` takes."""
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
    passage(parser)
    _text(parser, "--locator", "TEXT", "where it stands, in words: “p. 214”, “00:13:42”")
    _text(parser, "--note", "TEXT", "a note of yours")


def request(parser: Parser) -> None:
    """Declare what ``request`` takes."""
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


def answer(parser: Parser) -> None:
    """Declare what ``answer`` takes."""
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
