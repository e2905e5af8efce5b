"""Tensors with fewer dimensions than the importer's passes take for granted, or no elements.

PyTorch's convolutions and pools take an image without a batch, and its operators along a dimension
a scalar: the passes die of the first and do not end with the second. Each is given the dimension,
and it is taken from the result. A dimension that is counted from the end is counted from the start.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch.utils._pytree import tree_map_only

from lutra.frontends.composites import operator
from lutra.frontends.ordering import check_pairs
from lutra.frontends.straight_through import with_derivative_of

_ATEN = torch.ops.aten
Decomposition = Callable[..., Any]

# Operators on images, and how many dimensions they have beside batch and channels.
_IMAGES = {
    1: (
        "adaptive_avg_pool1d",
        "adaptive_max_pool1d",
        "avg_pool1d",
        "conv1d",
        "conv1d.padding",
        "conv_transpose1d",
        "max_pool1d",
        "max_pool1d_with_indices",
    ),
    2: (
        "_adaptive_avg_pool2d",
        "adaptive_avg_pool2d",
        "adaptive_max_pool2d",
        "avg_pool2d",
        "conv2d",
        "conv2d.padding",
        "conv_transpose2d.input",
        "max_pool2d",
        "max_pool2d_with_indices",
    ),
    3: (
        "_adaptive_avg_pool3d",
        "adaptive_avg_pool3d",
        "adaptive_max_pool3d",
        "avg_pool3d",
        "conv3d",
        "conv3d.padding",
        "conv_transpose3d.input",
        "max_pool3d",
        "max_pool3d_with_indices",
    ),
}
# Operators along a dimension, which may be that of a scalar.
_ALONG = (
    "_log_softmax",
    "_softmax",
    "flip",
    "glu",
    "log_softmax.int",
    "max.dim",
    "min.dim",
    "softmax.int",
    "unfold",
)
# Products of integers: the passes die of types that are narrower than 32 bits.
_PRODUCTS = ("addmm", "bmm", "matmul", "mm", "mv", "dot")


def _with_a_dimension(target: Any, x: torch.Tensor, *arguments: Any, **options: Any) -> Any:
    result = target(x.unsqueeze(0), *arguments, **options)
    return tree_map_only(torch.Tensor, lambda y: y.squeeze(0), result)


def _unbatched(
    target: Any,
    spatial: int,
    batched: Decomposition | None,
    x: torch.Tensor,
    *rest: Any,
    **options: Any,
) -> Any:
    if x.dim() == spatial + 1:
        return _with_a_dimension(target, x, *rest, **options)
    return batched(x, *rest, **options) if batched else NotImplemented


def _of_scalars(target: Any, x: torch.Tensor, *rest: Any, **options: Any) -> Any:
    return NotImplemented if x.dim() else _with_a_dimension(target, x, *rest, **options)


def _of_narrow_integers(
    target: Any, inner: Decomposition | None, *factors: torch.Tensor, **options: Any
) -> Any:
    dtype = factors[0].dtype
    if dtype in (torch.int8, torch.uint8, torch.int16):
        return target(*(x.to(torch.int32) for x in factors), **options).to(dtype)
    return inner(*factors, **options) if inner else NotImplemented


def extended(table: dict[Any, Decomposition]) -> dict[Any, Decomposition]:
    """The table, and what is to be done before its entries."""
    result = dict(table)
    for spatial, names in _IMAGES.items():
        for name in names:
            target = operator(name)
            result[target] = functools.partial(_unbatched, target, spatial, table.get(target))
    for name in _ALONG:
        target = operator(name)
        result.setdefault(target, functools.partial(_of_scalars, target))
    for name in _PRODUCTS:
        target = operator(name)
        result[target] = functools.partial(_of_narrow_integers, target, table.get(target))
    return result


_FROM_THE_END = ("gather", "index_add", "scatter.src", "scatter.value", "scatter_add")


def count_from_the_start(module: torch.fx.GraphModule) -> None:
    """Make dimensions positive, in place, for passes that take none from the end."""
    targets = {operator(name) for name in _FROM_THE_END}
    for node in module.graph.nodes:
        if node.op == "call_function" and node.target in targets and node.args[1] < 0:
            node.update_arg(1, node.args[1] + max(1, node.args[0].meta["val"].dim()))


def make_empty_results(module: torch.fx.GraphModule) -> None:
    """Put an empty tensor in place of what computes one: the passes divide by its size."""
    for node in module.graph.nodes:
        value = node.meta.get("val")
        if node.op != "call_function" or not isinstance(value, torch.Tensor) or value.numel():
            continue
        # In place: the program's outputs are known by their nodes' names.
        node.target = _ATEN.full.default
        node.args, node.kwargs = (list(value.shape), 0), {"dtype": value.dtype}
    module.graph.eliminate_dead_code()
    module.recompile()


# --- Pools whose windows differ -----------------------------------------------------


def _windows(size: int, count: int) -> Iterable[tuple[int, int]]:
    """Begin and length of each window of an adaptive pool."""
    for index in range(count):
        begin = index * size // count
        yield begin, math.ceil((index + 1) * size / count) - begin


def _is_known(x: torch.Tensor, output_size: list[int]) -> bool:
    """What the passes were tested with: one window, and those of images, equal and equally far."""
    if all(count == 1 for count in output_size):
        return True
    for size, count in zip(x.shape[-len(output_size) :], output_size, strict=True):
        step = size // count
        length = size - (count - 1) * step
        if list(_windows(size, count)) != [(index * step, length) for index in range(count)]:
            return False
    return len(output_size) == 2


def adaptive_avg_pool(x: torch.Tensor, output_size: list[int]) -> Any:
    """The mean of each window, where the passes would take windows of one size."""
    if 0 in x.shape or 0 in output_size or _is_known(x, output_size):
        return NotImplemented
    for axis, count in enumerate(output_size):
        dim = x.dim() - len(output_size) + axis
        means = [
            x.narrow(dim, begin, length).mean(dim, keepdim=True)
            for begin, length in _windows(x.shape[dim], count)
        ]
        x = torch.cat(means, dim)
    return x


def adaptive_max_pool(x: torch.Tensor, output_size: list[int]) -> Any:
    """The first maximum of each window, and where it lies in the image."""
    if 0 in x.shape or 0 in output_size or _is_known(x, output_size):
        return NotImplemented
    shape = x.shape[-len(output_size) :]
    places = torch.arange(math.prod(shape)).reshape(shape).expand(x.shape)
    for axis in reversed(range(len(output_size))):  # the first of equal ones in row-major order
        dim = x.dim() - len(output_size) + axis
        found, where = [], []
        for begin, length in _windows(x.shape[dim], output_size[axis]):
            value, index = x.narrow(dim, begin, length).max(dim, keepdim=True)
            found.append(value)
            where.append(places.narrow(dim, begin, length).gather(dim, index))
        x, places = torch.cat(found, dim), torch.cat(where, dim)
    return x, places


def max_unpool(x: torch.Tensor, indices: torch.Tensor, output_size: list[int], *_: Any) -> Any:
    """Each element where it came from; of several the last, and all have its derivative."""
    spatial = len(output_size)
    outer, places = list(x.shape[:-spatial]), math.prod(output_size)
    check_pairs("max_unpool", x.numel(), places)
    flat = x.reshape([*outer, -1, 1])
    meets = indices.reshape([*outer, -1, 1]) == torch.arange(places)
    order = torch.arange(flat.shape[-2], dtype=torch.int64).unsqueeze(-1)
    last = torch.where(meets, order, -1).max(-2, keepdim=True)[0]
    value = torch.where(torch.logical_and(meets, order == last), flat, 0.0).sum(-2)
    total = torch.where(meets, flat, 0.0).sum(-2)
    return with_derivative_of(value, total).reshape([*outer, *output_size])


POOLS: dict[Any, Decomposition] = {
    **{
        operator(name): adaptive_avg_pool
        for name in (
            "_adaptive_avg_pool2d",
            "_adaptive_avg_pool3d",
            "adaptive_avg_pool1d",
            "adaptive_avg_pool2d",
            "adaptive_avg_pool3d",
        )
    },
    **{
        operator(name): adaptive_max_pool
        for name in ("adaptive_max_pool1d", "adaptive_max_pool2d", "adaptive_max_pool3d")
    },
    operator("max_unpool2d"): max_unpool,
    operator("max_unpool3d"): max_unpool,
}
