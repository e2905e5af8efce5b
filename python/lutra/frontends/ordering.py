"""What PyTorch orders, searches and writes by an index, as comparisons of all pairs.

The importer has no lowering for a sort or a scatter. Here an element's place is the number of
those that come before it, and what is written to a place is the sum over all elements whose index
it is. That takes a product of memory, which is limited; values are those of PyTorch's kernels on
one thread: of elements that are written to the same place the last one stays, and all of them
have its derivative.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch

from lutra.frontends.operators import cumsum, logaddexp
from lutra.frontends.straight_through import with_derivative_of

# Of pairs of an element and a place; what is more would not fit into memory.
MOST_PAIRS = 1 << 26


def check_pairs(what: str, elements: int, places: int) -> None:
    """Refuse what would not fit into memory."""
    if elements * places > MOST_PAIRS:
        raise NotImplementedError(
            f"{what} of {elements} elements to {places} places each is larger than lutra "
            f"takes, expected a product of {MOST_PAIRS} at most"
        )


# --- Orders ----------------------------------------------------------------------------


def _order(x: torch.Tensor, dim: int, descending: bool) -> torch.Tensor:
    """Indices that sort along a dimension; equal elements stay in order, NaN is the largest."""
    x = torch.movedim(x.detach(), dim, -1)
    size = x.shape[-1]
    check_pairs("sort", x.numel(), size)
    one, other = x.unsqueeze(-1), x.unsqueeze(-2)
    before = other > one if descending else other < one
    same = other == one
    if x.is_floating_point():
        one_is_nan, other_is_nan = one != one, other != other
        first, last = (other_is_nan, one_is_nan) if descending else (one_is_nan, other_is_nan)
        before = torch.logical_or(before, torch.logical_and(first, torch.logical_not(last)))
        same = torch.logical_or(same, torch.logical_and(one_is_nan, other_is_nan))
    places = torch.arange(size)
    earlier = places.unsqueeze(0) < places.unsqueeze(1)
    before = torch.logical_or(before, torch.logical_and(same, earlier))
    rank = before.to(torch.int64).sum(-1)
    # The inverse of the permutation: which element has each rank.
    has_rank = rank.unsqueeze(-2) == places.unsqueeze(-1)
    return torch.movedim(torch.where(has_rank, places, 0).sum(-1), -1, dim)


def sort(x: torch.Tensor, dim: int = -1, descending: bool = False) -> Any:
    """A scalar is sorted."""
    if not x.dim():
        return x.clone(), torch.zeros((), dtype=torch.int64)
    order = _order(x, dim, descending)
    return torch.gather(x, dim, order), order


def sort_stable(
    x: torch.Tensor, *, stable: bool | None = None, dim: int = -1, descending: bool = False
) -> Any:
    """Every sort is stable here."""
    return sort(x, dim, descending)


def topk(x: torch.Tensor, k: int, dim: int = -1, largest: bool = True, sorted: bool = True) -> Any:
    """The first of a sort, in order."""
    if not x.dim():
        return sort(x)
    order = _order(x, dim, largest).narrow(dim, 0, k)
    return torch.gather(x, dim, order), order


def _selected(x: torch.Tensor, dim: int, index: torch.Tensor, keepdim: bool) -> Any:
    value = torch.gather(x, dim, index)
    return (value, index) if keepdim else (value.squeeze(dim), index.squeeze(dim))


def kthvalue(x: torch.Tensor, k: int, dim: int = -1, keepdim: bool = False) -> Any:
    """The k-th of a sort, counted from 1."""
    if not x.dim():
        return sort(x)
    return _selected(x, dim, _order(x, dim, False).narrow(dim, k - 1, 1), keepdim)


def median(x: torch.Tensor, dim: int, keepdim: bool = False) -> Any:
    """The lower of two; NaN where there is one."""
    if not x.dim():
        return sort(x)
    order = _order(x, dim, False)
    size = x.shape[dim]
    middle = order.narrow(dim, (size - 1) // 2, 1)
    if x.is_floating_point():
        last = order.narrow(dim, size - 1, 1)
        greatest = torch.gather(x.detach(), dim, last)
        middle = torch.where(greatest != greatest, last, middle)
    return _selected(x, dim, middle, keepdim)


def nanmedian(x: torch.Tensor, dim: int, keepdim: bool = False) -> Any:
    """The lower of two of the numbers that are not NaN."""
    if not x.dim():
        return sort(x)
    order = _order(x, dim, False)
    count = (x == x).to(torch.int64).sum(dim, keepdim=True)
    middle = torch.clamp(count - 1, min=0) // 2
    return _selected(x, dim, torch.gather(order, dim, middle), keepdim)


def _evenly(found: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """The value, with its derivative shared by all elements that attain it."""
    attains = torch.logical_or(x == found, torch.logical_and(x != x, found != found))
    shared = torch.where(attains, x, 0.0).sum() / attains.to(x.dtype).sum()
    return with_derivative_of(found, torch.where(found == found, shared, 0.0))


def median_of_all(x: torch.Tensor) -> Any:
    """Of all elements; equal ones share the derivative."""
    found = median(x.reshape(-1), 0)[0]
    return _evenly(found, x) if x.is_floating_point() else found


def nanmedian_of_all(x: torch.Tensor) -> Any:
    """Of all elements that are not NaN; equal ones share the derivative."""
    found = nanmedian(x.reshape(-1), 0)[0]
    return _evenly(found, x) if x.is_floating_point() else found


def mode(x: torch.Tensor, dim: int = -1, keepdim: bool = False) -> Any:
    """The smallest of the most frequent values, and the last place of it."""
    if not x.dim():
        return sort(x)
    values = torch.movedim(x.detach(), dim, -1)
    size = values.shape[-1]
    check_pairs("mode", values.numel(), size)
    count = (values.unsqueeze(-1) == values.unsqueeze(-2)).to(torch.int64).sum(-1)
    most = count == count.max(-1, keepdim=True)[0]
    worst = torch.where(most, values, torch.where(most, 0.0, math.inf).to(values.dtype))
    least = worst.min(-1, keepdim=True)[0]
    is_mode = torch.logical_and(most, values == least)
    last = torch.where(is_mode, torch.arange(size), -1).max(-1, keepdim=True)[0]
    return _selected(x, dim, torch.movedim(last, -1, dim), keepdim)


def _shifted(x: torch.Tensor, dim: int, by: int, value: float) -> torch.Tensor:
    front = torch.full_like(x.narrow(dim, 0, by), value)
    return torch.cat((front, x.narrow(dim, 0, x.shape[dim] - by)), dim)


def logcumsumexp(x: torch.Tensor, dim: int) -> torch.Tensor:
    """In a logarithmic number of sums of shifted copies."""
    step = 1
    while x.dim() and step < x.shape[dim]:
        x, step = logaddexp(x, _shifted(x, dim, step, -math.inf)), 2 * step
    return x


def _cumulative(x: torch.Tensor, dim: int, sign: int) -> Any:
    """The last extremum so far, NaN before all, and its place."""
    if not x.dim():
        return sort(x)
    value, step = x.detach(), 1
    shape = [1] * x.dim()
    shape[dim] = x.shape[dim]
    place = torch.arange(x.shape[dim]).reshape(shape).expand(x.shape)
    while step < x.shape[dim]:
        earlier, where = _shifted(value, dim, step, -sign * math.inf), _shifted(place, dim, step, 0)
        exists = torch.arange(x.shape[dim]).reshape(shape) >= step
        beaten = earlier > value if sign > 0 else earlier < value
        beaten = torch.logical_or(beaten, earlier != earlier)
        beaten = torch.logical_and(torch.logical_and(beaten, value == value), exists)
        value, place = torch.where(beaten, earlier, value), torch.where(beaten, where, place)
        step *= 2
    return torch.gather(x, dim, place), place


def cummax(x: torch.Tensor, dim: int) -> Any:
    """Of floats."""
    return _cumulative(x, dim, 1) if x.is_floating_point() else NotImplemented


def cummin(x: torch.Tensor, dim: int) -> Any:
    """Of floats."""
    return _cumulative(x, dim, -1) if x.is_floating_point() else NotImplemented


# --- Writing by an index ------------------------------------------------------------------


def _meeting(
    x: torch.Tensor, dim: int, index: torch.Tensor, source: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Which elements go to which place of a dimension, and the elements beside them.

    Both have the shape of `index` with the place behind it; `index` has no dimension larger
    than x, and `source` none smaller than `index`.
    """
    for axis, size in enumerate(index.shape):
        source = source.narrow(axis, 0, size)
    check_pairs("scatter", index.numel(), x.shape[dim])
    meets = index.unsqueeze(-1) == torch.arange(x.shape[dim])
    return meets, source.unsqueeze(-1)


