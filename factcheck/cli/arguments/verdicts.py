"""The options of the commands about verdicts."""

from factcheck.case.verdict_changes import GATES, MOST_APPROVALS
from factcheck.cli.parsing import Parser, case_argument, text_argument
from factcheck.text.canonical import canonical_quote


def rate(parser: Parser) -> None:
    """Take a rating with its reason."""
    _claim(parser)
    parser.add_argument(
        "--rating",
        metavar="LABEL",
        required=True,
        type=canonical_quote,
        help="a label of the scale of the case (see: factcheck scale CASE)",
    )
    for name, words in (
        ("reason", "why"),
        ("explain", "why it is rated although the case warns of something (see: factcheck rules)"),
        ("what-was-wrong", "of a verdict that was published: what was wrong with it"),
        ("note", "of a verdict that was published: what the public is told"),
    ):
        parser.add_argument(
            f"--{name}", metavar="TEXT", type=canonical_quote, default="", help=words
        )


def review(parser: Parser) -> None:
    """Take an answer to a verdict."""
    _claim(parser)
    answer = parser.add_mutually_exclusive_group(required=True)
    answer.add_argument("--approve", action="store_true", help="the verdict is right")
    answer.add_argument("--send-back", action="store_true", help="it has to be looked at again")
    parser.add_argument(
        "--reason",
        metavar="TEXT",
        type=canonical_quote,
        default="",
        help="why; when it is sent back, the question",
    )


def publish(parser: Parser) -> None:
    """Take where and when a verdict was published."""
    _claim(parser)
    parser.add_argument(
        "--url",
        metavar="URL",
        required=True,
        type=canonical_quote,
        help="where, or in words: “print, p. 4”",
    )
    parser.add_argument("--at", metavar="TIME", type=canonical_quote, default="", help="when (now)")


def withdraw(parser: Parser) -> None:
    """Take why a verdict is withdrawn."""
    _claim(parser)
    parser.add_argument(
        "--reason", metavar="TEXT", required=True, type=canonical_quote, help="what was wrong"
    )
    parser.add_argument(
        "--note",
        metavar="TEXT",
        type=canonical_quote,
        default="",
        help="what the public is told; needed where the verdict was published",
    )


def recheck(parser: Parser) -> None:
    """Take the claim whose verdict is stood by."""
    case_argument(parser)
    parser.add_argument(
        "claim",
        metavar="CLAIM",
        nargs="?",
        type=canonical_quote,
        help="stand by the verdict of this claim (without it: list what needs a recheck)",
    )


def rules(parser: Parser) -> None:
    """Take the rules of a case."""
    case_argument(parser)
    parser.add_argument(
        "--approvals",
        metavar="N",
        type=int,
        choices=range(MOST_APPROVALS + 1),
        help=f"how many approvals make a verdict final (0 to {MOST_APPROVALS})",
    )
    for name, words in (("on", "warn of this"), ("off", "do not warn of this")):
        parser.add_argument(
            f"--{name}",
            metavar="GATE",
            nargs="+",
            choices=GATES,
            default=[],
            help=f"{words}: {', '.join(GATES)}",
        )


def _claim(parser: Parser) -> None:
    case_argument(parser)
    text_argument(parser, "claim", "CLAIM", "the claim, by number or id")
