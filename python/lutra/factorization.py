"""Multipliers as exact int8 products."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lutra import _native
from lutra.errors import LutraError, MultiplierError


@dataclass(frozen=True)
class Factorization:
    """AM(a, b) = lhs_term[a] + rhs_term[b] + sum_j 2^shifts[j] lhs[j, a] rhs[j, b].

    Indices are the operands' two's-complement bit patterns.

    Attributes
    ----------
    macs : int
        int8 multiply-accumulates per product, the number of columns.
    lower_bound : int
        Rank of the table less its terms: no factorisation has fewer columns.
    strategy : str
        How it was found.
    one_hot : bool
        Whether it is the bound for tables that do not reduce.
    shifts : ndarray of int64, shape (macs,)
    lhs, rhs : ndarray of int8, shapes (macs, 2^L) and (macs, 2^R)
    lhs_term, rhs_term : ndarray of int64, shapes (2^L,) and (2^R,)
    """

    macs: int
    lower_bound: int
    strategy: str
    one_hot: bool
    shifts: npt.NDArray[np.int64]
    lhs: npt.NDArray[np.int8]
    rhs: npt.NDArray[np.int8]
    lhs_term: npt.NDArray[np.int64]
    rhs_term: npt.NDArray[np.int64]

    def table(self) -> npt.NDArray[np.int64]:
        """Multiply the factors out."""
        scaled = self.lhs.astype(np.int64) << self.shifts[:, None]
        products: npt.NDArray[np.int64] = scaled.T @ self.rhs.astype(np.int64)
        return products + self.lhs_term[:, None] + self.rhs_term[None, :]


def factorize(pointer: int) -> Factorization:
    """Factorise a multiplier of the C API."""
    try:
        data = _native.take_json(_native.library().lutraMultiplierFactorize(pointer))
    except LutraError as error:
        raise MultiplierError(str(error)) from None
    lhs_term = np.array(data["lhs_term"], np.int64)
    rhs_term = np.array(data["rhs_term"], np.int64)
    return Factorization(
        macs=data["macs"],
        lower_bound=data["lower_bound"],
        strategy=data["strategy"],
        one_hot=data["one_hot"],
        shifts=np.array(data["shifts"], np.int64),
        lhs=np.array(data["lhs"], np.int8).reshape(-1, len(lhs_term)),
        rhs=np.array(data["rhs"], np.int8).reshape(-1, len(rhs_term)),
        lhs_term=lhs_term,
        rhs_term=rhs_term,
    )
