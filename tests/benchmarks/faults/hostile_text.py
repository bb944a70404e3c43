"""Text that makes slow code slow: pieces to be repeated, some out of the patterns themselves.

A pattern that backtracks does so on what it almost matches. What it almost matches stands in it:
each of its repeats is unfolded here into a string that fits, and strings of one, two and three
repeats that follow each other are what is fed to it, many times over, with an end that fits not.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType

ENDS = ("", "!", "\x01", "\n", "a", "9", "”")
"""What follows the repeated piece, so that a pattern that asks for its end does not find it."""

DISTINCT = "¤"
"""Stands in a piece for a word that is another one each time."""

PIECES = (
    # Many words, names, numbers, quotations and sentences, each of them once.
    *(
        "¤ ",
        "X¤ ",
        "¤",
        "X¤ said. ",
        "“¤” said X¤. ",
        "“¤ ¤”. ",
        "¤.\n\n",
        "X¤ Y¤, ",
        "[¤] ",
        "¤… ",
    ),
    *("In ¤ 5 people died. ", "X¤ rose by 7 per cent. ", "X¤ of Z¤ was not ¤. ", "- ¤\n", "# ¤\n"),
    # One of each sort of character.
    *[
        "a",
        "A",
        "é",
        "ß",
        "ж",
        "я",
        "م",
        "א",
        "अ",
        "ไ",
        "中",
        "あ",
        "한",
        "0",
        "9",
        "٣",
        "²",
        "½",
        "Ⅷ",
        "_",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "…",
        "-",
        "–",
        "—",
        "'",
        "’",
        '"',
        "“",
        "”",
        "„",
        "«",
        "»",
        "‹",
        "›",
        "「",
        "」",
        "(",
        "[",
        "{",
    ],
    *[
        ")",
        "]",
        "}",
        "<",
        ">",
        "/",
        "\\",
        "|",
        "#",
        "*",
        "~",
        "`",
        "=",
        "+",
        "@",
        "&",
        "%",
        "$",
        "€",
        "£",
        "¥",
        "₽",
        "°",
        "§",
        "😀",
        "𐐀",
    ],
    *(" ", "\n", "\t", "\r", "\f", "\v", "\x00", "\x1b", "\x85", "\xa0", "\u2009", "\u3000"),
    *(
        "\u0301",
        "\u0323",
        "\u0301\u0323",
        "\u200d",
        "\u200b",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ufeff",
    ),
    *("\U0001f468\u200d", "\U0001f1e6", "\ufe0f", "\u00ad", "\u2028", "\ufdd0", "\ufffd"),
    # Numbers, dates, amounts.
    *(
        "1.",
        "1,",
        "1 ",
        "1-",
        "1'",
        "1/",
        "1:",
        "1e",
        "123,",
        "123.",
        "123 ",
        "1.1-",
        "12.5%",
        "$1 ",
    ),
    *(
        "€1,5 ",
        "1st ",
        "3rd-",
        "1990s ",
        "'90s ",
        "17 November 2020 ",
        "2020-11-17 ",
        "17.11.2020 ",
    ),
    *(
        "17.11.",
        "May ",
        "Monday ",
        "on Monday ",
        "last week ",
        "3 days ago ",
        "at 9:30 ",
        "9 a.m. ",
    ),
    *(
        "XVI ",
        "I",
        "IV. ",
        "MCM",
        "iv",
        "one ",
        "one hundred and ",
        "hundred ",
        "thousand million ",
    ),
    *(
        "twenty-",
        "half a ",
        "and a half ",
        "two thirds of ",
        "einundzwanzig",
        "hundert",
        "quatre-vingt-",
    ),
    *(
        "dozens of ",
        "about 5 ",
        "more than ",
        "between 3 and ",
        "from 3 to ",
        "3–",
        "3 to ",
        "1 in ",
        "½ ",
    ),
    *("5 per cent ", "5 million dollars ", "km/h ", "5 km ", "-5", "+5", "5x", "1⁄2"),
    # Numbers larger than a machine's, and days that no calendar has.
    *(
        "9" * 39 + " days ago ",
        "in " + "9" * 30 + " years ",
        "1" * 25 + "th century ",
        "9" * 400 + " ",
    ),
    *(
        "hundred trillion trillion ",
        "five billion billion years ago ",
        "9999-12-31 ",
        "30 February 2020 ",
    ),
    *(
        "0.000000000000000000000000000000000000001 ",
        "1" * 38 + " per cent ",
        "1/" + "9" * 38 + " ",
        "0/0 ",
    ),
    *(
        "0 of 0 ",
        "1 in 0 ",
        "0 times ",
        "year 0 ",
        "in 0000 ",
        "99:99 ",
        "25:61:61 p.m. ",
        "31.12.9999 ",
    ),
    *(
        "1.1." * 60 + " ",
        "the " + "9" * 39 + "s ",
        "$" + "9" * 39 + " trillion ",
        "last year 9999 ",
    ),
    *("9999 BC ", "in " + "1" * 12 + " minutes ", "30-30-3000 ", "²" * 30 + " ", "1" * 40 + " km "),
    # Words that the app looks for.
    *(
        "said ",
        "said said ",
        ", he said. ",
        "he said that ",
        "according to ",
        "“I” said ",
        "not ",
        "no ",
    ),
    *(
        "rose ",
        "fell by ",
        "more ",
        "than ",
        "never ",
        "all ",
        "most of ",
        "the ",
        "of the ",
        "and ",
        "A. ",
    ),
    *("Ann Linde ", "Mr. ", "Dr. ", "U.S. ", "e.g. ", "O'Neill ", "van der ", "Foreign Minister "),
    *(
        "Reuters ",
        "(Reuters) - ",
        "/TASS/. ",
        "STOCKHOLM, November 17. /TASS/. ",
        "AP — ",
        "UPDATE 2-",
    ),
    *(
        "BBC News, Sky News, ",
        "- ",
        "* ",
        "1) ",
        "a) ",
        "# ",
        "#\n",
        "> ",
        "```\n",
        "---\n",
        "[x](y) ",
    ),
    *(
        "http://a.b/",
        "www.",
        "#a",
        "@a ",
        "a@b.",
        "\\1",
        "%s",
        "{0}",
        "&amp;",
        "<b>",
        "</b>",
        "<!--",
    ),
    # Sentences, quotations, paragraphs.
    *(
        "A.",
        "A. B",
        "a.\n",
        "No. ",
        "Oh! ",
        "Why? ",
        "“a” ",
        "“a ",
        "'a' ",
        "'a ",
        "«a» ",
        "(a) ",
        "[a] ",
        "((",
    ),
    *(
        "[...] ",
        "… ",
        ". . . ",
        "...",
        "“‘a’” ",
        "“‘",
        "’”",
        "a'",
        "'a",
        "a’s ",
        "rock ’n’ roll ",
        "a-",
        "a\n",
    ),
    *(
        "\n\n",
        " \n",
        "\n \n",
        "\r\n",
        "a\n\n",
        "“a” he said. ",
        "“We will,” said Ann Linde, “go.” ",
    ),
    *(
        "The sky is blue. ",
        "12 people died in Baku on Monday. ",
        "他说：“好。”",
        "กกก",
        "これは本です。",
        "אבג. ",
    ),
    *('"a":', '{"a":', '"",', '";"', '"\n', ",\n", "\t\n", "a,b\n", '""'),
)
"""Repeated on their own."""


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Give every module of a package, and the package."""
    yield package
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(found.name)


