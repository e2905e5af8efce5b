"""Shapes that the importer's passes do not take, and inputs at the edge: PyTorch's numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lutra
import pytest
import torch
from torch import nn
from torch.nn import functional

pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
from lutra import torch as drop_in
from torch._higher_order_ops.while_loop import while_loop


class Apply(nn.Module):
    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__()
        self.function = function

    def forward(self, *inputs: torch.Tensor) -> Any:
        return self.function(*inputs)


def compare(what: Any, *inputs: torch.Tensor) -> None:
    """Value, and gradients of its sum's square, as PyTorch has them."""
    module = what if isinstance(what, nn.Module) else Apply(what)
    compiled = drop_in.approximate(module, [x.clone() for x in inputs])
    results = []
    for function in (module, compiled):
        own = [x.clone().requires_grad_(x.is_floating_point()) for x in inputs]
        outputs = function(*own)
        outputs = outputs if isinstance(outputs, tuple | list) else (outputs,)
        floats = [y for y in outputs if y.is_floating_point()]
        sum(
            (y * torch.arange(1.0, y.numel() + 1).reshape(y.shape)).sum() for y in floats
        ).backward()
        results.append([*outputs, *(x.grad for x in own if x.requires_grad)])
    for expected, found in zip(*results, strict=True):
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)


def test_images_without_a_batch_and_a_scalar() -> None:
    def layers(x: torch.Tensor, scalar: torch.Tensor) -> tuple[torch.Tensor, ...]:
        signal, volume = x.flatten(1), x.reshape(3, 2, 2, -1)
        return (
            functional.avg_pool1d(signal, 2),
            functional.lp_pool1d(signal, 2, 2),
            functional.adaptive_avg_pool1d(signal, 4),
            functional.conv1d(signal, weight.flatten(2)[..., :3]),
            functional.conv2d(x, weight),
            functional.max_pool2d(x, 2),
            functional.avg_pool3d(volume, 2),
            torch.softmax(scalar, 0),
        )

    weight = torch.randn(2, 3, 2, 2)
    compare(layers, torch.rand(3, 4, 6), torch.tensor(2.0))


def test_a_product_of_int8_wraps() -> None:
    def product(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return torch.mm(x.to(torch.int8), y.to(torch.int8)).float()

    x, y = torch.full((2, 3), 100.0), torch.full((3, 2), 3.0)
    found = drop_in.approximate(Apply(product), [x, y])(x, y)
    assert torch.equal(found, product(x, y))


def test_adaptive_pools_that_do_not_divide() -> None:
    def pools(x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return (
            functional.adaptive_avg_pool2d(x, 3),
            functional.adaptive_avg_pool1d(x.flatten(1), 11),  # from one channel of 10
            *functional.adaptive_max_pool2d(x, (3, 4), return_indices=True),
        )

    compare(pools, torch.randn(1, 1, 2, 5))
    compare(nn.AdaptiveAvgPool2d(3), torch.randn(1, 1, 8, 7))


def test_max_unpool_of_windows_that_overlap() -> None:
    x = torch.tensor([[[0.0, 1, 0, 2, 3], [0, 0, 1, 0, 0]]])
    y, indices = functional.max_pool1d(x, 3, stride=2, return_indices=True)
    compare(lambda y, i: functional.max_unpool1d(y, i, 3, stride=2), y, indices)


def test_grid_sample_outside() -> None:
    grid = torch.tensor([[[[-2.0, 0.1], [0, 0.2], [0.5, 0.3]]]])

    def sample(x: torch.Tensor) -> list[torch.Tensor]:
        return [
            functional.grid_sample(x, grid, mode, padding, align_corners=False)
            for mode, padding in (("bilinear", "zeros"), ("nearest", "border"))
        ]

    compare(sample, torch.randn(1, 1, 3, 3))


def test_norms_and_attention_at_the_edge() -> None:
    keep = torch.tensor([[True, False, True], [False, False, False], [True, True, True]])
    added = torch.zeros(3, 3).masked_fill(~keep, -torch.inf)

    def edges(x: torch.Tensor, rows: torch.Tensor) -> tuple[torch.Tensor, ...]:
        def attend(mask: torch.Tensor) -> torch.Tensor:
            return functional.scaled_dot_product_attention(x, x * 0.5, x, attn_mask=mask)

        return (
            attend(keep),
            attend(added),
            functional.rms_norm(rows, [2]),
            *torch.native_layer_norm(x, [4], None, None, 1e-5)[:2],
        )

    compare(edges, torch.randn(1, 1, 3, 4), torch.tensor([[0.0, 0.0], [1e-4, 1e-4], [1.0, 2.0]]))


def loop(x: torch.Tensor) -> Any:
    return while_loop(lambda i, x: i < 3, lambda i, x: (i + 1, x + 1), (torch.tensor(0), x))[1]


@pytest.mark.parametrize(
    ("function", "what"),
    [
        (loop, r"cannot import control flow while_loop"),
        (lambda x: torch.complex(x, x), r"operator aten\.complex\.default, whose result is comp"),
        (torch.nonzero, r"operator aten\.nonzero\.default, whose result has a shape that dep"),
    ],
    ids=("loop", "complex", "shape"),
)
def test_what_is_refused_by_name(function: Any, what: str) -> None:
    with pytest.raises(lutra.FrontendError, match=what):
        drop_in.approximate(Apply(function), [torch.rand(2, 3)])


def test_without_elements() -> None:
    """Numbers or a sentence, not a dead process."""
    x = torch.rand(0, 3)

    def several(x: torch.Tensor) -> list[torch.Tensor]:
        return [x.repeat(2, 2), x.unflatten(0, (0, 2)), x.relu(), x.sum(0)]

    found = drop_in.approximate(Apply(several), [x])(x)
    assert [y.shape for y in found] == [y.shape for y in several(x)]