def _placed(x: torch.Tensor, dim: int, found: torch.Tensor, fill: Any) -> torch.Tensor:
    """What was found for each place, in the shape of x: with `fill` outside of the index."""
    found = torch.movedim(found, -1, dim)
    padding: list[int] = []
    for axis in reversed(range(x.dim())):
        padding += [0, x.shape[axis] - found.shape[axis]]
    return torch.constant_pad_nd(found, padding, fill) if any(padding) else found


def scatter_add(x: torch.Tensor, dim: int, index: torch.Tensor, source: torch.Tensor) -> Any:
    """The sum of all elements of a place is added to it."""
    if not x.dim():
        x, index, source = x.reshape(1), index.reshape(1), source.reshape(1)
        return scatter_add(x, 0, index, source).reshape([])
    dim %= x.dim()
    if not index.dim():
        index, source = index.reshape([1] * x.dim()), source.reshape([1] * x.dim())
    meets, values = _meeting(x, dim, index, source)
    return x + _placed(x, dim, torch.where(meets, values, 0).sum(dim), 0)


def scatter(x: torch.Tensor, dim: int, index: torch.Tensor, source: torch.Tensor) -> Any:
    """The last element of a place stays there."""
    if not x.dim():
        x, index, source = x.reshape(1), index.reshape(1), source.reshape(1)
        return scatter(x, 0, index, source).reshape([])
    dim %= x.dim()
    meets, values = _meeting(x, dim, index, source)
    shape = [1] * (x.dim() + 1)
    shape[dim] = index.shape[dim]
    order = torch.arange(index.shape[dim]).reshape(shape)
    last = torch.where(meets, order, -1).max(dim, keepdim=True)[0]
    chosen = torch.logical_and(meets, order == last)
    value = _placed(x, dim, torch.where(chosen, values, 0).sum(dim), 0)
    kept = _placed(x, dim, torch.logical_not(meets).all(dim), True)
    if not x.is_floating_point():
        return torch.where(kept, x, value)
    # What is infinite or NaN has no derivative.
    is_part = torch.logical_and(meets, values.abs() < math.inf)
    total = _placed(x, dim, torch.where(is_part, values, 0).sum(dim), 0)
    return torch.where(kept, x, with_derivative_of(value, total))


