"""Make a case, and choose the scale that it rates with."""

import argparse
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import AddScale, UseScale
from factcheck.case.known_cases import remember_case
from factcheck.case.read.verdicts import scale_in_use, scales
from factcheck.case.scale_files import scale_from_file
from factcheck.cli.opening import checker, opened, output


def new(options: argparse.Namespace) -> int:
    """Run ``factcheck new``."""
    path = Path(options.case)
    with Case.create(path, by=checker(options), scale=options.scale, via="cli") as case:
        remember_case(case)
        used = case.read(scale_in_use)
        output(options).thing(
            {"id": case.id, "path": str(path), "name": path.stem, "scale": used.scale},
            f"{path} is made; it rates with the scale “{used.name}”.",
        )
    return 0


def scale(options: argparse.Namespace) -> int:
    """Run ``factcheck scale``."""
    changes: list[AddScale | UseScale] = []
    if options.file is not None:
        changes.append(scale_from_file(Path(options.file)))
    if options.use is not None:
        changes.append(UseScale(options.use))
    with opened(options, to_change=bool(changes)) as case:
        for change in changes:
            case.do(change, by=checker(options), via="cli")
        used = case.read(scale_in_use)
        out = output(options)
        for row in case.read(scales):
            ratings = [rating._asdict() for rating in row.ratings]
            labels = ", ".join(rating.label for rating in row.ratings) or "words of your own"
            out.thing(
                row._asdict() | {"ratings": ratings, "in_use": row.id == used.id},
                f"{'*' if row.id == used.id else ' '} {row.scale} {row.version}  {labels}",
            )
    return 0
