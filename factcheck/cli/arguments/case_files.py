"""The options of the commands about a case file as a whole."""

from factcheck.cli.parsing import Parser
from factcheck.cli.parsing import case_argument as _case
from factcheck.cli.parsing import text_argument as _text
from factcheck.text.canonical import canonical_quote


def new(parser: Parser) -> None:
    """Declare what ``new`` takes."""
    parser.add_argument("case", metavar="CASE", help="where to make it: NAME.factcheck")
    parser.add_argument(
        "--scale", metavar="NAME", default="general", help="the scale to rate with (general)"
    )


def scale(parser: Parser) -> None:
    """Declare what ``scale`` takes."""
    _case(parser)
    parser.add_argument(
        "file", metavar="FILE.json", nargs="?", help="a scale to add, or a new version of one"
    )
    _text(parser, "--use", "NAME", "rate with this scale from now on")


def redact(parser: Parser) -> None:
    """Declare what ``redact`` takes."""
    _case(parser)
    for name, metavar, words in (
        ("entry", "SEQ|ID", "entries of the log, by number or id: what they set goes everywhere"),
        (
            "document",
            "DOCUMENT",
            "these documents: texts, originals, attached files and what is told of them",
        ),
        ("original", "DOCUMENT", "the originals of these documents, not their texts"),
        ("attachment", "ID", "attached files, by id"),
        ("name", "TEXT", "words that go from every entry and every table"),
    ):
        # Given again it adds: a name that is passed over would be thought to be gone.
        parser.add_argument(
            f"--{name}", metavar=metavar, type=canonical_quote, nargs="+", action="extend",
            default=[], help=words,
        )  # fmt: skip
    parser.add_argument(
        "--reason", metavar="TEXT", required=True, type=canonical_quote, help="why; this stays"
    )
    parser.add_argument(
        "--plan", action="store_true", help="only say what would go, and what would stay"
    )
    parser.add_argument(
        "--purge-backups", action="store_true", help="delete the backups that still hold it"
    )


def verify(parser: Parser) -> None:
    """Declare what ``verify`` takes."""
    parser.add_argument("case", metavar="CASE|LOG.csv", help="a case, or its log as exact CSV")
    parser.add_argument(
        "--head",
        metavar="FINGERPRINT",
        help="a fingerprint that you kept: 1042-3f9a-51c2-9b0e-77d1-ac04, or seq:hash",
    )


def backup(parser: Parser) -> None:
    """Declare what ``backup`` takes."""
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
    instead.add_argument(
        "--place",
        metavar="WHERE",
        help="where backups of the case lie from now on: usual (the program's folder), beside (a"
        " folder beside the case), none, or a folder; the one before an update is always made",
    )
    parser.add_argument(
        "--plan", action="store_true", help="with --restore: only say what would be lost"
    )


def sample(parser: Parser) -> None:
    """Declare what ``sample`` takes."""
    parser.add_argument("folder", metavar="OUTDIR", help="the folder to make it in")
