"""PyTorch's operators whose derivative is not that of what they compute."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch

from lutra.frontends.operators import reduced
from lutra.frontends.torch_gradients import STOP_GRADIENT


def with_derivative_of(value: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """The value, with the derivative of something finite: what is added is exactly 0."""
    result: torch.Tensor = STOP_GRADIENT(value) + (other - STOP_GRADIENT(other))
    return result


def fake_quantize(
    x: torch.Tensor,
    scale: torch.Tensor | float,
    zero_point: torch.Tensor | int,
    quant_min: int,
    quant_max: int,
) -> torch.Tensor:
    """Rounded to codes and back; the derivative is 1 where the code is not clamped."""
    if isinstance(scale, float):
        scale = torch.full((), scale, dtype=torch.float32)
    inverse = (1 / scale.to(torch.float32)).to(x.dtype)
    if isinstance(zero_point, torch.Tensor) and zero_point.is_floating_point():
        code = torch.round(zero_point.to(x.dtype) + x * inverse)
    else:
        code = torch.round(x * inverse) + zero_point
    is_code = torch.logical_and(code >= quant_min, code <= quant_max)
    value = (torch.clamp(code, quant_min, quant_max) - zero_point) * scale.to(x.dtype)
    return with_derivative_of(value.to(x.dtype), torch.where(is_code, x, 0.0))


def fake_quantize_per_channel(
    x: torch.Tensor,
    scale: torch.Tensor,
    zero_point: torch.Tensor,
    axis: int,
    quant_min: int,
    quant_max: int,
) -> torch.Tensor:
    """The same with a scale and a zero point for each slice along a dimension."""
    shape = [1] * x.dim()
    shape[axis] = -1
    return fake_quantize(x, scale.reshape(shape), zero_point.reshape(shape), quant_min, quant_max)


def binary_cross_entropy(
    x: torch.Tensor, target: torch.Tensor, weight: torch.Tensor | None = None, reduction: int = 1
) -> torch.Tensor:
    """Of probabilities; logarithms are -100 at least, and 1e-12 at least is divided by."""

    def logarithm(p: torch.Tensor) -> torch.Tensor:
        return torch.clamp(torch.log(p), min=-100.0)

    p = STOP_GRADIENT(x)
    value = -(target * logarithm(p) + (1 - target) * logarithm(1 - p))
    slope = STOP_GRADIENT((p - target) / torch.clamp((1 - p) * p, min=1e-12))
    losses = value + (x * slope - STOP_GRADIENT(x * slope))
    return reduced(losses if weight is None else losses * weight, reduction)


def rrelu(
    x: torch.Tensor,
    lower: float = 1 / 8,
    upper: float = 1 / 3,
    training: bool = False,
    generator: Any = None,
) -> Any:
    """In evaluation the mean slope, at 0, too; in training the importer draws it."""
    return NotImplemented if training else torch.where(x > 0, x, x * ((lower + upper) / 2))


def cdist(x: torch.Tensor, y: torch.Tensor, p: float = 2.0, compute_mode: int | None = None) -> Any:
    """Distances of all rows, from their differences.

    Of several differences that are the largest, PyTorch differentiates each in
    full, where a norm shares the derivative out.
    """
    differences = x.unsqueeze(-2) - y.unsqueeze(-3)
    if p != math.inf:
        return torch.linalg.vector_norm(differences, p, -1)
    sizes = differences.abs()
    largest = sizes.amax(-1, keepdim=True)
    return with_derivative_of(
        largest.squeeze(-1), torch.where(sizes == largest, sizes, 0.0).sum(-1)
    )


def sign(x: torch.Tensor) -> Any:
    """Of comparisons, which lead to no derivative, where PyTorch's is 0."""
    if not x.is_floating_point():
        return NotImplemented
    nothing = torch.where(x.abs() < math.inf, x, 0.0) * 0
    return torch.where(x > 0, 1.0, torch.where(x < 0, -1.0, nothing))


def var(
    x: torch.Tensor,
    dim: Sequence[int] | None = None,
    *,
    correction: float | None = None,
    keepdim: bool = False,
) -> Any:
    """Where no freedom is left, what there is over 0; the importer divides by less than that."""
    dims = [each % max(1, x.dim()) for each in dim or range(x.dim())]
    count = math.prod(x.shape[each] for each in dims)
    free = count - (1.0 if correction is None else correction)
    if count and free >= 0:
        return NotImplemented
    total = torch.square(x - x.mean(dims, keepdim=True)).sum(dims, keepdim=keepdim)
    # The derivative is that of the formula.
    return with_derivative_of(total / torch.zeros((), dtype=x.dtype), total / free)


def std(x: torch.Tensor, *arguments: Any, **options: Any) -> Any:
    """The root of `var`."""
    found = var(x, *arguments, **options)
    return found if found is NotImplemented else torch.sqrt(found)


def var_mean(x: torch.Tensor, *arguments: Any, **options: Any) -> Any:
    """`var` and the mean."""
    found = var(x, *arguments, **options)
    if found is NotImplemented:
        return NotImplemented
    dims = [*(arguments[0] if arguments and arguments[0] else range(x.dim()))]
    return found, x.mean(dims, keepdim=options.get("keepdim", False))


_ATEN = torch.ops.aten
TABLE: dict[Any, Callable[..., Any]] = {
    _ATEN.binary_cross_entropy.default: binary_cross_entropy,
    _ATEN.cdist.default: cdist,
    _ATEN.fake_quantize_per_tensor_affine.default: fake_quantize,
    _ATEN.fake_quantize_per_tensor_affine.tensor_qparams: fake_quantize,
    _ATEN.fake_quantize_per_channel_affine.default: fake_quantize_per_channel,
    _ATEN.rrelu.default: rrelu,
    _ATEN.sgn.default: sign,
    _ATEN.sign.default: sign,
    _ATEN.std.correction: std,
    _ATEN.var.correction: var,
    _ATEN.var_mean.correction: var_mean,
}
