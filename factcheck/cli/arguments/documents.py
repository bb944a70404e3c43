"""The options of the commands about documents, and of those that list and set anything."""

from factcheck.cli.parsing import Parser
from factcheck.cli.parsing import case_argument as _case
from factcheck.cli.parsing import text_argument as _text
from factcheck.text.canonical import canonical_quote

LISTED = ("documents", "claims", "places", "evidence", "verdicts", "requests")


def add(parser: Parser) -> None:
    """Declare what ``add`` takes."""
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


def revise(parser: Parser) -> None:
    """Declare what ``revise`` takes."""
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


def list_things(parser: Parser) -> None:
    """Declare what ``list`` takes."""
    _case(parser)
    parser.add_argument("what", metavar="WHAT", choices=LISTED, help=", ".join(LISTED))


def show(parser: Parser) -> None:
    """Declare what ``show`` takes."""
    _case(parser)
    _text(
        parser,
        "id",
        "ID",
        "an id or its first 8 characters or more, the number of a claim, or your own id of a"
        " document",
    )


def edit(parser: Parser) -> None:
    """Declare what ``edit`` takes."""
    _case(parser)
    _text(parser, "id", "ID", "a document, claim, place, evidence or request")
    parser.add_argument(
        "fields",
        metavar="FIELD=VALUE",
        nargs="+",
        type=canonical_quote,
        help="what to set; a wrong field names those that there are",
    )