def patterns_of(module: ModuleType) -> list[tuple[str, re.Pattern[str]]]:
    """Return the compiled patterns of text that a module holds, by the name of what holds each.

    In tuples, lists and mappings too.
    """
    return [(name, found) for name, value in vars(module).items() for found in _in(value, 0)]


def _in(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4 and isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _in(item, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        yield from _in([*value.keys(), *value.values()], depth + 1)


def pieces_of(pattern: re.Pattern[str]) -> list[str]:
    """Return strings that a pattern's repeats fit, alone, in twos and in threes, each once.

    And what each sequence begins with. No more than some 150: for a long choice stand its first
    few branches and the last.
    """
    runs: list[list[str]] = []
    _repeats(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG), runs)
    found: dict[str, None] = {}
    for run in runs:
        for size in (1, 2, 3):
            for at in range(len(run) - size + 1):
                found.setdefault("".join(run[at : at + size]))
        for size in range(4, min(len(run), 24)):
            found.setdefault("".join(run[:size]))
    whole = _fitting(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    for text in (whole, whole[:-1], whole[: len(whole) // 2]):
        found.setdefault(text)
    found.pop("", None)
    return list(found)[:150]


def _repeats(parsed: parser.SubPattern, runs: list[list[str]]) -> None:
    """Gather, for each sequence in a pattern, what its parts fit, in order."""
    run: list[str] = []
    for operator, argument in parsed:
        run.append(_one(operator, argument))
        for inner in _inside(operator, argument):
            _repeats(inner, runs)
    runs.append([text for text in run if text])


def _inside(operator: object, argument: object) -> list[parser.SubPattern]:
    if operator is code.BRANCH:
        branches = argument[1]
        return branches[:4] + branches[-1:]
    if operator is code.SUBPATTERN:
        return [argument[3]]
    if operator in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return [argument[2]]
    if operator is code.ATOMIC_GROUP:
        return [argument]
    if operator in (code.ASSERT, code.ASSERT_NOT):
        return [argument[1]]
    return []


def _fitting(parsed: parser.SubPattern) -> str:
    return "".join(_one(operator, argument) for operator, argument in parsed)


def _one(operator: object, argument: object) -> str:
    """Return a short string that one part of a pattern fits; "" for what fits nothing."""
    if operator is code.LITERAL:
        return chr(argument)
    if operator is code.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if operator is code.ANY:
        return "a"
    if operator is code.IN:
        return _of_set(argument)
    if operator in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        least, most, inner = argument
        return _fitting(inner) * max(1, min(least, 8)) if most else ""
    inner = _inside(operator, argument)
    if operator in (code.ASSERT, code.ASSERT_NOT) or not inner:
        return ""
    return _fitting(inner[0])


_CATEGORIES = {
    code.CATEGORY_DIGIT: "7",
    code.CATEGORY_SPACE: " ",
    code.CATEGORY_WORD: "a",
    code.CATEGORY_NOT_DIGIT: "b",
    code.CATEGORY_NOT_SPACE: "b",
    code.CATEGORY_NOT_WORD: ".",
}


def _of_set(members: list[tuple[object, object]]) -> str:
    if members[0][0] is not code.NEGATE:
        operator, argument = members[0]
        if operator is code.CATEGORY:
            return _CATEGORIES[argument]
        return chr(argument[0] if operator is code.RANGE else argument)
    taken = re.compile("[" + "".join(map(_written, members[1:])) + "]")
    return next((sign for sign in "ab1. -\n" if not taken.match(sign)), "")


def _written(member: tuple[object, object]) -> str:
    operator, argument = member
    if operator is code.CATEGORY:
        return _CLASSES[argument]
    if operator is code.RANGE:
        return f"\\U{argument[0]:08x}-\\U{argument[1]:08x}"
    return f"\\U{argument:08x}"


_CLASSES = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_NOT_WORD: r"\W",
}
