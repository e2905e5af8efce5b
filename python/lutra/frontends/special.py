"""PyTorch's functions of numbers and its losses of margins, with PyTorch's derivatives.

The importer has none of them, and PyTorch's own decompositions have another derivative where a
branch that is not taken is not finite, or where a margin is met exactly.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch

from lutra.frontends.operators import cumsum, reduced
from lutra.frontends.torch_gradients import STOP_GRADIENT

# --- Functions of numbers -----------------------------------------------------------------


def _with_slope(value: torch.Tensor, x: torch.Tensor, slope: torch.Tensor) -> torch.Tensor:
    """A value, with its derivative to x; all are finite."""
    result: torch.Tensor = STOP_GRADIENT(value) + (x - STOP_GRADIENT(x)) * STOP_GRADIENT(slope)
    return result


def _no_number(x: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
    """0, with a derivative to x that is NaN where it is said to be."""
    zero = 0.0 * torch.log(torch.where(where, x * 0.0, 1.0))
    return torch.where(where, 0.0, zero)


def _x_log(x: torch.Tensor, y: torch.Tensor, shift: float) -> torch.Tensor:
    """x log(y + shift), 0 where x is 0 and the logarithm infinite or no number."""
    inner = y + shift
    is_zero = torch.logical_and(x == 0, inner <= 0)
    logarithm = torch.log if shift == 0 else torch.log1p
    result = x * logarithm(torch.where(is_zero, 1.0 - shift, y))
    # The derivative to y is x / (y + shift): 0 / 0 there.
    return result + _no_number(y, torch.logical_and(is_zero, inner == 0))


def xlogy(x: Any, y: Any) -> torch.Tensor:
    """Of tensors and numbers."""
    one, other = _tensors(x, y)
    return _x_log(one, other, 0.0)


def xlog1py(x: Any, y: Any) -> torch.Tensor:
    """Of tensors and numbers."""
    one, other = _tensors(x, y)
    return _x_log(one, other, 1.0)


def _tensors(*values: Any) -> tuple[torch.Tensor, ...]:
    """Floats of one type, whatever was given."""
    tensors = [value for value in values if isinstance(value, torch.Tensor)]
    dtype = tensors[0].dtype
    for each in tensors[1:]:
        dtype = torch.promote_types(dtype, each.dtype)
    dtype = dtype if dtype.is_floating_point else torch.get_default_dtype()
    return tuple(
        value.to(dtype) if isinstance(value, torch.Tensor) else torch.full((), value, dtype=dtype)
        for value in values
    )


def entr(x: torch.Tensor) -> torch.Tensor:
    """Minus x log(x), which rises infinitely at 0; minus infinity below."""
    (x,) = _tensors(x)
    is_positive = x > 0
    result = -x * torch.log(torch.where(is_positive, x, 1.0))
    # A root has the value and the derivative.
    is_zero = x == 0
    root = torch.where(is_zero, torch.pow(torch.where(is_zero, x, 1.0), 0.25), 0.0)
    return torch.where(x < 0, -math.inf, result) + root + _no_number(x, x < 0)


def sinc(x: torch.Tensor) -> torch.Tensor:
    """sin(pi x) / (pi x), level at 0."""
    (x,) = _tensors(x)
    is_zero = x == 0
    scaled = torch.where(is_zero, 1.0, x) * math.pi
    return torch.where(is_zero, 1.0, torch.sin(scaled) / scaled)


def hypot(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Without overflow of the squares; where both are 0 the derivative is no number."""
    one, other = x.abs(), y.abs()
    larger = torch.where(one > other, one, other).detach()
    is_usual = torch.logical_and(larger > 0, larger < math.inf)
    scale = torch.where(is_usual, larger, 1.0)
    length = torch.sqrt(torch.square(x / scale) + torch.square(y / scale)) * scale
    return length + _no_number(x, larger == 0) + _no_number(y, larger == 0)


def clamp_min(x: torch.Tensor, low: torch.Tensor) -> torch.Tensor:
    """x where both are equal; NaN of either."""
    return torch.where(torch.logical_or(x >= low, x != x), x, low)


def clamp_max(x: torch.Tensor, high: torch.Tensor) -> torch.Tensor:
    """x where both are equal; NaN of either."""
    return torch.where(torch.logical_or(x <= high, x != x), x, high)


def clamp(
    x: torch.Tensor, low: torch.Tensor | None = None, high: torch.Tensor | None = None
) -> torch.Tensor:
    """The upper bound wins."""
    x = x if low is None else clamp_min(x, low)
    return x if high is None else clamp_max(x, high)


def copysign(x: torch.Tensor, y: Any) -> torch.Tensor:
    """The derivative to x is 1 or -1, and 0 at 0; there is none to y."""
    x, y = _tensors(x, y)
    is_negative = torch.logical_or(y < 0, torch.logical_and(y == 0, 1 / y < 0))
    magnitude = torch.where(x == 0, 0.0, x.abs())
    return torch.where(is_negative, -magnitude, magnitude)


