import pytest

from factcheck.ingest.worker import Readers
from tests.hostile.specimens import WRONG, Specimen, all_specimens, outcome


@pytest.fixture(scope="module")
def readers():
    with Readers() as ready:
        yield ready


@pytest.mark.parametrize(
    "specimen", [pytest.param(each, id=f"{kind}-{each.name}") for kind, each in all_specimens()]
)
def test_nothing_of_a_hostile_file_is_lost_in_silence_or_shown_as_if_it_were_seen(
    specimen: Specimen, readers: Readers
):
    found = outcome(specimen, readers)
    assert found.outcome not in WRONG, found
    # A child that died looks like a refusal: that is right only where nothing else is.
    assert (found.outcome == "refused") == specimen.refused, found
