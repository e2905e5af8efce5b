"""PyTorch as a yardstick for gradients and steps in single precision, kinks included.

Where the input of a relu lies within rounding of zero, either of its two derivatives is right, and
two computations that agree to the last digits may take different ones: their losses then part,
however exact both are. Such a unit is no error, so the yardstick takes the side that the examined
computation took. Everything else is compared as it stands: only inputs that rounding can move
across zero may change sides, and only where that brings the yardstick nearer.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch.overrides import TorchFunctionMode

# Inputs of relus are of the size of one; what rounding moves them grows from relu to relu (2.4e-5
# was seen behind the last one of a ResNet-18).
MARGIN = 3e-6
# Parameters of a residual block: as many can lie between a relu and those that it depends on.
BLOCK = 12
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
    used: dict[int, int] = field(default_factory=dict)  # parameters by id: which was used first
    before: list[int] = field(default_factory=list)  # of each call: how many were used before it

    def __post_init__(self) -> None:
        super().__init__()

    def __torch_function__(
        self, function: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        for argument in (*args, *(kwargs or {}).values()):
            if isinstance(argument, torch.nn.Parameter):
                self.used.setdefault(id(argument), len(self.used))
        if function not in _RELUS:
            return function(*args, **(kwargs or {}))
        x, call = args[0], self.calls
        self.calls += 1
        self.before.append(len(self.used))
        values = x.detach().flatten()
        near = values.abs() < MARGIN * self.calls
        self.near += [(call, int(i)) for i in near.nonzero().flatten()]
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


def gradients(
    module: torch.nn.Module,
    loss: Callable[[torch.nn.Module], torch.Tensor],
    reached: Mapping[str, Any],
    away: Callable[[str, Any, Any], float],
) -> dict[str, Any]:
    """Gradients of a module, on the sides of the relus that lead nearest to those `reached`.

    `away` says of a parameter's two gradients how far they are apart: above one is too far.
    """

    def attempt(flipped: frozenset[Unit]) -> tuple[dict[str, Any], dict[int, float], Relus]:
        side = copy.deepcopy(module)  # a forward pass updates statistics
        with Relus(flipped) as relus:
            result = loss(side)
        result.backward()
        found = {name: value.grad.numpy() for name, value in side.named_parameters()}
        apart = {
            relus.used[id(value)]: away(name, reached[name], found[name])
            for name, value in side.named_parameters()
        }
        return found, apart, relus

    flipped: frozenset[Unit] = frozenset()
    found, apart, relus = attempt(flipped)
    while wrong := [place for place, value in apart.items() if value > 1]:
        # A unit moves the gradients of what comes before it, the nearest included.
        for unit in relus.near:
            between = relus.before[unit[0]] - max(wrong)
            if unit not in flipped and 0 < between <= BLOCK:
                other, nearer, _ = attempt(flipped | {unit})
                if nearer[max(wrong)] < apart[max(wrong)] / 2:
                    flipped, found, apart = flipped | {unit}, other, nearer
                    break
        else:
            break
    return found