def scatter_value(x: torch.Tensor, dim: int, index: torch.Tensor, value: float) -> Any:
    """A number to each place."""
    if not x.dim():
        return scatter_value(x.reshape(1), 0, index.reshape(1), value).reshape([])
    dim %= x.dim()
    check_pairs("scatter", index.numel(), x.shape[dim])
    meets = index.unsqueeze(-1) == torch.arange(x.shape[dim])
    kept = _placed(x, dim, torch.logical_not(meets).all(dim), True)
    return torch.where(kept, x, torch.full((), value, dtype=x.dtype))


def _product(x: torch.Tensor, dim: int) -> torch.Tensor:
    """In a logarithmic number of products, with a derivative at zeros, too."""
    size = x.shape[dim]
    while size > 1:
        half = size // 2
        rest = x.narrow(dim, 2 * half, size - 2 * half)
        x = torch.cat((x.narrow(dim, 0, half) * x.narrow(dim, half, half), rest), dim)
        size = x.shape[dim]
    return x.squeeze(dim)


def scatter_reduce(
    x: torch.Tensor,
    dim: int,
    index: torch.Tensor,
    source: torch.Tensor,
    reduce: str,
    *,
    include_self: bool = True,
) -> Any:
    """All elements of a place become one; extrema share the derivative evenly."""
    if not x.is_floating_point():
        return NotImplemented
    if not x.dim():
        parts = (x.reshape(1), 0, index.reshape(1), source.reshape(1))
        return scatter_reduce(*parts, reduce, include_self=include_self).reshape([])
    dim %= x.dim()
    meets, values = _meeting(x, dim, index, source)
    count = _placed(x, dim, meets.to(x.dtype).sum(dim), 0)
    # Without it, what no element comes to stays as it is.
    own = torch.ones_like(count) if include_self else (count == 0).to(x.dtype)
    is_own = own > 0

    def total(of: torch.Tensor) -> torch.Tensor:
        return _placed(x, dim, of.sum(dim), 0)

    if reduce in ("sum", "mean"):
        result = torch.where(is_own, x, 0.0) + total(torch.where(meets, values, 0.0))
        return result / (count + own) if reduce == "mean" else result
    if reduce == "prod":
        product = _placed(x, dim, _product(torch.where(meets, values, 1.0), dim), 1)
        return torch.where(is_own, x, 1.0) * product
    sign = 1.0 if reduce == "amax" else -1.0
    seen = torch.where(meets, values * sign, -math.inf).max(dim)[0]
    best = (
        torch.maximum(
            _placed(x, dim, seen, -math.inf), torch.where(is_own, x * sign, -math.inf)
        ).detach()
        * sign
    )
    at = torch.movedim(best, dim, -1)
    for axis, size in enumerate([s for a, s in enumerate(index.shape) if a != dim]):
        at = at.narrow(axis, 0, size)
    attains = torch.logical_and(meets, values == at.unsqueeze(dim))
    is_own = torch.logical_and(is_own, x == best)
    shared = total(torch.where(attains, values, 0.0)) + torch.where(is_own, x, 0.0)
    return shared / (total(attains.to(x.dtype)) + is_own.to(x.dtype))


