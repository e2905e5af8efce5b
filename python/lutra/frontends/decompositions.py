"""What PyTorch's operators are made of, for those that the importer does not know.

Only what is listed here is decomposed: PyTorch's own default table leaves
operators behind that the importer has no name for.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import Any

import torch
from torch._decomp import get_decompositions

_ATEN = torch.ops.aten


def scaled_dot_product_attention(
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attn_mask: torch.Tensor | None = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    *,
    scale: float | None = None,
    enable_gqa: bool = False,
) -> torch.Tensor:
    """softmax(Q K^T scale + mask) V, as PyTorch's documentation writes it out."""
    if enable_gqa:
        groups = query.size(-3) // key.size(-3)
        key, value = (t.repeat_interleave(groups, -3) for t in (key, value))
    scale = 1 / math.sqrt(query.size(-1)) if scale is None else scale
    scores = (query * scale) @ key.transpose(-2, -1)
    if is_causal:
        attn_mask = torch.ones(query.size(-2), key.size(-2), dtype=torch.bool).tril()
    if attn_mask is not None:
        if attn_mask.dtype == torch.bool:
            scores = scores.masked_fill(~attn_mask, float("-inf"))
        else:
            scores = scores + attn_mask
    weights = torch.softmax(scores, -1)
    if dropout_p > 0:
        weights = torch.dropout(weights, dropout_p, True)
    return weights @ value


def nll_loss_forward(
    logarithms: torch.Tensor,
    target: torch.Tensor,
    weight: torch.Tensor | None,
    reduction: int,
    ignore_index: int,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Negative log likelihood by a mask: the importer's own needs constant targets."""
    classes = torch.arange(logarithms.shape[1], device=target.device)
    classes = classes.reshape(1, -1, *[1] * (target.dim() - 1))
    mask = (target.unsqueeze(1) == classes) & (target != ignore_index).unsqueeze(1)
    chosen = mask.to(logarithms.dtype)
    if weight is not None:
        chosen = chosen * weight.reshape(1, -1, *[1] * (target.dim() - 1))
    losses, total = -(logarithms * chosen).sum(1), chosen.sum()
    if reduction == 1:
        return losses.sum() / total, total
    return (losses.sum() if reduction == 2 else losses), total


@functools.cache
def table() -> dict[Any, Callable[..., Any]]:
    """Operator to decomposition."""
    a = _ATEN
    decompositions: dict[Any, Callable[..., Any]] = get_decompositions(
        [
            a._native_batch_norm_legit,
            a._native_batch_norm_legit.no_stats,
            a._native_batch_norm_legit_functional,
            a._native_batch_norm_legit_no_training,
            a._unsafe_view,
            a.addmm,
            a.embedding_dense_backward,
            a.masked_fill.Scalar,
            a.masked_fill.Tensor,
            a.native_dropout,
            a.native_group_norm,
            a.native_layer_norm,
            a.split.Tensor,
            a.split_with_sizes,
            a.squeeze.dims,
            a.t,
        ]
    )
    decompositions[a.scaled_dot_product_attention.default] = scaled_dot_product_attention
    decompositions[a.nll_loss_forward.default] = nll_loss_forward
    decompositions[a.nll_loss2d_forward.default] = nll_loss_forward
    return decompositions