def erfinv(x: torch.Tensor) -> torch.Tensor:
    """By Giles' polynomials and two steps of Newton's method."""
    (x,) = _tensors(x)
    y = x.detach()
    is_inner = y.abs() < 1
    y = torch.where(is_inner, y, 0.0)
    w = -torch.log((1 - y) * (1 + y))
    near, far = w - 2.5, torch.sqrt(w) - 3.0
    small, large = torch.zeros_like(y), torch.zeros_like(y)
    for coefficient in _GILES_NEAR:
        small = small * near + coefficient
    for coefficient in _GILES_FAR:
        large = large * far + coefficient
    result = torch.where(w < 5, small, large) * y
    for _ in range(2):
        slope = 2 / math.sqrt(math.pi) * torch.exp(-result * result)
        result = result - (torch.erf(result) - y) / slope
    slope = math.sqrt(math.pi) / 2 * torch.exp(result * result)
    inner = _with_slope(result, torch.where(is_inner, x, 0.0), slope)
    # Infinite at 1 and -1, with its derivative; no number beyond.
    outer = -torch.log(1 - torch.where(is_inner, 0.0, x.abs()))
    return torch.where(is_inner, inner, torch.where(x < 0, -outer, outer))


_GILES_NEAR = (
    2.81022636e-08,
    3.43273939e-07,
    -3.5233877e-06,
    -4.39150654e-06,
    0.00021858087,
    -0.00125372503,
    -0.00417768164,
    0.246640727,
    1.50140941,
)
_GILES_FAR = (
    -0.000200214257,
    0.000100950558,
    0.00134934322,
    -0.00367342844,
    0.00573950773,
    -0.0076224613,
    0.00943887047,
    1.00167406,
    2.83297682,
)

# --- Losses of margins ----------------------------------------------------------------------


def multi_margin(
    x: torch.Tensor,
    target: torch.Tensor,
    p: float = 1,
    margin: float = 1,
    weight: torch.Tensor | None = None,
    reduction: int = 1,
) -> torch.Tensor:
    """How far every other class is from the target's less a margin; level where it is met."""
    is_one = x.dim() < 2
    x, target = x.reshape(-1, x.shape[-1]) if x.dim() else x.reshape(1, 1), target.reshape(-1, 1)
    distance = margin - torch.gather(x, 1, target) + x
    is_other = target != torch.arange(x.shape[1])
    missed = torch.where(torch.logical_and(distance > 0, is_other), distance, 0.0)
    missed = missed * missed if p == 2 else missed
    if weight is not None:
        missed = missed * torch.index_select(weight, 0, target.reshape(-1)).unsqueeze(1)
    losses = missed.mean(1)
    return reduced(losses.reshape([]) if is_one else losses, reduction)


def multilabel_margin(x: torch.Tensor, target: torch.Tensor, reduction: int = 1) -> torch.Tensor:
    """The same for each of the classes up to the first -1, against all that are none of them."""
    is_one, classes = x.dim() < 2, x.shape[-1] if x.dim() else 1
    x, target = x.reshape(-1, classes), target.reshape(-1, classes)
    ended = cumsum((target < 0).to(torch.int64), 1) > 0
    index = torch.clamp(target, min=0)
    meets = torch.logical_and(index.unsqueeze(2) == torch.arange(classes), ~ended.unsqueeze(2))
    is_target = meets.any(1)
    distance = 1 - torch.gather(x, 1, index).unsqueeze(2) + x.unsqueeze(1)
    counts = torch.logical_and(~ended.unsqueeze(2), ~is_target.unsqueeze(1))
    missed = torch.where(torch.logical_and(distance > 0, counts), distance, 0.0)
    losses = missed.sum((1, 2)) / classes
    losses = losses.reshape([]) if is_one else losses
    return reduced(losses, reduction)


_ATEN = torch.ops.aten
TABLE: dict[Any, Callable[..., Any]] = {
    _ATEN.clamp.Tensor: clamp,
    _ATEN.clamp_max.Tensor: clamp_max,
    _ATEN.clamp_min.Tensor: clamp_min,
    _ATEN.copysign.Scalar: copysign,
    _ATEN.copysign.Tensor: copysign,
    _ATEN.erfinv.default: erfinv,
    _ATEN.hypot.default: hypot,
    _ATEN.sinc.default: sinc,
    _ATEN.special_entr.default: entr,
    _ATEN.special_xlog1py.default: xlog1py,
    _ATEN.special_xlog1py.other_scalar: xlog1py,
    _ATEN.special_xlog1py.self_scalar: xlog1py,
    _ATEN.xlogy.Scalar_Other: xlogy,
    _ATEN.xlogy.Scalar_Self: xlogy,
    _ATEN.xlogy.Tensor: xlogy,
}
