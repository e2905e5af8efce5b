"""`auto`: the gradient estimator that lowers the loss most in a few steps.

Which estimator helps depends on the multiplier, and no figure of its table
says it reliably; a few training steps from the real start do. Every candidate
is a compiled step of its own with the same forward pass, so all of them start
from the same loss and are told apart by the loss that they reach.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra.compiler import Array
from lutra.errors import InputError, LutraError, StepError
from lutra.multiplier import Multiplier
from lutra.training import TrainingStep

AUTO = "auto"
# Narrow, the default, and wide: those that fit the operands are tried.
HALF_WINDOWS = (4, 16, 64)


def candidates(multiplier: Multiplier, histograms: str | os.PathLike[str] = "") -> tuple[str, ...]:
    """Estimators that `auto` tries on a multiplier.

    Parameters
    ----------
    multiplier : Multiplier
    histograms : str or path-like, optional
        File of recorded histograms. With it, the estimators that weight the
        operands by how often they occur are tried as well.

    Raises
    ------
    MultiplierError
        The histograms are not of this multiplier's operands.
    """
    smallest = min(multiplier.shape)
    windows = [h for h in HALF_WINDOWS if 2 * h + 3 <= smallest]
    # Operands too narrow for any of them have the widest that fits.
    local = [f"lut-2d:hws={h}" for h in windows] or ["lut-2d"]
    names = ["ste", "lut-1d", *local, "local-ls"]
    path = os.fspath(histograms)
    if path:
        names += [
            f"lut-1d:weights={path}",
            f"rank:k=1:weights={path}",
            f"rank:k=2:weights={path}",
        ]
        multiplier.gradient_table(names[-1], 0)  # a wrong file is an error now
    return tuple(names)


@dataclass(frozen=True)
class Trial:
    """What one candidate did.

    Attributes
    ----------
    estimator : str
    decrease : float
        Loss before the trial steps less the loss after them; minus infinity
        where a step or the loss after it was not finite.
    """

    estimator: str
    decrease: float


@dataclass(frozen=True)
class Choice:
    """Result of `choose_estimator`.

    Attributes
    ----------
    estimator : str
        The candidate with the largest decrease, the first of equals.
    loss : float
        Before the trial steps, the same for all.
    trials : tuple of Trial
        In the order of the candidates.
    """

    estimator: str
    loss: float
    trials: tuple[Trial, ...]

    def to_json(self) -> dict[str, Any]:
        """As plain data; a decrease that is not finite is None."""
        return {
            "estimator": self.estimator,
            "loss": self.loss,
            "decrease": {
                trial.estimator: trial.decrease if math.isfinite(trial.decrease) else None
                for trial in self.trials
            },
        }


def choose_estimator(
    steps: Mapping[str, TrainingStep],
    parameters: Mapping[str, npt.ArrayLike],
    batches: Sequence[tuple[Array, ...]],
    measure: tuple[Array, ...] | None = None,
    buffers: Mapping[str, npt.ArrayLike] | None = None,
    learning_rate: float | None = None,
) -> Choice:
    """Try every candidate from one start on the same batches.

    The same steps, start and batches give the same choice. All steps are left
    as `TrainingStep.reset` with this start leaves them.

    Parameters
    ----------
    steps : mapping of str to TrainingStep
        A compiled step per estimator, of one model that is otherwise the same.
    parameters, buffers : mapping of str to array
        The start.
    batches : sequence of tuple of array
        What each candidate is trained on, inputs and labels; also what ranges
        are calibrated on.
    measure : tuple of array, optional
        Samples on which losses are compared; those of the batches when left
        out. Test samples do not belong here: the choice is part of training.
    learning_rate : float, optional
        Of the trial steps; the optimizer's when left out.

    Raises
    ------
    InputError
        No candidate or no batch.
    LutraError
        No candidate leaves a finite loss.
    """
    if not steps:
        raise InputError("choosing an estimator needs at least one candidate")
    if not batches:
        raise InputError("choosing an estimator needs at least one batch to try them on")
    if measure is None:
        measure = tuple(np.concatenate(parts) for parts in zip(*batches, strict=True))
    first = math.nan
    trials: list[Trial] = []
    for name, step in steps.items():
        step.reset(parameters, buffers)
        if step.ranges:
            step.calibrate(batches)
        before = step.evaluate(*measure).loss
        if not trials:
            first = before
        if learning_rate is not None:
            step.learning_rate = learning_rate
        try:
            for batch in batches:
                step(*batch)
            after = step.evaluate(*measure).loss
        except StepError:
            after = math.inf
        trials.append(Trial(name, before - after if math.isfinite(after) else -math.inf))
        step.reset(parameters, buffers)
    best = max(trials, key=lambda trial: trial.decrease)
    if not math.isfinite(best.decrease):
        raise LutraError(
            f"none of the {len(trials)} candidates leaves a finite loss after {len(batches)} "
            f"steps: {', '.join(steps)}"
        )
    return Choice(best.estimator, first, tuple(trials))
