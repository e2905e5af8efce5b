"""Operators at their edges, value and derivative as PyTorch's: ties, NaN, infinities, zeros."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
import lutra.torch
import peer_cases
import torch
from torch.nn import functional

NAN, INF = float("nan"), float("inf")
Edge = tuple[Callable[..., Any], tuple[list[Any], ...]]

COMPARISONS: list[Edge] = [
    # The importer takes that x == x for granted.
    (lambda x: torch.where(x == x, 1.0, 2.0) + torch.nan_to_num(x), ([1.0, NAN, INF],)),
    (lambda x: torch.isclose(x, x + 0), ([1.0, NAN, INF, -INF],)),
    (torch.isfinite, ([1.0, NAN, INF, -INF],)),
]
ORDERS: list[Edge] = [
    (lambda x: torch.sort(x, dim=0, descending=True, stable=True), ([1.0, NAN, 2, 2, -INF, NAN],)),
    (lambda x: torch.cummax(x, 0), ([1.0, 3, NAN, 2, 2, NAN, 1],)),
    (lambda x: torch.cummin(x, 0), ([INF, INF, -INF, 2, -5, 1],)),
    (torch.median, ([1.0, 2, 2, 3],)),
    (torch.nanmedian, ([1.0, NAN, 2, 3],)),
    (lambda x: torch.mode(x, 0), ([3.0, 1, 3, 1, 2],)),
]
WRITES: list[Edge] = [
    (lambda x, y: x.scatter(0, torch.tensor([0, 0, 1, 0]), y), ([0.0, 0, 0], [1.0, 2, 3, 4])),
    (
        lambda x, y: x.scatter_reduce(0, torch.tensor([0, 0, 1, 0]), y, "amax"),
        ([4.0, 0, 0], [1.0, 4, 3, 4]),
    ),
    (
        lambda x, y: x.scatter_reduce(0, torch.tensor([0, 0, 1, 0]), y, "prod"),
        ([4.0, 2, 1], [0.0, 4, 0, 3]),
    ),
    (lambda x, y: x.index_put((torch.tensor([1, -1, 1]),), y, True), ([1.0, 2, 3], [4.0, 5, 6])),
]
NUMBERS: list[Edge] = [
    (torch.xlogy, ([0.0, 0, 0, 1, -2, NAN, 3], [0.0, -1, 2, 0, 0.5, 1, INF])),
    (torch.special.entr, ([0.0, 1, -2, 3],)),
    (torch.sinc, ([0.0, 1, -0.5],)),
    (torch.hypot, ([0.0, 1e30, -0.0, 3], [0.0, 1e30, 2, -4])),
    (torch.copysign, ([1.0, -2, 0, -0.0], [-0.0, 0, -1, 1])),
    (torch.erfinv, ([0.0, 0.5, -0.999, 1, -1],)),
    (lambda x: x.var(0, correction=3), ([2.0, 3],)),
    (lambda x: torch.std_mean(x, 0, correction=3), ([2.0, 3],)),
]
ROWS = ([[1.0, -2, 3], [0.5, 4, -0.1]], [[0.0, 4, 1], [1, 2, 7]])
NORMS: list[Edge] = [
    *((lambda x, y, p=p: torch.dist(x, y, p), ROWS) for p in (INF, -INF, 0.5, 2.0)),
    *((lambda x, y, p=p: torch.cdist(x, y, p), ROWS) for p in (INF, 1.0, 2.0)),
]
LOSSES: list[Edge] = [
    (lambda x: functional.multi_margin_loss(x, torch.tensor([0, 1])), ([[1.0, 0, 3], [2, 1, 2]],)),
    (
        lambda x: functional.multilabel_margin_loss(x, torch.tensor([2, 0, -1, 1])),
        ([1.0, 0, 2, 1],),
    ),
    (lambda x, y: functional.kl_div(x, y, reduction="sum"), ([0.0, 1, 2], [0.0, 1, 0.5])),
    (lambda x, v: functional.gaussian_nll_loss(x, x * 0, v), ([0.0, 1, 2], [0.0, 1e-9, 2])),
]


class Function(torch.nn.Module):
    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__()
        self.function = function

    def forward(self, *inputs: torch.Tensor) -> Any:
        return self.function(*inputs)


@pytest.mark.parametrize("edges", [COMPARISONS, ORDERS, WRITES, NUMBERS, NORMS, LOSSES])
def test_edges(edges: list[Edge]) -> None:
    calls = [
        peer_cases.Call(Function(function), (tuple(torch.tensor(each) for each in given), {}))
        for function, given in edges
    ]
    wanted = peer_cases.run(peer_cases.Together(calls), calls)
    example = [x for call in calls for x in call.inputs()]
    found = peer_cases.run(lutra.torch.approximate(peer_cases.Together(calls), example), calls)
    for index, (ours, theirs) in enumerate(zip(found, wanted, strict=True)):
        for tolerance, mine, other in zip((1e-4, 1e-3), ours, theirs, strict=True):
            assert not peer_cases.difference(other, mine, tolerance), index
