"""The model itself, where the extra is installed."""

import subprocess
import sys

import pytest

from factcheck.assets import asset
from factcheck.errors import FactcheckError
from factcheck.vectors import minilm
from factcheck.vectors.minilm import DIMENSIONS, NAME, MiniLM, is_installed, is_outside
from tests.starting import ENVIRONMENT

with_model = pytest.mark.skipif(not is_installed(), reason="the extra semantic is not installed")


@with_model
def test_what_means_the_same_lies_nearer_than_what_shares_words():
    claim, same, other, empty = MiniLM().embed(
        [
            "The Zürich tram strike ended on Monday.",
            "Streetcar drivers in Zürich went back to work at the start of the week.",
            "The Zürich film festival ended with a gala. 😀",
            "",
        ]
    )

    assert claim.shape == (DIMENSIONS,)
    assert float(claim @ claim) == pytest.approx(1.0, abs=1e-5)
    assert claim @ same > claim @ other
    assert float(empty @ empty) == pytest.approx(1.0, abs=1e-5)


@with_model
def test_a_text_has_the_same_vector_in_any_company():
    alone = MiniLM().embed(["東京 und Zürich."])[0]
    beside = MiniLM().embed(["東京 und Zürich.", "A much longer text. " * 60])[0]
    assert float(alone @ beside) > 0.98


@with_model
def test_texts_go_through_the_model_in_batches_that_do_not_grow_with_the_texts(monkeypatch):
    run, sizes = minilm._run, []

    def measured(session, ids, mask):
        sizes.append(ids.shape)
        return run(session, ids, mask)

    monkeypatch.setattr(minilm, "_run", measured)
    texts = ["東京 and Zürich and Łódź. " * 60, *["Zürich."] * 20, *["Tents for Łódź. " * 90] * 3]
    together = MiniLM().embed(texts)

    assert sum(count for count, _ in sizes) == len(texts)
    assert max(count * longest for count, longest in sizes) <= 512
    assert [float(together[at] @ together[at + 1]) for at in (1, 21)] == pytest.approx([1, 1])


def test_a_model_that_is_not_the_known_one_is_refused(monkeypatch, tmp_path):
    other = tmp_path / "model.onnx"
    other.write_bytes(b"other")
    monkeypatch.setattr(minilm, "_model_path", lambda: other)
    monkeypatch.setattr(minilm, "is_installed", lambda: True)
    with pytest.raises(FactcheckError, match="is not the model"):
        MiniLM().embed(["x"])
    with pytest.raises(FactcheckError, match="is not the model"):
        MiniLM().check()


def test_a_model_that_cannot_be_read_is_refused_in_a_sentence(monkeypatch, tmp_path):
    (tmp_path / "Mödel.onnx").mkdir()
    monkeypatch.setattr(minilm, "_model_path", lambda: tmp_path / "Mödel.onnx")
    monkeypatch.setattr(minilm, "is_installed", lambda: True)
    with pytest.raises(FactcheckError, match="cannot be read"):
        MiniLM().check()


def test_without_the_extra_it_says_so(monkeypatch):
    monkeypatch.setattr(minilm, "_model_path", lambda: None)
    assert not is_installed()
    with pytest.raises(FactcheckError, match="is not installed"):
        MiniLM().embed(["x"])


def test_the_word_pieces_are_those_of_the_model():
    pieces = asset("minilm", "vocab.txt").read_text("utf-8").splitlines()
    assert len(pieces) == 30522
    assert "apache" in asset("minilm", "NOTICE").read_text("utf-8").lower()
    assert NAME.startswith("all-MiniLM-L6-v2-int8-")


@pytest.mark.parametrize(
    ("language", "outside"), [("", False), ("en", False), ("EN-GB", False), ("de-CH", True)]
)
def test_languages_that_the_model_does_not_read_are_told(language, outside):
    assert is_outside(language) == outside


def test_the_runtime_is_told_to_report_nothing_before_it_is_loaded():
    told = (
        "import os, sys; import factcheck.vectors.minilm;"
        "assert 'onnxruntime' not in sys.modules; print(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    env = ENVIRONMENT | {"ORT_DISABLE_TELEMETRY": "0"}
    done = subprocess.run([sys.executable, "-c", told], env=env, capture_output=True, check=True)
    assert done.stdout.strip() == b"1"