def _along(x: torch.Tensor, dim: int, index: torch.Tensor, source: torch.Tensor) -> Any:
    """An index of one dimension as that of every element of a source."""
    shape = [1] * max(1, x.dim())
    shape[dim] = -1
    source = source if source.dim() else source.reshape([1] * max(1, x.dim()))
    return index.reshape(shape).expand(source.shape), source


def _of_rows(write: Callable[..., Any]) -> Callable[..., Any]:
    """A scatter, of whole slices along a dimension."""

    def rows(
        x: torch.Tensor,
        dim: int,
        index: torch.Tensor,
        source: torch.Tensor,
        *rest: Any,
        **options: Any,
    ) -> Any:
        if not x.dim():
            parts = (x.reshape(1), 0, index.reshape(1), source.reshape(1))
            return rows(*parts, *rest, **options).reshape([])
        dim %= x.dim()
        return write(x, dim, *_along(x, dim, index, source), *rest, **options)

    return rows


index_copy = _of_rows(scatter)
index_reduce = _of_rows(
    lambda x, dim, index, source, reduce, **options: scatter_reduce(
        x, dim, index, source, {"prod": "prod", "mean": "mean"}.get(reduce, reduce), **options
    )
)


def index_add(
    x: torch.Tensor, dim: int, index: torch.Tensor, source: torch.Tensor, *, alpha: float = 1
) -> Any:
    """Slices are added to those of the index."""
    return _of_rows(scatter_add)(x, dim, index, source if alpha == 1 else source * alpha)


def index_fill(x: torch.Tensor, dim: int, index: torch.Tensor, value: Any) -> Any:
    """A number, or a scalar with a derivative, to whole slices."""
    if not x.dim():
        return index_fill(x.reshape(1), 0, index, value).reshape([])
    dim %= x.dim()
    meets = (index.reshape(-1, 1) == torch.arange(x.shape[dim])).any(0)
    shape = [1] * x.dim()
    shape[dim] = -1
    if not isinstance(value, torch.Tensor):
        value = torch.full((), value, dtype=x.dtype)
    return torch.where(meets.reshape(shape), value, x)


