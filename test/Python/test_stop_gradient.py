"""What PyTorch does not differentiate, and what an export does not show of derivatives."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

import lutra
import numpy as np
import pytest
import torch
from lutra.errors import FrontendError
from torch.utils.checkpoint import checkpoint

X = torch.tensor([0.6, 1.2, -0.7])


@torch.no_grad()
def largest(x: torch.Tensor) -> torch.Tensor:
    return x.abs().max()


class Held(torch.nn.Module):
    """Every way of holding a value constant; one result for each."""

    def __init__(self) -> None:
        super().__init__()
        self.w = torch.nn.Parameter(torch.tensor([2.0, -1.0, 0.5]))
        self.register_buffer("seen", torch.ones(3))

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        with torch.no_grad():
            scale = (x * self.w).abs().max()
            same = x
            with torch.enable_grad():
                again = scale * x
            view = x.view(3, 1)
            self.seen.copy_(x * self.w)
        cleared = x * 2
        cleared.detach_()
        filled = torch.zeros(3)
        filled[0] = x[1]
        a, b, c = x.chunk(3)
        soft = torch.softmax(x, 0)
        return (
            x * x.detach(),
            x + (torch.round(x) - x).detach(),
            x / scale,
            x / largest(x),
            same * again,
            view.view(-1) * x,
            x.data * x,
            cleared * x,
            filled.detach() * x + filled,
            torch.cat([a * b.detach(), b * c.detach(), c]),
            (soft > 0.3).float() - soft.detach() + soft,
            x * self.w.detach() + self.w,
            (x * 2).detach().clamp_(0, 1) * x,
            x * self.seen,
            checkpoint(lambda t: torch.relu(t * self.w) * t.detach(), x, use_reentrant=True),
            checkpoint(lambda t: torch.relu(t * self.w) * t.detach(), x, use_reentrant=False),
            torch.logsumexp(x, 0),
            torch.ones(3).detach() * x,
        )


def test_values_are_held_constant_as_in_pytorch() -> None:
    expected_of, module = Held(), Held()
    compiled = lutra.torch.approximate(module, X)
    x, y = X.clone().requires_grad_(), X.clone().requires_grad_()
    expected, got = expected_of(x), compiled(y)
    for index, (a, b) in enumerate(zip(expected, got, strict=True)):
        torch.testing.assert_close(b, a, msg=lambda text, i=index: f"result {i}: {text}")
        for leaf in (x, y, expected_of.w, module.w):
            leaf.grad = torch.zeros(3)
        a.sum().backward(retain_graph=True)
        b.sum().backward(retain_graph=True)
        for one, other in ((x, y), (expected_of.w, module.w)):
            torch.testing.assert_close(
                other.grad, one.grad, msg=lambda text, i=index: f"gradient of result {i}: {text}"
            )
    torch.testing.assert_close(module.seen, expected_of.seen)


class Quantised(torch.nn.Module):
    """A linear layer on weights that are rounded straight through."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.layer = torch.nn.Linear(4, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        w = self.layer.weight * 8
        w = (w + (torch.round(w) - w).detach()) / 8
        return torch.nn.functional.linear(x, w, self.layer.bias)


def test_a_training_step_goes_straight_through() -> None:
    module = Quantised()
    twin = copy.deepcopy(module)
    x, labels = torch.randn(8, 4), torch.arange(8) % 3
    step = lutra.from_torch(module, x).training_step(lutra.SGD(0.1))
    loss = step(x.numpy(), labels.numpy())
    expected = torch.nn.functional.cross_entropy(twin(x), labels)
    expected.backward()
    assert loss == pytest.approx(expected.item(), rel=1e-5)
    with torch.no_grad():
        for name, parameter in twin.named_parameters():
            wanted = (parameter - 0.1 * parameter.grad).numpy()
            np.testing.assert_allclose(step.parameters[name], wanted, rtol=1e-5, atol=1e-6)
    evaluated = step.evaluate(x.numpy(), labels.numpy())
    with torch.no_grad():
        for name, value in step.parameters.items():
            dict(twin.named_parameters())[name].copy_(torch.from_numpy(value))
        torch.testing.assert_close(torch.from_numpy(evaluated.logits), twin(x))


