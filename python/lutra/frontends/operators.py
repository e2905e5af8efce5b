"""PyTorch's operators written with others, where the importer's own form is not the operator.

Either the importer has none, or its form has another derivative at a point where PyTorch
promises one: leaky_relu as max(0, x) + slope min(0, x) has derivative 0 at 0, softplus by |x| too.
A branch of a where that is not taken must be finite, or its derivative is 0 times infinity: hence
the inner ones. `NotImplemented` leaves an operator to the importer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch

# --- Activations ----------------------------------------------------------------


def leaky_relu(x: torch.Tensor, negative_slope: float = 0.01) -> torch.Tensor:
    """The slope at 0."""
    return torch.where(x > 0, x, x * negative_slope)


def prelu(x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """The slope at 0; one of them for each channel."""
    if weight.numel() == 1:
        weight = weight.reshape([1] * x.dim())
    elif x.dim() > 1:
        weight = weight.reshape(1, -1, *[1] * (x.dim() - 2))
    return torch.where(x > 0, x, x * weight)


def elu(
    x: torch.Tensor, alpha: float = 1.0, scale: float = 1.0, input_scale: float = 1.0
) -> torch.Tensor:
    """The exponential at 0."""
    below = torch.where(x > 0, 0.0, x)
    return torch.where(x > 0, x * scale, torch.expm1(below * input_scale) * (alpha * scale))


def selu(x: torch.Tensor) -> torch.Tensor:
    """With the constants of PyTorch's documentation."""
    return elu(x, 1.6732632423543772848170429916717, 1.0507009873554804934193349852946)


def celu(x: torch.Tensor, alpha: float = 1.0) -> torch.Tensor:
    """An elu with another scale below 0."""
    return elu(x, alpha, 1.0, 1 / alpha)


def hardtanh(x: torch.Tensor, min_val: float = -1.0, max_val: float = 1.0) -> torch.Tensor:
    """Constant at the bounds, unlike clamp."""
    return torch.where(x <= min_val, min_val, torch.where(x >= max_val, max_val, x))


def hardsigmoid(x: torch.Tensor) -> torch.Tensor:
    """Constant at the bounds."""
    return hardtanh(x, -3.0, 3.0) / 6 + 0.5


def threshold(x: torch.Tensor, threshold: float, value: float) -> torch.Tensor:
    """The value at the threshold."""
    # A tensor: the importer compares with numbers in f64, PyTorch in the type of x.
    return torch.where(x > torch.full((), threshold, dtype=x.dtype), x, value)


def softplus(x: torch.Tensor, beta: float = 1.0, threshold: float = 20.0) -> torch.Tensor:
    """Linear above the threshold only."""
    scaled = x * beta
    linear = scaled > threshold
    return torch.where(linear, x, torch.log1p(torch.exp(torch.where(linear, 0.0, scaled))) / beta)


def log_sigmoid(x: torch.Tensor) -> torch.Tensor:
    """Linear far below 0, without overflow; the slope at 0."""
    below = x < 0
    small = torch.log1p(torch.exp(torch.where(below, x, -x)))
    return torch.where(below, x - small, -small)


