"""The options of the commands that find and compare."""

from factcheck.cli.parsing import Parser
from factcheck.cli.parsing import case_argument as _case
from factcheck.cli.parsing import text_argument as _text
from factcheck.text.canonical import canonical_quote


def search(parser: Parser) -> None:
    """Declare what ``search`` takes."""
    _case(parser)
    parser.add_argument(
        "query",
        metavar="QUERY",
        type=canonical_quote,
        help="words, or phrases in quotation marks; the last word may be a beginning",
    )
    parser.add_argument(
        "--in",
        dest="where",
        choices=("documents", "articles", "sources", "claims"),
        default="documents",
        help="where to look; claims: their wording, who said it, verdicts and reasons (documents)",
    )
    _text(parser, "--document", "DOCUMENT", "only in this one, by its id or your own id of it")
    for name, words in (("from", "from this date on"), ("to", "up to this date")):
        parser.add_argument(
            f"--{name}",
            dest=f"published_{name}",
            metavar="DATE",
            default="",
            help=f"only what was published {words}: 2026, 2026-04 or 2026-04-09",
        )
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="at most N hits (20)")
    parser.add_argument(
        "--lexical", action="store_true", help="find by words alone, as this command always does"
    )


def evidence(parser: Parser) -> None:
    """Declare what ``evidence`` takes."""
    _case(parser)
    _text(parser, "--claim", "CLAIM", "a claim of the case, by number or id")
    _queries(parser)


def earlier(parser: Parser) -> None:
    """Declare what ``earlier`` takes."""
    _case(parser)
    _queries(parser)


def dismiss(parser: Parser) -> None:
    """Declare what ``dismiss`` takes."""
    _case(parser)
    _text(parser, "claim", "CLAIM", "the claim, by number or id")
    parser.add_argument(
        "hints",
        metavar="HINT",
        nargs="+",
        type=canonical_quote,
        help="the id that evidence --json prints, or DOCUMENT:START-END",
    )


def judge(parser: Parser) -> None:
    """Declare what ``judge`` takes."""
    _case(parser)
    _text(parser, "claim", "CLAIM", "the claim, by number or id")
    _text(
        parser,
        "earlier",
        "EARLIER",
        "an imported fact-check, by the id that earlier --json prints or its publisher's; or"
        " another claim of the case",
    )
    parser.add_argument(
        "judgement",
        metavar="JUDGEMENT",
        choices=("same", "related", "not-the-same"),
        help="same, related or not-the-same; said again, the last word counts",
    )


def looked(parser: Parser) -> None:
    """Declare what ``looked`` takes."""
    _case(parser)
    _text(parser, "claim", "CLAIM", "the claim, by number or id")
    parser.add_argument(
        "--for",
        dest="looked_for",
        metavar="TEXT",
        required=True,
        type=canonical_quote,
        help="what was looked for",
    )
    parser.add_argument(
        "--where",
        dest="looked_in",
        metavar="TEXT",
        default="",
        type=canonical_quote,
        help="where (without it: the documents of the case)",
    )


def import_claims(parser: Parser) -> None:
    """Declare what ``import-claims`` takes."""
    _case(parser)
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a .jsonl or .csv with id and claim (title, rating, url, published, publisher,"
        " speaker); ClaimReview as JSON-LD or in a saved page; or another case, which is only read",
    )


def index(parser: Parser) -> None:
    """Declare what ``index`` takes."""
    _case(parser)
    parser.add_argument(
        "--lexical", action="store_true", help="words alone: make no vectors with the model"
    )


def _queries(parser: Parser) -> None:
    _text(parser, "--text", "TEXT", "what is looked for, in a sentence or two")
    parser.add_argument(
        "--queries", metavar="FILE.jsonl", help="many: a .jsonl with id and text, answered in order"
    )
    _limits(parser)


def _limits(parser: Parser) -> None:
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="at most N hits (20)")
    parser.add_argument(
        "--lexical", action="store_true", help="find by words alone, without the model"
    )


def compare(parser: Parser) -> None:
    """Declare what ``compare`` takes."""
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


def suggest(parser: Parser) -> None:
    """Declare what ``suggest`` takes."""
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
