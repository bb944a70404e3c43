"""Cells of a workbook as a person reads them: by their type, their number and its format."""

import datetime
import math
import re

_BUILTIN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_BUILTIN_PER_CENT = frozenset((9, 10))
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[(?!(?:h+|m+|s+)\])[^\]]*\]", re.I)
_DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.I)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAYS_OF_1904 = 1462
_FIRST_DAY = datetime.datetime(1899, 12, 30)
_LEAP_BUG = 60
"""The day from which serial numbers count one too many: 29 February 1900 never was."""
_LONGEST_NUMBER = 40
_LONGEST_CODE = 255
"""Characters of a number format: Excel takes no more."""


class NumberFormat:
    """What a number format makes of a number.

    kind: "date", "duration", "per cent" or "". is_other: it shows something else than the number,
    such as other words, nothing at all, or thousands.
    """

    def __init__(self, id: int, code: str) -> None:
        code = code[:_LONGEST_CODE]
        bare = _BRACKETS.sub("", _QUOTED.sub("", code)).lower()
        first = bare.partition(";")[0]
        self.kind = ""
        if _DURATION.search(first):
            self.kind = "duration"
        elif (id in _BUILTIN_DATES and not code) or (
            re.search("[ymdhs]", first.replace("general", "")) is not None
        ):
            self.kind = "date"
        elif id in _BUILTIN_PER_CENT or "%" in first:
            self.kind = "per cent"
        shown = first.replace("general", "0")
        scaled = re.search(r"[0#?],+(?![0#?])", shown) is not None
        self.is_other = bool(code) and not self.kind and (
            scaled or not re.search("[0#?@]", shown) or bool(re.search(r"\d", _literals(code)))
        )  # fmt: skip


def number_text(told: str, form: NumberFormat, *, from_1904: bool) -> str:
    """Return a number as its format shows it; as it stands where that cannot be told."""
    try:
        number = float(told)
    except ValueError:
        return told
    if len(told) > _LONGEST_NUMBER or not math.isfinite(number):
        return told
    if form.kind in ("date", "duration"):
        return _time_text(number, form.kind, from_1904=from_1904) or _plain(number)
    # A hundredth is not one in the binary system: the last digits are cut.
    return (
        f"{_plain(float(f'{number * 100:.12g}'))}%" if form.kind == "per cent" else _plain(number)
    )


def text_of_escapes(text: str) -> str:
    """Return a string with the characters that XML cannot hold, which are written as _x000D_."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _literals(code: str) -> str:
    return "".join(found[0] for found in _QUOTED.finditer(code) if found[0].startswith('"'))


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else str(number)


def _time_text(serial: float, kind: str, *, from_1904: bool) -> str:
    """Return a day, an hour or both as ISO 8601 has them; "" for a number that is no day."""
    if kind == "duration":
        return str(datetime.timedelta(seconds=round(serial * 86_400))) if abs(serial) < 1e6 else ""
    if not 0 <= serial < 2_958_466:
        return ""
    moment = _moment(serial, from_1904=from_1904)
    if serial < 1 and not from_1904:
        return moment.time().isoformat()
    if moment.time() == datetime.time():
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes" if moment.second == 0 else "seconds")


def _moment(serial: float, *, from_1904: bool) -> datetime.datetime:
    days = serial + (_DAYS_OF_1904 if from_1904 else 0)
    if 0 < days < _LEAP_BUG:
        days += 1
    # Times are days as fractions: seconds come out a little beside.
    return _FIRST_DAY + datetime.timedelta(seconds=round(days * 86_400))
