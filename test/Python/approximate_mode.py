"""Approximate arithmetic for any PyTorch module: the oracle that whole networks are compared with.

Within `ApproximateMode`, every linear layer, convolution and matrix product of a module multiplies
by table look-up, as the numbered meaning of the dialect has it: affine min-max weights,
activations whose moving ranges are updated and then used (M3, M8), exact zero-point terms (M4),
gradients from the estimator's tables (M6), straight-through quantisation (M7), the weight first or
else the left operand (M11). It is written for clarity: every product is one element of a tensor.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import oracle
import torch
import torch.nn.functional as F  # noqa: N812
from torch.overrides import TorchFunctionMode

Params = tuple[torch.Tensor, torch.Tensor]


class Contraction(torch.autograd.Function):
    """s1 s2 sum_k [AM(q1, q2) - z2 q1 - z1 q2 + z1 z2], for operands that broadcast."""

    @staticmethod
    def forward(
        ctx: Any,
        first: torch.Tensor,
        second: torch.Tensor,
        first_params: Params,
        second_params: Params,
        dim: int,
        table: oracle.Table,
        taken: torch.Tensor,
    ) -> torch.Tensor:
        (s1, z1), (s2, z2) = first_params, second_params
        q1, inside1 = oracle.quantise(first, s1, z1)
        q2, inside2 = oracle.quantise(second, s2, z2)
        i1, i2 = z1.to(torch.int64), z2.to(torch.int64)
        terms = table.product[q1, q2] - i2 * q1 - i1 * q2 + i1 * i2
        c = (terms * taken.to(torch.int64)).sum(dim)
        ctx.saved = (q1, q2, inside1, inside2, first_params, second_params, dim, table, taken)
        return c.to(torch.float32) * (s1 * s2)

    @staticmethod
    def backward(ctx: Any, dy: torch.Tensor) -> Any:
        q1, q2, inside1, inside2, (s1, z1), (s2, z2), dim, table, taken = ctx.saved
        dc = (dy * (s1 * s2)).unsqueeze(dim) * taken
        d1 = (dc * (table.by_first[q1, q2] - z2)).sum_to_size(q1.shape)
        d2 = (dc * (table.by_second[q1, q2] - z1)).sum_to_size(q2.shape)
        return d1 / s1 * inside1, d2 / s2 * inside2, None, None, None, None, None


class ApproximateMode(TorchFunctionMode):
    """Replaces contractions while it is entered; `ranges` persist from step to step.

    Enter it once per forward pass. Values that two layers read have one range,
    updated once: they are told by where they lie in memory.
    """

    def __init__(
        self, table: oracle.Table, momentum: float = 0.1, skips_padding: bool = False
    ) -> None:
        super().__init__()
        self.table, self.momentum, self.skips_padding = table, momentum, skips_padding
        self.ranges: list[Params] = []
        self.handlers: dict[Any, Callable[..., torch.Tensor]] = {
            F.linear: self.linear,
            torch.conv1d: self.conv1d,
            torch.conv2d: self.conv2d,
            torch.matmul: self.matmul,
            torch.Tensor.matmul: self.matmul,
            torch.Tensor.__matmul__: self.matmul,
        }

    def __enter__(self) -> ApproximateMode:
        # The values themselves are kept, so that no other takes their place in memory.
        self.seen: dict[tuple[int, int, int], tuple[int, torch.Tensor]] = {}
        super().__enter__()
        return self

    def __torch_function__(
        self, function: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        handler = self.handlers.get(function)
        return handler(*args, **(kwargs or {})) if handler else function(*args, **(kwargs or {}))

    def params(self, value: torch.Tensor) -> Params:
        """Scale and zero point of a weight, or of an activation with its range updated."""
        low, high = value.detach().min(), value.detach().max()
        if isinstance(value, torch.nn.Parameter):
            return oracle.scale_and_zero(low, high)
        place = (value.untyped_storage().data_ptr(), value.storage_offset(), value.numel())
        if place not in self.seen:
            index = len(self.seen)
            self.seen[place] = (index, value)
            if index == len(self.ranges):
                self.ranges.append((low, high))
            else:
                old_low, old_high = self.ranges[index]
                self.ranges[index] = (
                    old_low + self.momentum * (low - old_low),
                    old_high + self.momentum * (high - old_high),
                )
        return oracle.scale_and_zero(*self.ranges[self.seen[place][0]])

    def contract(
        self,
        first: torch.Tensor,
        second: torch.Tensor,
        params: tuple[Params, Params],
        dim: int,
        taken: torch.Tensor | None = None,
    ) -> torch.Tensor:
        taken = torch.ones(()) if taken is None else taken
        return Contraction.apply(first, second, *params, dim, self.table, taken)

    def patches(self, x: torch.Tensor, groups: int, **window: Any) -> tuple[torch.Tensor, ...]:
        """[n, group, 1, tap, place], and which of them are no padding to be skipped."""
        patches, inside = (
            F.unfold(value, **window).unflatten(1, (groups, 1, -1))
            for value in (x, torch.ones_like(x[:1]))
        )
        return patches, inside if self.skips_padding else torch.ones_like(inside)

    def linear(self, x: Any, weight: Any, bias: Any = None) -> torch.Tensor:
        params = self.params(weight), self.params(x)
        y = self.contract(weight, x.unsqueeze(-2), params, -1)
        return y if bias is None else y + bias

    def matmul(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        params = self.params(a), self.params(b)
        return self.contract(a.unsqueeze(-1), b.unsqueeze(-3), params, -2)

    def conv2d(
        self,
        x: Any,
        weight: Any,
        bias: Any = None,
        stride: Any = 1,
        padding: Any = 0,
        dilation: Any = 1,
        groups: int = 1,
    ) -> torch.Tensor:
        params = self.params(weight), self.params(x)
        kernel = weight.shape[2:]
        # Padding is zero before quantisation, which gives the zero point (M3).
        patches, taken = self.patches(
            x, groups, kernel_size=kernel, dilation=dilation, padding=padding, stride=stride
        )
        # [n, group, filter, tap, place]
        filters = weight.flatten(1).unflatten(0, (groups, -1)).unsqueeze(-1).unsqueeze(0)
        y = self.contract(filters, patches, params, 3, taken).flatten(1, 2)
        pair = [t if isinstance(t, tuple | list) else (t, t) for t in (padding, dilation, stride)]
        size = [
            (x.shape[2 + i] + 2 * pair[0][i] - pair[1][i] * (kernel[i] - 1) - 1) // pair[2][i] + 1
            for i in (0, 1)
        ]
        y = y.unflatten(-1, size)
        return y if bias is None else y + bias[:, None, None]

    def conv1d(
        self,
        x: Any,
        weight: Any,
        bias: Any = None,
        stride: Any = 1,
        padding: Any = 0,
        dilation: Any = 1,
        groups: int = 1,
    ) -> torch.Tensor:
        def flat(value: Any, other: int) -> tuple[int, int]:
            return other, value[0] if isinstance(value, tuple | list) else value

        params = self.params(weight), self.params(x)
        patches, taken = self.patches(
            x.unsqueeze(2),
            groups,
            kernel_size=(1, weight.shape[2]),
            dilation=flat(dilation, 1),
            padding=flat(padding, 0),
            stride=flat(stride, 1),
        )
        filters = weight.flatten(1).unflatten(0, (groups, -1)).unsqueeze(-1).unsqueeze(0)
        y = self.contract(filters, patches, params, 3, taken).flatten(1, 2)
        return y if bias is None else y + bias[:, None]
