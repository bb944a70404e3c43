"""What became of places, links and lines in a new version, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.fields import SHORT, short
from factcheck.case.read.wording.telling import Action, Told
from factcheck.text.what_changed import what_changed

_BECAME = {
    "unchanged": "found {what} again{where}",
    "moved": "found {what} again{where}",
    "edited": "found {what} edited{where}",
    "ambiguous": "found the words of {what} in several places{where}",
    "lost": "did not find {what}{where}",
}


def _relocated(told: Told) -> str:
    row = told.row("places", "evidence", "lines")
    state = str(row.get("state") or told.row("relocations").get("state") or "")
    words = _BECAME.get(state, "looked for {what} again{where}").format(
        what=_anchor(told), where=_in_version(told)
    )
    before, after = _quotes(told)
    if before and after and before != after:
        before, after = what_changed(before, after, SHORT)
        return f"{words}: “{before}” → “{after}”"
    return f"{words}: “{short(after or before)}”" if after or before else words


def _accepted(told: Told) -> str:
    return f"accepted {_anchor(told)} as it was found in the new version"


def _placed(told: Told) -> str:
    quote = told.value("quote", "places", "evidence", "lines")
    return f"placed {_anchor(told)} again" + (f": “{quote}”" if quote else "")


def _left(told: Told) -> str:
    return f"left {_anchor(told)} as lost"


def _anchor(told: Told) -> str:
    tables = {change.table for change in told.changes}
    if "lines" in tables:
        return "a line that needed no check"
    words = "passage" if "evidence" in tables else "place"
    return f"its {words}" if told.claim == "it" else f"a {words} of {told.claim}"


def _in_version(told: Told) -> str:
    version_id = told.row("relocations").get("to_version")
    if not isinstance(version_id, str):
        return ""
    return f" in version {told.names.version(version_id)}"


def _quotes(told: Told) -> tuple[str, str]:
    """Return the quote before and after, "" where it did not change."""
    for change in told.changes:
        if change.table in ("places", "evidence", "lines"):
            before, after = change.before or {}, change.after or {}
            return str(before.get("quote") or ""), str(after.get("quote") or "")
    return "", ""


REVISIONS: Mapping[str, Action] = {
    "relocate": Action("look for {claim} again", "look for {n} places again", _relocated),
    "accept place": Action("accept a place of {claim}", "accept {n} places", _accepted),
    "place again": Action("place {claim} again", "place {n} claims again", _placed),
    "leave lost": Action("leave a place of {claim} as lost", "leave {n} places as lost", _left),
}
