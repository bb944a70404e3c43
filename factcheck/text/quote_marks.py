"""Quote marks of the world's newsrooms: which closes which, and when one is an apostrophe."""

import re

CLOSED_BY: dict[str, str] = {
    "“": '”"',
    "„": '“”"',
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‚": "‘’",
    "‘": "’",
    "‛": "’",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": "＂",
    '"': '"”',
    "'": "'’",
}
"""By opening mark, the marks that may close it: the right one, and those that writers mix in."""

SINGLE = frozenset("‘‛‚'")
"""Openers whose closing mark is also an apostrophe."""

MARK = re.compile("[“”„‟«»‹›‘’‚‛「」『』〝〞〟＂\"']")
_ALWAYS_OPEN = frozenset("「『〝„‚")
_APOSTROPHES = frozenset("'’‘‛")
# Words that begin with an apostrophe: decades ("'90s") are told by their digits.
_ELIDED = re.compile(
    r"(?:\d\ds?|em|til|tis|twas|cause|bout|round|n|s|t|k|m|r|ll|re|ve|d|cos|cuz|neath|gainst)\b",
    re.IGNORECASE,
)
_OPENING_BEFORE = frozenset("([{<—–―-/:=¿¡…“”„«»‹›‘’‚\"'「『（【、。，：")
_INCHES = re.compile(r"\d['’′]\s?\d{1,2}\Z")
_SINGLE_MARK = re.compile("['’‘]")
# Letters behind a mark in which its closing one is looked for.
_LONGEST_QUOTATION = 3000
# A plural's apostrophe ("the workers’ rights") stands after these.
_PLURAL = frozenset("sSzxSZX")


def may_open(text: str, at: int, mark: str, begin: int) -> bool:
    """Say whether a quotation may begin at the mark: by what stands on both sides of it.

    begin: where the paragraph begins.
    """
    before = text[at - 1] if at > begin else ""
    after = text[at + 1 : at + 2]
    if mark in _ALWAYS_OPEN:
        return True
    if mark in "“‘‟‛":
        # Typewriter habits set an opener where a closer belongs; then no blank stands before it.
        return bool(after.strip()) or mark == "“"
    if mark in "«»‹›":
        return bool(after) and (not before.strip() or before in _OPENING_BEFORE or mark in "«‹")
    return bool(after.strip()) and (
        not before.strip() or before in _OPENING_BEFORE or _is_unspaced(before)
    )


def may_close(text: str, at: int, mark: str) -> bool:
    """Say whether a quotation may end at the mark."""
    if mark == '"':
        # 6'2" is a height.
        return not _INCHES.search(text, max(0, at - 6), at)
    if mark in _APOSTROPHES:
        return not text[at + 1 : at + 2].isalnum() or _is_unspaced(text[at + 1 : at + 2])
    return True


def is_apostrophe(text: str, at: int, mark: str, end: int, *, is_single_open: bool) -> bool:
    """Say whether the mark is an apostrophe.

    end: where the paragraph ends. is_single_open: whether a single quote mark is open before it.
    """
    if mark not in _APOSTROPHES:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalnum() and after.isalnum() and not _is_unspaced(before + after):
        return True
    if not before.isalnum() and after.isalnum() and before not in _APOSTROPHES:
        return _ELIDED.match(text, at + 1) is not None and not is_single_open
    if mark == "‘":
        return False
    if not is_single_open:
        return before.isalnum() or mark == "’"
    return before in _PLURAL and after == " " and _closes_later(text, at + 1, end)


def _closes_later(text: str, at: int, end: int) -> bool:
    """Say whether a better place for the closing mark follows, before the next opening one."""
    for match in _SINGLE_MARK.finditer(text, at, min(end, at + _LONGEST_QUOTATION)):
        here = match.start()
        before, after = text[here - 1], text[here + 1 : here + 2]
        if not before.strip() or before in _OPENING_BEFORE:
            return False
        if not after.isalnum() and not (before in _PLURAL and after == " "):
            return True
    return False


def _is_unspaced(letters: str) -> bool:
    return bool(letters) and all("\u3000" <= letter <= "\u9fff" for letter in letters)
