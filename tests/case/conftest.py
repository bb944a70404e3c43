"""Cases to try things on: a real file in tmp_path and a clock that ticks by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from tests.making import ARTICLE, SOURCE, TickingClock, loaded


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def case(tmp_path: Path, clock: TickingClock) -> Iterator[Case]:
    with Case.create(tmp_path / "tents.factcheck", by="Zoë Ångström", clock=clock) as made:
        yield made


@pytest.fixture
def article(case: Case) -> str:
    change = AddDocument(loaded(ARTICLE, title="Tents for Łódź"), under_check=True, source=False)
    return case.do(change, by="Zoë Ångström").ids[0]


@pytest.fixture
def source(case: Case) -> str:
    return case.do(AddDocument(loaded(SOURCE, title="Delivery note")), by="Zoë Ångström").ids[0]
