"""What every test shares: no screen, no settings of the person who runs them."""

import csv
import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What a test forgets to keep in a folder of its own: never among the settings of a person.
os.environ.setdefault("FACTCHECK_CONFIG_DIR", tempfile.mkdtemp(prefix="factcheck-tests-"))

# A busy machine is no fault of an example: how long one takes says nothing here.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


@pytest.fixture(autouse=True)
def found_by_words_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The model takes a second to load: only the tests of the model itself have it."""
    if "tests/vectors" not in request.node.path.as_posix():
        monkeypatch.setattr("factcheck.vectors.minilm._model_path", lambda: None)


@pytest.fixture(autouse=True)
def limit_of_csv_fields() -> Iterator[None]:
    """The limit is one for the whole process, and readers set theirs."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)
