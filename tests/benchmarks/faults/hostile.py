"""Count what becomes of hostile files, by class: those of the tests, or those in a folder.

Usage: python -m tests.benchmarks.faults.hostile [FOLDER]

Of the files of the tests it is known what they show and hide; of a folder's only whether they were
read, read with a warning, refused, or brought the reader down.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factcheck.confined.limits import Limits
from factcheck.ingest.worker import Readers
from tests.hostile.specimens import WRONG, Specimen, all_specimens, outcome


def main() -> None:
    """Read all of them and print a line a class, then one for each that went wrong."""
    files = _in_folder(Path(sys.argv[1])) if len(sys.argv) > 1 else all_specimens()
    counts: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    with Readers() as readers:
        for kind, specimen in files:
            found = outcome(specimen, readers)
            hung = "longer than" in found.why and str(int(Limits().wall)) in found.why
            name = "hang" if hung else found.outcome
            counts.setdefault(kind, Counter())[name] += 1
            if found.outcome in WRONG or hung:
                wrong.append(f"{kind} {specimen.name}: {name}: {found.why}")
    for kind, counted in sorted(counts.items()):
        print(f"{kind}: " + ", ".join(f"{name} {n}" for name, n in sorted(counted.items())))
    print("\n".join(wrong) or "Nothing lost in silence, no crash, no hang.")


def _in_folder(folder: Path) -> Iterator[tuple[str, Specimen]]:
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        yield path.suffix, Specimen(path.name, path.read_bytes())


if __name__ == "__main__":
    main()
