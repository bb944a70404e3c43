"""What leaves by the command line: its traces of confidential sources are listed, or refused."""

import argparse
from collections.abc import Sequence

from factcheck.case.case import Case
from factcheck.case.hand_over import HandOver, Trace, TracesLeftError
from factcheck.case.vouching import vouched_hand_over
from factcheck.cli.output import complain, number, progress


class ListedTraces:
    """Lists on stderr where a source may still be named; with --strict nothing is written then."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self.listed: list[Trace] = []

    def __call__(self, traces: Sequence[Trace]) -> None:
        """List them; raises TracesLeftError with --strict."""
        self.listed.extend(traces)
        for trace in traces:
            complain(trace.sentence)
        if self._strict:
            raise TracesLeftError(traces)
        told = number(len(traces), "place")
        complain(f"{told} may still name a confidential source: look through what was written.")

    @property
    def records(self) -> list[dict[str, str]]:
        """What was listed, for scripts."""
        return [trace._asdict() for trace in self.listed]


def handing_over(case: Case, options: argparse.Namespace) -> tuple[HandOver, ListedTraces]:
    """Return the hand-over of a command that writes a table.

    Raises DamagedError where the case is not whole.
    """
    review = ListedTraces(strict=options.strict)
    with progress("row") as tell:
        return vouched_hand_over(case, review, tell), review
