"""Peaks of a short stretch are those that SciPy finds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import find_peaks

from meit_core.signal.local_peaks import local_peaks

# Few levels, so that plateaus, equal peaks and equal valleys are common.
LEVELS = st.lists(st.integers(-4, 4), min_size=1, max_size=60).map(lambda levels: np.array(levels, dtype=np.float64))


@given(LEVELS, st.integers(-4, 4), st.integers(0, 8))
def test_the_same_peaks_as_scipy(values: np.ndarray, least_height: int, least_prominence: int) -> None:
    found = local_peaks(values, least_height=least_height, least_prominence=least_prominence)
    expected = find_peaks(values, height=least_height, prominence=least_prominence)[0]
    assert found.tolist() == expected.tolist()


def test_ends_and_steady_values_have_no_peak() -> None:
    assert local_peaks(np.array([3.0, 1.0, 2.0])).tolist() == []
    assert local_peaks(np.full(9, 2.5)).tolist() == []
    assert local_peaks(np.array([0.0, 1.0, 1.0, 1.0, 0.0])).tolist() == [2]
