"""Fingerprints that were given away, as this computer remembers them, and the case held to them.

Anybody can copy the id of a case, and a copy can go on differently. So each fingerprint is kept
with the place of the file that it was given away from, and a case is held to those of its own
place; one that lies somewhere new, to those of some place whose log it goes on from.

A fingerprint goes out with each export and wherever somebody copies it. They are kept beside the
settings, a file for each case by its id: in the case itself whoever rewrites the log would rewrite
them too. Here they are only as safe as this computer; one that somebody else has proves more.
"""

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from factcheck import profile
from factcheck.case.case import Case
from factcheck.case.chain import Report
from factcheck.case.clock import stamp, system_clock
from factcheck.case.log import compare_head, parse_head
from factcheck.case.read.indexing import hash_at
from factcheck.errors import FactcheckError

_MOST = 500
"""Fingerprints kept of one file; of more, the oldest but the first go."""
_ELSEWHERE = "elsewhere"


class KnownHead(NamedTuple):
    """A fingerprint, when it was given away (UTC), and how: "export" or "copied".

    place: the file that it was of, "" where that was not noted, `_ELSEWHERE` where it was of a
    log that is not the one known at its place.
    """

    fingerprint: str
    at: str
    how: str
    place: str = ""


def known_heads(case_id: str) -> tuple[KnownHead, ...]:
    """Return the fingerprints of a case that were given away, the oldest first."""
    try:
        told = json.loads(_file(case_id).read_text(encoding="utf-8"))
        return tuple(
            KnownHead(row["fingerprint"], row["at"], row["how"], str(row.get("place", "")))
            for row in told
        )
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # A file that cannot be read vouches for nothing; the next fingerprint makes it anew.
        return ()


def remember_head(case_id: str, fingerprint: str, how: str, *, place: str = "") -> None:
    """Keep a fingerprint that is given away; one that is kept already is not kept twice.

    Raises FactcheckError where the folder of the settings cannot be written.
    """
    parse_head(fingerprint)
    known = known_heads(case_id)
    if any((head.fingerprint, head.place) == (fingerprint, place) for head in known):
        return
    head = KnownHead(fingerprint, stamp(system_clock()), how, place)
    here = [*(each for each in known if each.place == place), head]
    if len(here) > _MOST:
        # The first one vouches for the longest time.
        here = [here[0], *here[-_MOST + 1 :]]
    kept = [*(each for each in known if each.place != place), *here]
    _write(_file(case_id), json.dumps([head._asdict() for head in kept], indent=1))


def remember_head_of(case: Case, fingerprint: str, how: str) -> None:
    """Keep a fingerprint of a case that is given away; raises like `remember_head`."""
    place = _place(case)
    here = [head for head in known_heads(case.id) if head.place == place]
    # Another log in the place of the one that is known must not be what that is held to later.
    if _differing(case, here):
        place = _ELSEWHERE
    remember_head(case.id, fingerprint, how, place=place)


def differing_heads(case: Case) -> tuple[str, ...]:
    """Return a sentence for each fingerprint given away that the log no longer agrees with.

    Reads one entry for each: some milliseconds, so it is asked at each opening.
    """
    groups: dict[str, list[KnownHead]] = {}
    for head in known_heads(case.id):
        groups.setdefault(head.place, []).append(head)
    groups.pop(_ELSEWHERE, None)
    unplaced = groups.pop("", [])
    here = groups.pop(_place(case), None)
    told = _differing(case, [*unplaced, *(here or ())])
    if here is None:
        elsewhere = [_differing(case, heads) for heads in groups.values()]
        # It goes on from one of them: the file was moved, or is a copy.
        if elsewhere and all(elsewhere):
            told += [
                f"{sentence} That was of another file with this case's number; this one is not"
                " that one, or was rewritten."
                for sentences in elsewhere
                for sentence in sentences
            ]
    return tuple(told)


def _differing(case: Case, heads: Iterable[KnownHead]) -> list[str]:
    last = case.head.seq
    told = []
    for known in heads:
        head = parse_head(known.fingerprint)
        same, sentence = compare_head(head, case.read(hash_at, head.seq), last)
        if not same:
            told.append(f"{sentence} It was given away on {known.at[:10]}: {known.fingerprint}.")
    return told


def _place(case: Case) -> str:
    return str(case.path.resolve())


def held_to_known(path: Path, report: Report) -> Report:
    """Hold a case that was verified as whole to the fingerprints that were given away as well."""
    if not report.ok:
        return report
    with Case.open(path, read_only=True, as_it_is=True) as case:
        differing = differing_heads(case)
    if not differing:
        return report
    return report._replace(ok=False, sentences=(*differing, *report.sentences))


def _file(case_id: str) -> Path:
    # An id from a foreign file is no path.
    name = "".join(letter for letter in case_id if letter.isalnum() or letter == "-")
    return profile.config_dir() / "fingerprints" / f"{name}.json"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except OSError as refused:
        raise FactcheckError(
            f"The fingerprint was not kept: {path.parent} cannot be written ({refused.strerror})."
        ) from refused
