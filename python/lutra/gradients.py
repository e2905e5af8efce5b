"""Gradient estimators compared, scored and factorised."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_char_p, c_uint32
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra import _native
from lutra.errors import LutraError, MultiplierError
from lutra.multiplier import Multiplier


def _take(pointer: int | None) -> Any:
    try:
        return _native.take_json(pointer)
    except LutraError as error:
        raise MultiplierError(str(error)) from None


def compare_gradients(
    multiplier: Multiplier, estimators: Sequence[str], distribution: str | None = None
) -> list[dict[str, Any]]:
    """How far estimators are apart, every pair of them.

    Parameters
    ----------
    multiplier : Multiplier
    estimators : sequence of str
        ``"ste"``, ``"lut-2d:hws=16"``, ...
    distribution : str, optional
        File of recorded histograms, ``"h.json[:layer]"``; uniform operands
        without.

    Returns
    -------
    list of dict
        ``first``, ``second``, and for ``lhs`` and ``rhs`` the keys
        ``relative_frobenius``, ``maximum``, ``mean``, ``sign_disagreement``
        and ``correlation``.
    """
    specs = (c_char_p * len(estimators))(*(text.encode() for text in estimators))
    pointer = _native.library().lutraGradientsCompare(
        multiplier._handle.pointer,
        specs,
        len(estimators),
        distribution.encode() if distribution is not None else None,
    )
    return list(_take(pointer))


def score_half_windows(
    multiplier: Multiplier, distribution: str | None = None
) -> list[tuple[int, float]]:
    """Half windows of ``lut-2d`` with a cheap score from the table alone, smaller is better."""
    pointer = _native.library().lutraGradientScoreHalfWindows(
        multiplier._handle.pointer, distribution.encode() if distribution is not None else None
    )
    return [(int(row["hws"]), float(row["error"])) for row in _take(pointer)]


@dataclass(frozen=True)
class GradientFactors:
    """The table of dAM/d(operand) as ``u @ v``, and what truncated forms lose.

    Attributes
    ----------
    u, v : ndarray of float64, shapes (2^L, r) and (r, 2^R)
        The exact form.
    truncations : list of dict
        ``k``, ``format`` ("f32" or "bf16"), ``relative_frobenius``, ``maximum``.
    """

    u: npt.NDArray[np.float64]
    v: npt.NDArray[np.float64]
    truncations: list[dict[str, Any]]


def gradient_factors(
    multiplier: Multiplier, estimator: str = "lut-2d", ranks: Sequence[int] = (1, 2, 4, 8, 16)
) -> tuple[GradientFactors, GradientFactors]:
    """Factors of ``lut-2d`` for the first and the second operand."""
    pointer = _native.library().lutraGradientFactors(
        multiplier._handle.pointer,
        estimator.encode(),
        (c_uint32 * len(ranks))(*ranks),
        len(ranks),
    )
    data = _take(pointer)
    rows, columns = multiplier.shape
    lhs, rhs = (
        GradientFactors(
            u=np.array(data[operand]["u"]).reshape(rows, -1),
            v=np.array(data[operand]["v"]).reshape(-1, columns),
            truncations=data[operand]["truncations"],
        )
        for operand in ("lhs", "rhs")
    )
    return lhs, rhs
