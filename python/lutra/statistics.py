"""Statistics of a few seeds: means, Student's t and Holm's correction."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from lutra.errors import LutraError

Key = TypeVar("Key", bound=Hashable)

# Chance of calling any difference of a report resolved where there is none.
SIGNIFICANCE = 0.05
# A spread below this part of the mean is what rounding leaves of equal values.
_EQUAL = 1e-9


def standard_error(values: npt.NDArray[np.float64], axis: int = 0) -> npt.NDArray[np.float64]:
    """Standard error of the mean along an axis of at least two values."""
    return np.asarray(values.std(axis=axis, ddof=1) / math.sqrt(values.shape[axis]))


@dataclass(frozen=True)
class Estimate:
    """A mean over seeds.

    Attributes
    ----------
    mean : float
    error : float
        Its standard error; nan for one seed.
    seeds : int
        How many independent values it is of.
    """

    mean: float
    error: float
    seeds: int

    @staticmethod
    def of(values: npt.NDArray[np.float64]) -> Estimate:
        """Mean and standard error of independent values [seeds]."""
        error = float(standard_error(values)) if len(values) > 1 else math.nan
        return Estimate(float(np.mean(values)), error, len(values))

    @property
    def p_value(self) -> float:
        """How often seeds alone take a mean at least this far from zero.

        Two-sided, of Student's t with ``seeds - 1`` degrees of freedom. Values that are all equal
        have no spread to compare with, as accuracies of few samples may be: theirs is the sign
        test's, ``2 / 2**seeds``. nan for one seed and for means that are not finite.
        """
        if self.seeds < 2 or not (math.isfinite(self.mean) and math.isfinite(self.error)):
            return math.nan
        if self.mean == 0:
            return 1.0
        if self.error <= _EQUAL * abs(self.mean):
            return float(2.0 ** (1 - self.seeds))
        try:
            from scipy.special import stdtr
        except ImportError:
            raise LutraError(
                "scipy is needed to compare estimators: pip install 'lutra[train]' or "
                "pip install scipy"
            ) from None
        return float(2 * stdtr(self.seeds - 1, -abs(self.mean / self.error)))


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's adjusted p values, in the order given.

    Calling resolved what stays below a level keeps the chance of one false call among all of them
    below that level, whatever depends on what.
    """
    adjusted = [math.nan] * len(p_values)
    least = 0.0
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    for rank, index in enumerate(order):
        least = max(least, min(1.0, (len(order) - rank) * p_values[index]))
        adjusted[index] = least
    return adjusted


@dataclass(frozen=True)
class Comparison:
    """A paired difference, as one of several that are looked at together.

    Attributes
    ----------
    difference : Estimate
    p_value : float
        Adjusted by Holm's method; nan where the difference has none.
    """

    difference: Estimate
    p_value: float

    @property
    def is_resolved(self) -> bool:
        """Whether it differs from zero at `SIGNIFICANCE`."""
        return self.p_value <= SIGNIFICANCE


def compare(differences: Mapping[Key, Estimate]) -> dict[Key, Comparison]:
    """Judge all differences of one report together."""
    raw = {key: difference.p_value for key, difference in differences.items()}
    judged = [key for key, p_value in raw.items() if not math.isnan(p_value)]
    adjusted = dict(zip(judged, holm([raw[key] for key in judged]), strict=True))
    return {
        key: Comparison(difference, adjusted.get(key, math.nan))
        for key, difference in differences.items()
    }
