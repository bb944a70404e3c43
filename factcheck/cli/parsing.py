"""The parser of a command, and the arguments that many commands have."""

import argparse
import re
import sys
from typing import NoReturn

from factcheck.text.canonical import canonical_quote

# What argparse says, in the words of the rest of the program.
_PLAIN = (
    (r"^argument (.+?): invalid choice: '(.*)' \(choose from (.+)\)$",
     r"\1 cannot be “\2”. It can be: \3"),
    (r"^argument (.+?): invalid int value: '(.*)'$", r"\1 is a whole number, not “\2”"),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """A parser of one command that says what is wrong in one sentence."""

    # Since Python 3.14 help is coloured, which the door to the terminal would show as signs.
    color = False

    def error(self, message: str) -> NoReturn:
        """Write the sentence to stderr and leave with 2."""
        for pattern, ours in _PLAIN:
            message = re.sub(pattern, ours, message, flags=re.DOTALL)
        sentence = message[:1].upper() + message[1:].rstrip(".")
        sys.stderr.write(f"{sentence}. See: {self.prog} --help\n")
        raise SystemExit(2)


def case_argument(parser: Parser) -> None:
    """Take the case file."""
    parser.add_argument("case", metavar="CASE", help="the case file")


def text_argument(parser: Parser, name: str, metavar: str, words: str) -> None:
    """Take words of the user, in canonical form."""
    parser.add_argument(name, metavar=metavar, type=canonical_quote, help=words)


def strict(parser: Parser) -> None:
    """Declare that nothing is written where a confidential source may still be named."""
    parser.add_argument(
        "--strict",
        action="store_true",
        help="write nothing where a word of a confidential source's name is left; else such places"
        " are listed on stderr",
    )