def log_sigmoid_forward(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The same, with the buffer that PyTorch's backward would read."""
    return log_sigmoid(x), x.new_zeros((0,))


# --- Numbers ---------------------------------------------------------------------


def erfc(x: torch.Tensor) -> torch.Tensor:
    """Absolutely as exact as erf is."""
    return 1 - torch.erf(x)


def fmod(x: torch.Tensor, other: float) -> torch.Tensor:
    """By a number."""
    return torch.fmod(x, torch.full_like(x, other))


def _shifted(x: torch.Tensor, dim: int, by: int, value: float) -> torch.Tensor:
    """x one or several places further along a dimension, with a value in front."""
    kept = x.narrow(dim, 0, x.shape[dim] - by)
    front = torch.full_like(x.narrow(dim, 0, by), value)
    return torch.cat((front, kept), dim)


def cumsum(x: torch.Tensor, dim: int, *, dtype: torch.dtype | None = None) -> torch.Tensor:
    """In a logarithmic number of additions of shifted copies."""
    if dtype or not x.is_floating_point():
        x = x.to(dtype or torch.int64)
    step = 1
    while x.dim() and step < x.shape[dim]:
        x, step = x + _shifted(x, dim, step, 0), 2 * step
    return x


def cumprod(x: torch.Tensor, dim: int, *, dtype: torch.dtype | None = None) -> torch.Tensor:
    """In a logarithmic number of products of shifted copies; exact at zeros."""
    if dtype or not x.is_floating_point():
        x = x.to(dtype or torch.int64)
    step = 1
    while x.dim() and step < x.shape[dim]:
        x, step = x * _shifted(x, dim, step, 1), 2 * step
    return x


def logsumexp(x: torch.Tensor, dim: list[int], keepdim: bool = False) -> torch.Tensor:
    """Without overflow; what is subtracted has no part in the derivative."""
    if not x.is_floating_point():
        x = x.float()
    dim = dim or list(range(x.dim()))
    largest = x.detach()
    for each in dim:
        largest = torch.max(largest, each, keepdim=True)[0]
    largest = torch.where(largest.abs() == math.inf, 0.0, largest)
    result = torch.log(torch.exp(x - largest).sum(dim, keepdim=True)) + largest
    return result if keepdim else torch.squeeze(result, dim)


def instance_norm(
    x: torch.Tensor,
    weight: torch.Tensor | None,
    bias: torch.Tensor | None,
    running_mean: torch.Tensor | None,
    running_var: torch.Tensor | None,
    use_input_stats: bool,
    momentum: float,
    eps: float,
    cudnn_enabled: bool,
) -> Any:
    """By the statistics of each image, or the running ones; the importer has no third way."""
    shape, dims = [1, -1, *[1] * (x.dim() - 2)], list(range(2, x.dim()))
    if use_input_stats or running_mean is None or running_var is None:
        if not dims:
            return NotImplemented
        x = x - x.mean(dims, keepdim=True)
        x = x * torch.rsqrt((x * x).mean(dims, keepdim=True) + eps)
    else:
        scale = torch.rsqrt(running_var + eps)
        x = (x - running_mean.reshape(shape)) * scale.reshape(shape)
    if weight is not None:
        x = x * weight.reshape(shape)
    return x if bias is None else x + bias.reshape(shape)


def matmul(x: torch.Tensor, y: torch.Tensor) -> Any:
    """With a vector on one side and batches on the other."""
    if y.dim() == 1 and x.dim() > 2:
        return (x @ y.unsqueeze(-1)).squeeze(-1)
    if x.dim() == 1 and y.dim() > 2:
        return (x.unsqueeze(0) @ y).squeeze(-2)
    return NotImplemented


def dist(x: torch.Tensor, y: torch.Tensor, p: float = 2.0) -> Any:
    """The norm of a difference, whatever p is."""
    return torch.linalg.vector_norm(x - y, p)


def _extremum(x: torch.Tensor, dim: Sequence[int], keepdim: bool, largest: bool) -> torch.Tensor:
    """The mean of the elements that attain it: they share the derivative evenly."""
    dim = list(dim) or list(range(x.dim()))
    found = x
    for each in dim:
        found = (torch.max if largest else torch.min)(found, each, keepdim=True)[0]
    attains = x == found
    total = torch.where(attains, x, 0.0).sum(dim, keepdim=keepdim)
    return total / attains.to(x.dtype).sum(dim, keepdim=keepdim)


def amax(x: torch.Tensor, dim: Sequence[int] = (), keepdim: bool = False) -> Any:
    """Of floats, shared by equal elements."""
    return _extremum(x, dim, keepdim, True) if x.is_floating_point() else NotImplemented


def amin(x: torch.Tensor, dim: Sequence[int] = (), keepdim: bool = False) -> Any:
    """Of floats, shared by equal elements."""
    return _extremum(x, dim, keepdim, False) if x.is_floating_point() else NotImplemented


def maximum(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Equal operands share the derivative; NaN wins."""
    larger = torch.where(torch.logical_or(x > y, x != x), x, y)
    return torch.where(x == y, 0.5 * x + 0.5 * y, larger) if larger.is_floating_point() else larger


def minimum(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Equal operands share the derivative; NaN wins."""
    smaller = torch.where(torch.logical_or(x < y, x != x), x, y)
    return (
        torch.where(x == y, 0.5 * x + 0.5 * y, smaller) if smaller.is_floating_point() else smaller
    )


def fmax(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """The first of equal operands; a number rather than NaN."""
    return torch.where(torch.logical_or(x >= y, y != y), x, y)


def fmin(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """The first of equal operands; a number rather than NaN."""
    return torch.where(torch.logical_or(x <= y, y != y), x, y)


def _log_of_sum(x: torch.Tensor, y: torch.Tensor, base: float) -> torch.Tensor:
    """log(b^x + b^y) / log(b), without overflow; a smooth function where both are equal, too."""
    is_first = x >= y
    larger, smaller = torch.where(is_first, x, y), torch.where(is_first, y, x)
    # Equal infinities are their own sum.
    is_whole = larger == smaller
    is_whole = torch.logical_and(is_whole, larger.abs() == math.inf)
    distance = torch.where(is_whole, 0.0, smaller - larger)
    scale = math.log(base)
    rest = torch.log1p(torch.exp(distance * scale)) / scale
    return torch.where(is_whole, larger, larger + rest)


def logaddexp(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Half of the derivative each where both are equal."""
    return _log_of_sum(x, y, math.e)


def logaddexp2(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Half of the derivative each where both are equal."""
    return _log_of_sum(x, y, 2.0)


# --- Windows and borders -----------------------------------------------------------


def pad(x: torch.Tensor, pad: list[int], mode: str = "constant", value: float | None = None) -> Any:
    """Reflected and circular borders as slices beside the tensor."""
    if mode not in ("reflect", "circular") or min(pad) < 0:
        return NotImplemented
    for index in range(len(pad) // 2):
        dim = x.dim() - 1 - index
        low, high = pad[2 * index], pad[2 * index + 1]
        size = x.shape[dim]
        if mode == "circular":
            before = [x.narrow(dim, size - low, low)] if low else []
            after = [x.narrow(dim, 0, high)] if high else []
        else:
            before = [x.narrow(dim, i, 1) for i in range(low, 0, -1)]
            after = [x.narrow(dim, size - 2 - i, 1) for i in range(high)]
        if before or after:
            x = torch.cat((*before, x, *after), dim)
    return x


def im2col(
    x: torch.Tensor,
    kernel_size: list[int],
    dilation: list[int],
    padding: list[int],
    stride: list[int],
) -> torch.Tensor:
    """One strided slice per element of the window."""
    if x.dim() == 3:
        return im2col(x.unsqueeze(0), kernel_size, dilation, padding, stride).squeeze(0)
    if any(padding):
        x = torch.constant_pad_nd(x, [padding[1], padding[1], padding[0], padding[0]])
    batch, channels = x.shape[:2]
    counts = [
        (size - d * (k - 1) - 1) // s + 1
        for size, k, d, s in zip(x.shape[2:], kernel_size, dilation, stride, strict=True)
    ]

    def along(x: torch.Tensor, axis: int, element: int) -> Any:
        start = element * dilation[axis]
        end = start + (counts[axis] - 1) * stride[axis] + 1
        return torch.ops.aten.slice.Tensor(x, 2 + axis, start, end, stride[axis])

    slices = [
        along(along(x, 0, i), 1, j) for i in range(kernel_size[0]) for j in range(kernel_size[1])
    ]
    return torch.stack(slices, 2).reshape(batch, channels * len(slices), counts[0] * counts[1])


def spread(x: torch.Tensor, dim: int, stride: int) -> torch.Tensor:
    """Zeros between the elements along a dimension."""
    if stride == 1:
        return x
    wide = torch.cat(
        [x.unsqueeze(dim + 1), *[torch.zeros_like(x.unsqueeze(dim + 1))] * (stride - 1)], dim + 1
    )
    shape = [*x.shape[:dim], x.shape[dim] * stride, *x.shape[dim + 1 :]]
    return wide.reshape(shape).narrow(dim, 0, (x.shape[dim] - 1) * stride + 1)


def col2im(
    x: torch.Tensor,
    output_size: list[int],
    kernel_size: list[int],
    dilation: list[int],
    padding: list[int],
    stride: list[int],
) -> torch.Tensor:
    """The sum of the windows' elements, each spread over the image."""
    if x.dim() == 2:
        return col2im(x.unsqueeze(0), output_size, kernel_size, dilation, padding, stride).squeeze(
            0
        )
    padded = [size + 2 * p for size, p in zip(output_size, padding, strict=True)]
    counts = [
        (size - d * (k - 1) - 1) // s + 1
        for size, k, d, s in zip(padded, kernel_size, dilation, stride, strict=True)
    ]
    windows = x.reshape(x.shape[0], -1, kernel_size[0], kernel_size[1], *counts)
    total = None
    for i in range(kernel_size[0]):
        for j in range(kernel_size[1]):
            part = spread(spread(windows[:, :, i, j], 2, stride[0]), 3, stride[1])
            top, left = i * dilation[0], j * dilation[1]
            bottom = padded[0] - top - part.shape[2]
            right = padded[1] - left - part.shape[3]
            part = torch.constant_pad_nd(part, [left, right, top, bottom])
            total = part if total is None else total + part
    assert total is not None
    inner = total.narrow(2, padding[0], output_size[0])
    return inner.narrow(3, padding[1], output_size[1])


# --- Losses ------------------------------------------------------------------------


def reduced(losses: torch.Tensor, reduction: int) -> torch.Tensor:
    """0: as they are, 1: their mean, 2: their sum."""
    return (losses, losses.mean(), losses.sum())[reduction]


def smooth_l1_loss(
    x: torch.Tensor, target: torch.Tensor, reduction: int = 1, beta: float = 1.0
) -> torch.Tensor:
    """Quadratic below beta."""
    distance = (x - target).abs()
    if beta > 0:
        distance = torch.where(
            distance < beta, 0.5 * distance * distance / beta, distance - 0.5 * beta
        )
    return reduced(distance, reduction)


def huber_loss(
    x: torch.Tensor, target: torch.Tensor, reduction: int = 1, delta: float = 1.0
) -> torch.Tensor:
    """Quadratic up to delta."""
    distance = (x - target).abs()
    losses = torch.where(
        distance <= delta, 0.5 * distance * distance, delta * (distance - 0.5 * delta)
    )
    return reduced(losses, reduction)


def binary_cross_entropy_with_logits(
    x: torch.Tensor,
    target: torch.Tensor,
    weight: torch.Tensor | None = None,
    pos_weight: torch.Tensor | None = None,
    reduction: int = 1,
) -> torch.Tensor:
    """(1 - y) x + (1 + (p - 1) y) softplus(-x), without overflow."""
    # softplus(-x), with a derivative at 0.
    above = x > 0
    small = torch.log1p(torch.exp(torch.where(above, -x, x)))
    softplus_of_negative = torch.where(above, small, small - x)
    factor = 1.0 if pos_weight is None else 1 + (pos_weight - 1) * target
    losses = (1 - target) * x + factor * softplus_of_negative
    return reduced(losses if weight is None else losses * weight, reduction)
