"""Attributes of modules: what a drop-in module makes of their changes."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import lutra
import pytest
import torch
from lutra.frontends import module_state
from torch import nn

X = torch.tensor([[-1.0, 2.0, 3.0]])


class Inner(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.slope = 0.5

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.where(x > 0, x, x * self.slope)


class Outer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.inner = Inner()
        self.drop = nn.Dropout(0.0)
        self.factor, self.offsets, self.function = 2, [1.0], torch.relu
        self.mask = torch.ones(3)
        self.seen: Any = None
        self.width, self.log = 0, [0]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.seen, self.width = x, x.shape[-1]
        self.log.append(self.width)
        y = self.drop(self.inner(x) * self.factor) + self.offsets[0]
        return self.function(y) * self.mask


def halve(module: nn.Module) -> None:
    module.inner.slope = 0.25  # type: ignore[union-attr]


def set_factor(module: nn.Module) -> None:
    module.factor = 2.5  # type: ignore[assignment]


def set_function(module: nn.Module) -> None:
    module.function = torch.tanh  # type: ignore[assignment]


def set_offset(module: nn.Module) -> None:
    module.offsets[0] = 3.0  # type: ignore[index, operator]


def drop_all(module: nn.Module) -> None:
    module.drop.p = 1.0  # type: ignore[union-attr]


def mask_in_place(module: nn.Module) -> None:
    module.mask[1] = 0.0  # type: ignore[index, operator]


def hook(module: nn.Module) -> None:
    module.inner.register_forward_hook(lambda m, inputs, y: y * 3)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "change", [halve, set_factor, set_function, set_offset, drop_all, mask_in_place, hook]
)
def test_a_change_is_noticed(change: Callable[[nn.Module], None]) -> None:
    module = Outer()
    before = module_state.attributes(module)
    assert module_state.attributes(module) == before
    change(module)
    assert module_state.attributes(module) != before


def test_changed_attributes_are_compiled_anew() -> None:
    expected = Outer()
    net = lutra.torch.approximate(copy.deepcopy(expected), X)
    torch.testing.assert_close(net(X), expected(X))
    for change in (set_factor, hook):
        change(expected)
        change(net)
        torch.testing.assert_close(net(X), expected(X), msg=change.__name__)
    assert net.factor == 2.5
    # One import for each change, and none for calls in between.
    assert len(net._imported) == 3
    net(X)
    assert len(net._imported) == 3


def test_a_trace_leaves_attributes_as_they_were() -> None:
    module = Outer()
    lutra.torch.approximate(module, X)(X)
    assert module.seen is None
    assert (module.width, module.log) == (0, [0])


def test_a_counter_is_refused() -> None:
    class Counting(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.calls = 0

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            self.calls += 1
            return x * self.calls

    module = nn.Sequential(nn.Linear(3, 3), Counting())
    said = r"layer '1' changes its attribute 'calls' with every call \(1, then 2\).*a buffer"
    for make in (lutra.torch.approximate, lutra.from_torch):
        with pytest.raises(lutra.FrontendError, match=said):
            make(module, X)
    assert module[1].calls == 0


def test_a_backward_hook_that_comes_later_is_refused() -> None:
    net = lutra.torch.approximate(Outer(), X)
    net.inner.register_full_backward_hook(lambda *gradients: None)
    with pytest.raises(lutra.FrontendError, match="layer 'inner' has a backward hook"):
        net(X)


def test_unsigned_results_keep_their_values() -> None:
    class Codes(nn.Module):
        def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            return x.to(torch.uint8), x.to(torch.uint8) + 1

    x = torch.tensor([200, 3, 255])
    got, expected = lutra.torch.approximate(Codes(), x)(x), Codes()(x)
    for one, other in zip(got, expected, strict=True):
        assert one.dtype == torch.uint8
        assert torch.equal(one, other)
    with pytest.raises(lutra.FrontendError, match=r"returns a tensor of type torch\.uint8"):
        lutra.from_torch(Codes(), x)
