"""Optimizers: their names and hyperparameters; the formulas are the compiler's."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import ClassVar

from lutra.errors import InputError


@dataclass(frozen=True)
class Optimizer:
    """Base of the optimizers: a learning rate and what a subclass adds."""

    learning_rate: float
    name: ClassVar[str] = ""
    # How the names of its state end that are means of squares.
    squares: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, bool) and not (math.isfinite(value) and value >= 0):
                raise InputError(
                    f"{type(self).__name__}: {field.name} must be finite and not negative, "
                    f"got {value}"
                )

    def options(self) -> dict[str, str]:
        """Options of approx-build-training-step."""
        options = {"optimizer": self.name}
        for field in fields(self):
            if field.name == "learning_rate":
                continue  # an argument of the step, not of its code
            value = getattr(self, field.name)
            text = str(value).lower() if isinstance(value, bool) else repr(float(value))
            options[field.name.replace("_", "-")] = text
        return options


@dataclass(frozen=True)
class SGD(Optimizer):
    """Stochastic gradient descent, PyTorch's formulas.

    Parameters
    ----------
    learning_rate, momentum, weight_decay : float
    nesterov : bool
    """

    name: ClassVar[str] = "sgd"
    momentum: float = 0.0
    weight_decay: float = 0.0
    nesterov: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.nesterov and self.momentum == 0:
            raise InputError("SGD: nesterov needs a momentum")


@dataclass(frozen=True)
class Adam(Optimizer):
    """Adam (Kingma and Ba, arXiv 1412.6980); weight decay is added to the gradient.

    Parameters
    ----------
    learning_rate, beta1, beta2, eps, weight_decay : float
    """

    name: ClassVar[str] = "adam"
    squares: ClassVar[tuple[str, ...]] = (".exp_avg_sq",)
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        for beta in (self.beta1, self.beta2):
            if beta >= 1:
                raise InputError(
                    f"{type(self).__name__}: beta1 and beta2 must be less than 1, got {beta}"
                )


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101)."""

    name: ClassVar[str] = "adamw"
    weight_decay: float = 0.01
