"""Convolutions of volumes as those of images, and images of other sizes.

The runtime's kernels take images. A volume is a batch of its slices, in which the elements of the
window along the depth are channels: one contraction with the same products.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch

from lutra.frontends.operators import spread

_ATEN = torch.ops.aten


def _three(values: Sequence[int]) -> list[int]:
    return list(values) * 3 if len(values) == 1 else list(values)


def conv3d(
    x: torch.Tensor,
    weight: torch.Tensor,
    bias: torch.Tensor | None = None,
    stride: Sequence[int] = (1,),
    padding: Sequence[int] = (0,),
    dilation: Sequence[int] = (1,),
    groups: int = 1,
) -> Any:
    """Of a batch."""
    if 0 in x.shape or 0 in weight.shape:
        return NotImplemented
    steps, borders, gaps = _three(stride), _three(padding), _three(dilation)
    depth = weight.shape[2]
    if borders[0]:
        x = torch.constant_pad_nd(x, [0, 0, 0, 0, borders[0], borders[0]])
    batch, channels, size, height, width = x.shape
    count = (size - gaps[0] * (depth - 1) - 1) // steps[0] + 1
    slices = [
        _ATEN.slice.Tensor(x, 2, k * gaps[0], k * gaps[0] + (count - 1) * steps[0] + 1, steps[0])
        for k in range(depth)
    ]
    images = torch.stack(slices, 2).permute(0, 3, 1, 2, 4, 5)
    images = images.reshape([batch * count, channels * depth, height, width])
    rows = weight.reshape([weight.shape[0], weight.shape[1] * depth, *weight.shape[3:]])
    result = _ATEN.conv2d.default(images, rows, bias, steps[1:], borders[1:], gaps[1:], groups)
    return result.reshape([batch, count, *result.shape[1:]]).permute(0, 2, 1, 3, 4)


def conv3d_padding(
    x: torch.Tensor,
    weight: torch.Tensor,
    bias: torch.Tensor | None = None,
    stride: Sequence[int] = (1,),
    padding: str = "valid",
    dilation: Sequence[int] = (1,),
    groups: int = 1,
) -> Any:
    """With its padding by name: where it is odd, the end has one more."""
    gaps = _three(dilation)
    if padding == "same":
        pads: list[int] = []
        for axis in (2, 1, 0):
            total = gaps[axis] * (weight.shape[2 + axis] - 1)
            pads += [total // 2, total - total // 2]
        x = torch.constant_pad_nd(x, pads)
    return conv3d(x, weight, bias, stride, (0,), dilation, groups)


def conv_transpose3d(
    x: torch.Tensor,
    weight: torch.Tensor,
    bias: torch.Tensor | None = None,
    stride: Sequence[int] = (1,),
    padding: Sequence[int] = (0,),
    output_padding: Sequence[int] = (0,),
    groups: int = 1,
    dilation: Sequence[int] = (1,),
) -> Any:
    """Of a batch: slices of the result are sums of those that each slice of x adds to."""
    if 0 in x.shape or 0 in weight.shape:
        return NotImplemented
    steps, borders, gaps = _three(stride), _three(padding), _three(dilation)
    ends = _three(output_padding)
    batch, channels, size = x.shape[:3]
    depth, per_group = weight.shape[2], weight.shape[1]
    images = x.permute(0, 2, 1, 3, 4).reshape([batch * size, channels, *x.shape[3:]])
    rows = weight.reshape([channels, per_group * depth, *weight.shape[3:]])
    parts = _ATEN.conv_transpose2d.input(
        images, rows, None, steps[1:], borders[1:], ends[1:], groups, gaps[1:]
    )
    shape = parts.shape[2:]
    parts = parts.reshape([batch, size, groups * per_group, depth, *shape])
    parts = parts.permute(0, 2, 3, 1, 4, 5)
    whole = (size - 1) * steps[0] + gaps[0] * (depth - 1) + 1 + ends[0]
    total = None
    for k in range(depth):
        part = spread(parts[:, :, k], 2, steps[0])
        before = k * gaps[0]
        part = torch.constant_pad_nd(part, [0, 0, 0, 0, before, whole - before - part.shape[2]])
        total = part if total is None else total + part
    assert total is not None
    total = total.narrow(2, borders[0], whole - 2 * borders[0])
    return total if bias is None else total + bias.reshape([1, -1, 1, 1, 1])


# --- Other sizes ---------------------------------------------------------------------------


def _linear(x: torch.Tensor, dim: int, size: int, align: bool, scale: float | None) -> Any:
    """Between the two neighbours of where each result lies."""
    old = x.shape[dim]
    places = torch.clamp(_places(old, size, align, scale), min=0.0)
    lower = torch.clamp(places.to(torch.int64), max=old - 1)
    upper = torch.clamp(lower + 1, max=old - 1)
    weights = (places - lower).to(x.dtype).reshape(_shape(x, dim))
    before, after = torch.index_select(x, dim, lower), torch.index_select(x, dim, upper)
    return before * (1 - weights) + after * weights


def _places(old: int, size: int, align: bool, scale: float | None) -> torch.Tensor:
    places = torch.arange(size, dtype=torch.float64)
    if align:
        return places * ((old - 1) / (size - 1) if size > 1 else 0.0)
    return (places + 0.5) * (1 / scale if scale else old / size) - 0.5


def _shape(x: torch.Tensor, dim: int) -> list[int]:
    return [-1 if axis == dim else 1 for axis in range(x.dim())]


def _cubic(x: torch.Tensor, dim: int, size: int, align: bool, scale: float | None) -> Any:
    """Of the four neighbours, by Keys' kernel with a = -0.75; at the borders the last one."""
    old, a = x.shape[dim], -0.75
    places = _places(old, size, align, scale)
    first = torch.floor(places)
    t = places - first

    def near(d: torch.Tensor) -> torch.Tensor:
        return ((a + 2) * d - (a + 3)) * d * d + 1

    def far(d: torch.Tensor) -> torch.Tensor:
        return ((a * d - 5 * a) * d + 8 * a) * d - 4 * a

    total = None
    for offset, weight in ((-1, far(t + 1)), (0, near(t)), (1, near(1 - t)), (2, far(2 - t))):
        index = torch.clamp(first.to(torch.int64) + offset, 0, old - 1)
        part = torch.index_select(x, dim, index) * weight.to(x.dtype).reshape(_shape(x, dim))
        total = part if total is None else total + part
    return total


