"""Quantised approximate training written a second time, in PyTorch with table look-ups.

Follows the numbered meaning of the design (M3 to M8, M11): affine min-max
weights, moving min-max activations that are updated and then used, weight
first, straight-through clipping, padding that counts or is skipped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

LEVELS = 255


class Table:
    """A multiplier's product table and the gradient tables of one estimator."""

    def __init__(self, product: np.ndarray, by_first: np.ndarray, by_second: np.ndarray) -> None:
        self.product = torch.tensor(product, dtype=torch.int64)
        self.by_first = torch.tensor(by_first, dtype=torch.float32)
        self.by_second = torch.tensor(by_second, dtype=torch.float32)


def scale_and_zero(low: torch.Tensor, high: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """M3 for ui8, in float32 as IEEE has it."""
    low, high = torch.clamp(low, max=0.0), torch.clamp(high, min=0.0)
    scale = (high - low) / LEVELS
    scale = torch.where(scale == 0, torch.ones(()), scale)
    return scale, torch.clamp(torch.round(0 - low / scale), 0, LEVELS)


def quantise(
    x: torch.Tensor, scale: torch.Tensor, zero: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Codes, and where the unclamped code lies in the range."""
    code = torch.round(x / scale) + zero
    return code.clamp(0, LEVELS).to(torch.int64), (code >= 0) & (code <= LEVELS)


class ApproximateProduct(torch.autograd.Function):
    """Y[n, f, l] = s_x s_w C, C = sum_k AM(w, x) - z_x w - z_w x + z_x z_w.

    The sum is over the k with taken[k, l], which is 0 or 1.
    """

    @staticmethod
    def forward(ctx: Any, x: Any, w: Any, x_params: Any, table: Table, taken: Any) -> torch.Tensor:
        (sx, zx), (sw, zw) = x_params, scale_and_zero(w.min(), w.max())
        xq, x_inside = quantise(x, sx, zx)
        wq, w_inside = quantise(w, sw, zw)
        # [n, f, k, l]: the weight is the multiplier's first operand (M11).
        first, second = wq[None, :, :, None], xq[:, None, :, :]
        products = table.product[first, second]
        zxi, zwi = zx.to(torch.int64), zw.to(torch.int64)
        terms = products - zxi * first - zwi * second + zxi * zwi
        c = (terms * taken.to(torch.int64)).sum(dim=2)
        ctx.saved = (first, second, x_inside, w_inside, sx, zx, sw, zw, table, taken)
        return c.to(torch.float32) * (sx * sw)

    @staticmethod
    def backward(ctx: Any, dy: torch.Tensor) -> Any:
        first, second, x_inside, w_inside, sx, zx, sw, zw, table, taken = ctx.saved
        dc = (dy * (sx * sw))[:, :, None, :] * taken
        dxq = (dc * (table.by_second[first, second] - zw)).sum(dim=1)
        dwq = (dc * (table.by_first[first, second] - zx)).sum(dim=(0, 3))
        return dxq / sx * x_inside, dwq / sw * w_inside, None, None, None


class FakeQuantise(torch.autograd.Function):
    """s (q - z): what a code stands for; straight-through where it does not clip (M7)."""

    @staticmethod
    def forward(ctx: Any, x: Any, scale: Any, zero: Any) -> torch.Tensor:
        codes, inside = quantise(x, scale, zero)
        ctx.save_for_backward(inside)
        return scale * (codes - zero)

    @staticmethod
    def backward(ctx: Any, dy: torch.Tensor) -> Any:
        (inside,) = ctx.saved_tensors
        return dy * inside, None, None


def fake_quantised_small_cnn(parameters: dict[str, torch.Tensor], x: torch.Tensor) -> torch.Tensor:
    """The fixture `small_cnn` in exact float arithmetic on fake-quantised operands."""

    def fake(value: torch.Tensor) -> torch.Tensor:
        detached = value.detach()
        return FakeQuantise.apply(value, *scale_and_zero(detached.min(), detached.max()))

    def operands(name: str, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return fake(x), fake(parameters[f"{name}.weight"]), parameters[f"{name}.bias"]

    x = F.max_pool2d(F.relu(F.conv2d(*operands("c1", x), padding=1)), 2)
    x = F.max_pool2d(F.relu(F.conv2d(*operands("c2", x), padding=1)), 2)
    return F.linear(*operands("f1", x.flatten(1)))


class Layer:
    """A quantised convolution or linear layer with its range."""

    def __init__(
        self,
        name: str,
        parameters: dict[str, torch.Tensor],
        table: Table,
        skips_padding: bool = False,
    ) -> None:
        self.weight, self.bias = parameters[f"{name}.weight"], parameters[f"{name}.bias"]
        self.table, self.skips_padding = table, skips_padding
        self.range: tuple[torch.Tensor, torch.Tensor] | None = None

    def __call__(self, x: torch.Tensor, padding: int = 0) -> torch.Tensor:
        low, high = x.detach().min(), x.detach().max()
        if self.range is not None:
            low = self.range[0] + 0.1 * (low - self.range[0])
            high = self.range[1] + 0.1 * (high - self.range[1])
        self.range = (low, high)
        params = scale_and_zero(low, high)
        weight = self.weight
        if weight.dim() == 2:
            all_taken = torch.ones(x.shape[1], 1)
            y = ApproximateProduct.apply(x[:, :, None], weight, params, self.table, all_taken)
            return y[:, :, 0] + self.bias
        size = weight.shape[-1]
        # Padding is zero before quantisation, which gives the zero point (M3).
        patches = F.unfold(x, size, padding=padding)
        taken = torch.ones(patches.shape[1:])
        if self.skips_padding:
            taken = F.unfold(torch.ones(1, *x.shape[1:]), size, padding=padding)[0]
        y = ApproximateProduct.apply(patches, weight.flatten(1), params, self.table, taken)
        height = x.shape[2] + 2 * padding - size + 1
        return y.reshape(len(x), len(weight), height, -1) + self.bias[:, None, None]


def small_cnn(
    parameters: dict[str, torch.Tensor], table: Table, skips_padding: bool = False
) -> tuple[dict[str, Layer], Callable[[torch.Tensor], torch.Tensor]]:
    """The network of the fixture `small_cnn`: its layers and forward function."""
    layers = {name: Layer(name, parameters, table, skips_padding) for name in ("c1", "c2", "f1")}

    def forward(x: torch.Tensor) -> torch.Tensor:
        x = F.max_pool2d(F.relu(layers["c1"](x, 1)), 2)
        x = F.max_pool2d(F.relu(layers["c2"](x, 1)), 2)
        return layers["f1"](x.flatten(1))

    return layers, forward
