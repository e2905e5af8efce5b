"""Parameters that the loss does not depend on: no gradient, no step."""

from __future__ import annotations

import copy

import lutra
import numpy as np
import torch
from torch import nn


class Partly(nn.Module):
    """One layer is not called, and one is held constant."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.used, self.unused, self.held = nn.Linear(5, 3), nn.Linear(5, 3), nn.Linear(5, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.used(x) + self.held(x).detach()


def test_a_drop_in_module_gives_none() -> None:
    expected, module = Partly(), Partly()
    net, x = lutra.torch.approximate(module, torch.randn(4, 5)), torch.randn(4, 5)
    for each, other in ((expected, expected), (net, module)):
        optimizer = torch.optim.AdamW(other.parameters(), weight_decay=0.1)
        each(x).sum().backward()
        optimizer.step()
    for (name, one), other in zip(expected.named_parameters(), module.parameters(), strict=True):
        assert (one.grad is None) == (other.grad is None), name
        torch.testing.assert_close(other, one)
    # What depends on nothing that is trained needs no gradient.
    module.used.requires_grad_(False)
    assert not net(x).requires_grad


def test_a_training_step_leaves_them_alone() -> None:
    module, expected = Partly(), Partly()
    x, labels = torch.randn(4, 5), torch.arange(4) % 3
    for ours, theirs in (
        (lutra.SGD(0.1, momentum=0.9, weight_decay=0.1), torch.optim.SGD),
        (lutra.AdamW(0.1, weight_decay=0.1), torch.optim.AdamW),
    ):
        twin = copy.deepcopy(expected)
        options = {"momentum": 0.9} if theirs is torch.optim.SGD else {}
        optimizer = theirs(twin.parameters(), lr=0.1, weight_decay=0.1, **options)
        step = lutra.from_torch(module, x).training_step(ours)
        for _ in range(2):
            step(x.numpy(), labels.numpy())
            optimizer.zero_grad()
            nn.functional.cross_entropy(twin(x), labels).backward()
            optimizer.step()
        for name, parameter in twin.named_parameters():
            wanted = parameter.detach().numpy()
            np.testing.assert_allclose(step.parameters[name], wanted, rtol=1e-4, atol=1e-5)
        # State files have an entry for every parameter, as before.
        assert any(name.startswith("unused.weight.") for name in step.optimizer_state)


def test_a_derivative_of_zero_is_none_of_these() -> None:
    class Steps(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return torch.sign(x) + torch.round(x) + torch.sgn(x)

    x = torch.tensor([-1.5, 0.0, float("inf"), 2.0], requires_grad=True)
    net = lutra.torch.approximate(Steps(), x)
    y = net(x)
    torch.testing.assert_close(y, Steps()(x))
    y.sum().backward()
    assert x.grad is not None
    assert not x.grad.any()
