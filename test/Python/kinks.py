"""PyTorch at double precision as a yardstick for steps in single precision, kinks included.

Where the input of a relu lies within rounding of zero, either of its two derivatives is right, and
two computations that agree to the last digits may take different ones: their losses then part,
however exact both are. Such a unit is no error, so the yardstick takes the side that the examined
step took. Everything else is compared as it stands: only inputs nearer to zero than `MARGIN` may
change sides, and only where that brings the yardstick nearer to the parameters of the step.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch.overrides import TorchFunctionMode

# Inputs of relus are of the size of one, behind some twenty layers of f32: 25 ulp were seen.
MARGIN = 5e-5
# Parameters nearer than this to the yardstick's took the same sides.
SAME = 1e-6

_RELUS = {torch.relu, torch.relu_, torch.nn.functional.relu, torch.Tensor.relu, torch.Tensor.relu_}
Unit = tuple[int, int]  # number of the call, and of the element


@dataclass
class Relus(TorchFunctionMode):
    """Notes which units of the relus are near zero; those in `flipped` take the other side."""

    flipped: frozenset[Unit] = frozenset()
    near: list[Unit] = field(default_factory=list)
    calls: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def __torch_function__(
        self, function: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        if function not in _RELUS:
            return function(*args, **(kwargs or {}))
        x, call = args[0], self.calls
        self.calls += 1
        values = x.detach().flatten()
        self.near += [(call, int(i)) for i in (values.abs() < MARGIN).nonzero().flatten()]
        on = values > 0
        for number, element in self.flipped:
            if number == call:
                on[element] = ~on[element]
        return x * on.view(x.shape)


class Yardstick:
    """A module and its optimizer at double precision, step by step beside another computation."""

    def __init__(
        self,
        module: torch.nn.Module,
        make: Callable[..., torch.optim.Optimizer],
        loss: Callable[[torch.nn.Module], torch.Tensor],
    ) -> None:
        self.module = copy.deepcopy(module).double()
        self.optimizer = make(self.module.parameters())
        self.loss = loss

    def step(self, reached: Mapping[str, Any]) -> float:
        """One step, on the sides of the relus that lead nearest to the parameters `reached`."""
        before = copy.deepcopy((self.module.state_dict(), self.optimizer.state_dict()))

        def attempt(flipped: frozenset[Unit]) -> tuple[float, float, list[Unit]]:
            module, optimizer = copy.deepcopy(before)
            self.module.load_state_dict(module)
            self.optimizer.load_state_dict(optimizer)
            self.optimizer.zero_grad()
            with Relus(flipped) as relus:
                loss = self.loss(self.module)
            loss.backward()
            self.optimizer.step()
            away = max(
                float(np.abs(np.asarray(reached[name]) - value.detach().numpy()).max())
                for name, value in self.module.named_parameters()
            )
            return away, loss.item(), relus.near

        flipped: frozenset[Unit] = frozenset()
        away, loss, near = attempt(flipped)
        if away > SAME:
            for unit in near:
                if (nearer := attempt(flipped | {unit})[0]) < away:
                    flipped, away = flipped | {unit}, nearer
            _, loss, _ = attempt(flipped)
        return loss
