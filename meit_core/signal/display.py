"""Fewer points for the same picture."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def decimate_min_max(
    x: npt.NDArray[np.floating], y: npt.NDArray[np.floating], columns: int
) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]:
    """Keep the smallest and largest sample of each pixel column, so that no spike disappears on screen.

    Parameters
    ----------
    x
        (n_samples,) positions.
    y
        (..., n_samples) values.
    columns
        Pixel columns to draw on, at least 1.

    Returns
    -------
    x, y
        ``2 * columns`` points per row, or the input itself where it has no more than that. Both points of a column
        share its first position.
    """
    if columns < 1:
        raise ValueError("columns must be at least 1")
    n_samples = x.shape[-1]
    if n_samples <= 2 * columns:
        return x, y
    starts = np.linspace(0, n_samples, columns, endpoint=False).astype(np.intp)
    thinned = np.empty((*y.shape[:-1], 2 * columns), dtype=y.dtype)
    thinned[..., ::2] = np.minimum.reduceat(y, starts, axis=-1)
    thinned[..., 1::2] = np.maximum.reduceat(y, starts, axis=-1)
    return np.repeat(x[starts], 2), thinned
