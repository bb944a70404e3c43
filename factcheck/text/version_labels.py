"""The label that a text gives itself: "UPDATE 2", "CORRECTED", "2nd LEAD", "draft 4"."""

import re

# Labels stand in the slug, over or in the headline; further down the words mean something else.
_LINES = 4
_LONGEST_LINE = 200
_LONGEST_LABEL = 40

# Set by agencies in capitals, alone or joined ("CORRECTED-UPDATE 2"); in lower case they are
# words of a sentence.
_SLUGS = (
    "UPDATE", "UPDATED", "CORRECTED", "CORRECTS", "CORRECTION", "REFILE", "RECAST", "RECASTS",
    "WRAPUP", "WRITETHRU", "LEAD", "LD", "RPT", "REPEAT", "ADDS", "CLARIFIES", "CLARIFICATION",
    "KORREKTUR", "BERICHTIGUNG", "NEUFASSUNG", "RECTIFICATIF", "CORRECCIÓN", "ACTUALIZACIÓN",
    "CORREZIONE", "ИСПРАВЛЕНИЕ", "ОБНОВЛЕНИЕ",
)  # fmt: skip
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH|\.)?[ -])?"
_SLUG = rf"{_ORDINAL}(?:{'|'.join(_SLUGS)})(?:[ -]\d{{1,2}}(?!\d|[.,:]\d))?"
_CAPITALS = re.compile(rf"(?<![\w-])(?:{_SLUG})(?:[-/ ](?:{_SLUG}))*(?!\w)")
# What a writer puts over a draft; on a line of its own, or before a colon or a dash.
_DRAFTS = re.compile(
    r"^\W*((?:update|draft|version|revision|revised|fassung|entwurf|versión|borrador|projet)"
    r"[ ]\#?(?:no\.? ?)?\d{1,3}|v\d{1,3}|(?:final|first|second|third) draft)"
    r"(?=\s*$|\s*[:–—-]|\s*[,(])",
    re.IGNORECASE,
)


def proposed_label(text: str) -> str:
    """Return the label that stands in the first lines of a canonical text, "" where none does.

    As it stands there. A proposal for a person, who may know better.
    """
    lines = [line.strip() for line in text[: _LINES * _LONGEST_LINE * 2].split("\n")]
    for line in [line for line in lines if line][:_LINES]:
        head = line[:_LONGEST_LINE]
        found = _CAPITALS.search(head)
        if found is None or _shouts(head, found[0]):
            found = _DRAFTS.match(head)
            if found is None:
                continue
            return found[1].strip()[:_LONGEST_LABEL]
        return found[0].strip(" -/")[:_LONGEST_LABEL]
    return ""


def _shouts(line: str, label: str) -> bool:
    """Say whether a whole headline is in capitals, so that its words are no slug."""
    rest = line.replace(label, "")
    letters = [letter for letter in rest if letter.isalpha() and letter.lower() != letter.upper()]
    has_number = any(letter.isdigit() for letter in label)
    return not has_number and len(letters) > len(label) and all(map(str.isupper, letters))