def test_held_values_stay_within_approximate_layers() -> None:
    """On a multiplier, in both modes: what is stopped has no gradient, the layer keeps its name."""

    class Frozen(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.first, self.second = torch.nn.Linear(4, 4), torch.nn.Linear(4, 3)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            with torch.no_grad():
                features = torch.relu(self.first(x))
            return self.second(features)

    net = lutra.torch.approximate(Frozen(), torch.randn(8, 4), "exact:8x8")
    assert list(net.layers) == ["first", "second"]
    assert all(item["policy"] == "approximate" for item in net.layers.values())
    net(torch.randn(8, 4)).sum().backward()
    assert net.first.weight.grad is None or not net.first.weight.grad.any()
    assert net.second.weight.grad.any()
    assert net.eval()(torch.randn(8, 4)).isfinite().all()


class Tripled(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: torch.Tensor) -> torch.Tensor:
        return x.sign()

    @staticmethod
    def backward(ctx: Any, d: torch.Tensor) -> torch.Tensor:
        return d * 3


class Tripled2(torch.autograd.Function):
    @staticmethod
    def forward(x: torch.Tensor) -> torch.Tensor:
        return x.sign()

    @staticmethod
    def setup_context(ctx: Any, inputs: Any, output: Any) -> None:
        pass

    @staticmethod
    def backward(ctx: Any, d: torch.Tensor) -> torch.Tensor:
        return d * 3


# Bound before any of our code could know of it.
tripled = Tripled.apply


def hooked(x: torch.Tensor) -> torch.Tensor:
    y = x * 2
    if y.requires_grad:
        y.register_hook(lambda d: d * 10)
    return y


def hooked_node(x: torch.Tensor) -> torch.Tensor:
    y = x * 2
    y.grad_fn.register_hook(lambda *gradients: None)
    return y


def with_saved_hooks(x: torch.Tensor) -> torch.Tensor:
    with torch.autograd.graph.saved_tensors_hooks(torch.round, lambda t: t):
        return x * x


def in_inference_mode(x: torch.Tensor) -> torch.Tensor:
    with torch.inference_mode():
        k = x * 2
    return k.clone() * x


def penalised(x: torch.Tensor) -> torch.Tensor:
    (gradient,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)
    return gradient * x


def set_data(x: torch.Tensor) -> torch.Tensor:
    y = x * 2
    y.data = y.data * 2
    return y


def write_detached(x: torch.Tensor) -> torch.Tensor:
    y = x * 2
    y.detach().mul_(3)
    return y * x


def write_without_gradient(x: torch.Tensor) -> torch.Tensor:
    y = x * 2
    with torch.no_grad():
        y.clamp_(0, 1)
    return y * x


class Plain(torch.nn.Module):
    def __init__(self, function: Callable[[torch.Tensor], torch.Tensor]) -> None:
        super().__init__()
        self.function = function
        self.layer = torch.nn.Linear(3, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layer(self.function(x))


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda x: tripled(x), r"calls Tripled, a torch\.autograd\.Function at .*\.py:\d+"),
        (lambda x: Tripled2.apply(x), r"calls Tripled2, a torch\.autograd\.Function"),
        (hooked, r"registers a hook on a tensor \(register_hook\) at .*\.py:\d+"),
        (hooked_node, "reads the grad_fn of a tensor"),
        (with_saved_hooks, "has hooks of saved tensors"),
        (in_inference_mode, r"is in inference mode .*use torch\.no_grad"),
        (penalised, "computes gradients"),
        (set_data, "assigns to the data of a tensor"),
        (write_detached, r"writes in place to a tensor that is detached.*\.py:\d+"),
        (write_without_gradient, r"under torch\.no_grad\(\), and differentiated elsewhere"),
    ],
)
def test_what_an_export_leaves_out_is_refused(
    function: Callable[[torch.Tensor], torch.Tensor], said: str
) -> None:
    x = X.clone().requires_grad_()
    with pytest.raises(FrontendError) as raised:
        lutra.torch.approximate(Plain(function), x)
    message = str(raised.value)
    assert re.search(said, message), message
    assert "\n" not in message


@pytest.mark.parametrize("kind", ["register_full_backward_hook", "register_full_backward_pre_hook"])
def test_backward_hooks_of_modules_are_refused(kind: str) -> None:
    module = Plain(torch.relu)
    handle = getattr(module.layer, kind)(lambda *gradients: None)
    for make in (lutra.torch.approximate, lutra.from_torch):
        with pytest.raises(FrontendError, match="layer 'layer' has a backward hook"):
            make(module, torch.ones(2, 3))
    handle.remove()
    handle = getattr(torch.nn.modules.module, kind.replace("register", "register_module"))(
        lambda *gradients: None
    )
    try:
        with pytest.raises(FrontendError, match="all modules have a backward hook"):
            lutra.torch.approximate(module, torch.ones(2, 3))
    finally:
        handle.remove()
    lutra.torch.approximate(module, torch.ones(2, 3))


def test_hooks_of_parameters_are_called_by_a_drop_in_module_alone() -> None:
    module = Plain(torch.relu)
    module.layer.bias.register_hook(lambda d: d * 10)
    with pytest.raises(FrontendError, match=r"parameter 'layer\.bias' has a hook"):
        lutra.from_torch(module, torch.ones(2, 3))
    lutra.torch.approximate(module, torch.ones(2, 3))(torch.ones(2, 3)).sum().backward()
    torch.testing.assert_close(module.layer.bias.grad, torch.full((3,), 20.0))


def test_a_hook_needs_an_input_with_a_gradient() -> None:
    """A module that asks what requires a gradient is imported for each answer."""
    net = lutra.torch.approximate(Plain(hooked), X)
    net(X)
    x = X.clone().requires_grad_()
    with pytest.raises(FrontendError, match="registers a hook"), torch.no_grad():
        net(x)
    with pytest.raises(FrontendError, match="registers a hook"):
        net(x)