def index_put(
    x: torch.Tensor,
    indices: Sequence[torch.Tensor | None],
    values: torch.Tensor,
    accumulate: bool = False,
) -> Any:
    """By integers along some dimensions, or by one mask with one number."""
    given = [index for index in indices if index is not None]
    if any(index.dtype in (torch.bool, torch.uint8) for index in given):
        inner = x.dim() - given[0].dim()
        # One value for all that the mask chooses, whose number is not known.
        is_one = values.dim() <= inner or values.shape[: values.dim() - inner].numel() == 1
        if len(given) != 1 or indices[0] is None or not is_one:
            return NotImplemented
        mask = given[0].reshape([*given[0].shape, *[1] * inner])
        value = values.reshape(values.shape[max(0, values.dim() - inner) :])
        return torch.where(mask, x + value if accumulate else value, x)
    dims = [dim for dim, index in enumerate(indices) if index is not None]
    rest = [dim for dim in range(x.dim()) if dim not in dims]
    joint: Any = torch.broadcast_shapes(*[index.shape for index in given])  # type: ignore[no-untyped-call]
    place = torch.zeros((), dtype=torch.int64)
    for dim, index in zip(dims, given, strict=True):
        place = place * x.shape[dim] + torch.where(index < 0, index + x.shape[dim], index)
    place = place.expand(joint).reshape(-1)
    # The indexed dimensions stand together where they do in x, or else in front.
    adjacent = dims == list(range(dims[0], dims[-1] + 1))
    front = dims[0] if adjacent else 0
    kept = [x.shape[dim] for dim in rest]
    values = values.expand([*kept[:front], *joint, *kept[front:]])
    values = torch.movedim(
        values, list(range(front, front + len(joint))), list(range(len(joint)))
    ).reshape([place.shape[0], math.prod(kept)])
    order = [*dims, *rest]
    moved = x.permute(order)
    flat = moved.reshape([-1, math.prod(kept)])
    write = index_add if accumulate else index_copy
    written = write(flat, 0, place, values).reshape(moved.shape)
    back = [order.index(dim) for dim in range(x.dim())]
    return written.permute(back)


def put(
    x: torch.Tensor, index: torch.Tensor, source: torch.Tensor, accumulate: bool = False
) -> Any:
    """By the place in the flat tensor."""
    flat = index_put(x.reshape(-1), [index.reshape(-1)], source.reshape(-1), accumulate)
    return flat.reshape(x.shape)


def take(x: torch.Tensor, index: torch.Tensor) -> Any:
    """By the place in the flat tensor."""
    index = torch.where(index < 0, index + x.numel(), index)
    return torch.index_select(x.reshape(-1), 0, index.reshape(-1)).reshape(index.shape)


def masked_scatter(x: torch.Tensor, mask: torch.Tensor, source: torch.Tensor) -> Any:
    """Elements of the source in turn, where the mask holds."""
    x, mask = torch.broadcast_tensors(x, mask)  # type: ignore[no-untyped-call]
    flat = mask.reshape(-1)
    count = torch.clamp(cumsum(flat.to(torch.int64), 0) - 1, 0, source.numel() - 1)
    found = torch.index_select(source.reshape(-1), 0, count).reshape(x.shape)
    return torch.where(mask, found, x)


def diagonal_scatter(
    x: torch.Tensor, source: torch.Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1
) -> Any:
    """A diagonal in place of that of x."""
    dim1, dim2 = dim1 % x.dim(), dim2 % x.dim()
    moved = torch.movedim(x, (dim1, dim2), (-2, -1))
    rows, columns = moved.shape[-2:]
    before = max(0, -offset)
    along = torch.constant_pad_nd(source, [before, rows - before - source.shape[-1]])
    is_there = torch.arange(rows).unsqueeze(1) + offset == torch.arange(columns)
    written = torch.where(is_there, along.unsqueeze(-1), moved)
    return torch.movedim(written, (-2, -1), (dim1, dim2))


_ATEN = torch.ops.aten
TABLE: dict[Any, Callable[..., Any]] = {
    _ATEN.cummax.default: cummax,
    _ATEN.cummin.default: cummin,
    _ATEN.diagonal_scatter.default: diagonal_scatter,
    _ATEN.index_add.default: index_add,
    _ATEN.index_copy.default: index_copy,
    _ATEN.index_fill.int_Scalar: index_fill,
    _ATEN.index_fill.int_Tensor: index_fill,
    _ATEN.index_put.default: index_put,
    _ATEN.index_reduce.default: index_reduce,
    _ATEN.kthvalue.default: kthvalue,
    _ATEN.logcumsumexp.default: logcumsumexp,
    _ATEN.masked_scatter.default: masked_scatter,
    _ATEN.median.default: median_of_all,
    _ATEN.median.dim: median,
    _ATEN.mode.default: mode,
    _ATEN.nanmedian.default: nanmedian_of_all,
    _ATEN.nanmedian.dim: nanmedian,
    _ATEN.put.default: put,
    _ATEN.scatter.src: scatter,
    _ATEN.scatter.value: scatter_value,
    _ATEN.scatter_add.default: scatter_add,
    _ATEN.scatter_reduce.two: scatter_reduce,
    _ATEN.sort.default: sort,
    _ATEN.sort.stable: sort_stable,
    _ATEN.take.default: take,
    _ATEN.topk.default: topk,
}
