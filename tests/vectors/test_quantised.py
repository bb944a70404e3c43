"""Vectors as bytes, and the scan over them."""

import pytest

np = pytest.importorskip("numpy")

from factcheck.vectors.quantised import BYTES_A_VECTOR, Vectors, nearest, packed  # noqa: E402


def unit(count, seed=1):
    rows = np.random.default_rng(seed).normal(size=(count, 384)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_packed_vectors_keep_their_cosines_to_two_thousandths():
    rows = unit(2500)
    vectors = Vectors(2500)
    vectors.add(range(2500), packed(rows))

    assert np.abs(vectors.cosines(rows[7]) - rows @ rows[7]).max() < 2e-3
    assert len(packed(rows[:3])) == 3 * BYTES_A_VECTOR


def test_a_vector_of_nothing_is_near_nothing():
    vectors = Vectors(1)
    vectors.add([5], packed(np.zeros((1, 384), np.float32)))
    assert vectors.cosines(unit(1)[0]).tolist() == [0.0]


def test_the_nearest_come_first_and_equal_ones_in_order():
    assert nearest(np.array([0.1, 0.9, 0.5, 0.9], np.float32), 3).tolist() == [1, 3, 2]
    assert nearest(np.array([0.1], np.float32), 3).tolist() == [0]