def _nearest(x: torch.Tensor, dim: int, size: int, exact: float, scale: float | None) -> Any:
    """The element in which a result lies; computed in f32, as PyTorch does."""
    old = x.shape[dim]
    ratio = torch.full((), 1 / scale if scale else old / size, dtype=torch.float32)
    places = (torch.arange(size, dtype=torch.float32) + exact) * ratio
    index = torch.clamp(torch.floor(places).to(torch.int64), max=old - 1)
    return torch.index_select(x, dim, index)


def _resized(along: Callable[..., Any], x: torch.Tensor, sizes: Any, *rest: Any) -> Any:
    """One dimension after the other; `rest` is an option and the factors."""
    *options, factors = rest
    spatial = x.dim() - 2
    for axis in range(spatial):
        scale = factors[axis] if factors else None
        size = sizes[axis] if sizes else math.floor(x.shape[2 + axis] * (scale or 1.0))
        x = along(x, 2 + axis, size, *options, scale)
    return x


def _with_option(along: Callable[..., Any]) -> Callable[..., Any]:
    """Of ``(x, output_size, align_corners, scale_factors)``."""

    def resized(x: torch.Tensor, sizes: Any, align: bool, factors: Any = None) -> Any:
        return NotImplemented if 0 in x.shape else _resized(along, x, sizes, align, factors)

    return resized


def _without_option(exact: float) -> Callable[..., Any]:
    """Of ``(x, output_size, scale_factors)``."""

    def resized(x: torch.Tensor, sizes: Any, factors: Any = None) -> Any:
        return NotImplemented if 0 in x.shape else _resized(_nearest, x, sizes, exact, factors)

    return resized


_CUBIC, _LINEAR = _with_option(_cubic), _with_option(_linear)
_EXACT, _FLOOR = _without_option(0.5), _without_option(0.0)
TABLE: dict[Any, Callable[..., Any]] = {
    _ATEN.conv3d.default: conv3d,
    _ATEN.conv3d.padding: conv3d_padding,
    _ATEN.conv_transpose3d.input: conv_transpose3d,
    _ATEN.upsample_bicubic2d.vec: _CUBIC,
    _ATEN.upsample_bilinear2d.vec: _LINEAR,
    _ATEN.upsample_linear1d.vec: _LINEAR,
    _ATEN.upsample_trilinear3d.vec: _LINEAR,
    _ATEN._upsample_nearest_exact1d.vec: _EXACT,
    _ATEN._upsample_nearest_exact2d.vec: _EXACT,
    _ATEN._upsample_nearest_exact3d.vec: _EXACT,
    _ATEN.upsample_nearest3d.vec: _FLOOR,
}
