"""PyTorch's functions of which an exported graph says something else than they compute.

They ask for values, which no graph has, or PyTorch takes them apart before anybody sees the
operator, into what has another derivative where a margin is met exactly.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch

from lutra.frontends.operators import reduced
from lutra.frontends.special import multi_margin, multilabel_margin
from lutra.frontends.straight_through import with_derivative_of

F = torch.nn.functional


def _reduction(name: str, size_average: bool | None, reduce: bool | None) -> int:
    """The number of a reduction; the two flags are those of old."""
    if size_average is not None or reduce is not None:
        is_mean = size_average is None or size_average
        name = "none" if reduce is False else "mean" if is_mean else "sum"
    return ("none", "mean", "sum").index(name)


def gaussian_nll_loss(
    input: torch.Tensor,
    target: torch.Tensor,
    var: torch.Tensor | float,
    full: bool = False,
    eps: float = 1e-6,
    reduction: str = "mean",
) -> torch.Tensor:
    """A variance below 0, which PyTorch refuses, makes the loss NaN."""
    if not isinstance(var, torch.Tensor):
        var = torch.full_like(input, var)
    if var.shape != input.shape and input.shape[:-1] == var.shape:
        var = var.unsqueeze(-1)
    # PyTorch clamps the values alone.
    var = with_derivative_of(torch.clamp(torch.where(var < 0, math.nan, var), min=eps), var)
    loss = 0.5 * (torch.log(var) + torch.square(input - target) / var)
    if full:
        loss = loss + 0.5 * math.log(2 * math.pi)
    return reduced(loss, _reduction(reduction, None, None))


def multi_margin_loss(
    input: torch.Tensor,
    target: torch.Tensor,
    p: int = 1,
    margin: float = 1.0,
    weight: torch.Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> torch.Tensor:
    """See `lutra.frontends.special`."""
    number = _reduction(reduction, size_average, reduce)
    return multi_margin(input, target, p, margin, weight, number)


def multilabel_margin_loss(
    input: torch.Tensor,
    target: torch.Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> torch.Tensor:
    """See `lutra.frontends.special`."""
    return multilabel_margin(input, target, _reduction(reduction, size_average, reduce))


TABLE: dict[Any, Callable[..., Any]] = {
    F.gaussian_nll_loss: gaussian_nll_loss,
    F.multi_margin_loss: multi_margin_loss,
    F.multilabel_margin_loss: multilabel_margin_loss,
}
