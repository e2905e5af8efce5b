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

from lutra.errors import FrontendError
from lutra.frontends import (
    composites,
    dimensions,
    operators,
    ordering,
    special,
    straight_through,
    volumes,
)
from lutra.frontends.torch_gradients import STOP_GRADIENT

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
    weights = torch.softmax(scores, -1) if attn_mask is None else safe_softmax(scores, -1)
    if dropout_p > 0:
        weights = torch.dropout(weights, dropout_p, True)
    return weights @ value


def safe_softmax(x: torch.Tensor, dim: int, dtype: torch.dtype | None = None) -> torch.Tensor:
    """Zeros where all is masked, and no derivative there."""
    x = x if dtype is None else x.to(dtype)
    if not x.dim() or not x.shape[dim]:
        return torch.softmax(x, dim)
    is_masked = torch.max(x, dim, keepdim=True)[0] == -math.inf
    return torch.where(is_masked, 0.0, torch.softmax(torch.where(is_masked, 0.0, x), dim))


def rms_norm(
    x: torch.Tensor,
    normalized_shape: list[int],
    weight: torch.Tensor | None = None,
    eps: float | None = None,
) -> torch.Tensor:
    """Computed in f32 at least; without an eps, with that of the type computed in."""
    wide = x if x.dtype == torch.float64 else x.float()
    eps = torch.finfo(wide.dtype).eps if eps is None else eps
    dims = list(range(-len(normalized_shape), 0))
    result = wide * torch.rsqrt((wide * wide).mean(dims, keepdim=True) + eps)
    return (result if weight is None else result * weight).to(x.dtype)


def split_into_slices(module: torch.fx.GraphModule) -> None:
    """Make slices of chunk, split and unbind, in place.

    Several views of one tensor become ``as_strided`` otherwise, which the
    importer turns into a look-up of every element by its index.
    """
    targets = (
        _ATEN.chunk.default,
        _ATEN.split.Tensor,
        _ATEN.split_with_sizes.default,
        _ATEN.unbind.int,
    )
    for node in list(module.graph.nodes):
        if node.op != "call_function" or node.target not in targets:
            continue
        x, is_unbind = node.args[0], node.target is _ATEN.unbind.int
        rank = x.meta["val"].dim()
        position = 1 if is_unbind else 2
        given = node.args[position] if len(node.args) > position else node.kwargs.get("dim", 0)
        dim = given % rank
        sizes = [1 if is_unbind else part.shape[dim] for part in node.meta["val"]]
        for user in list(node.users):
            index = user.args[1]
            start = sum(sizes[:index])
            arguments = (x, dim, index) if is_unbind else (x, dim, start, start + sizes[index])
            target = _ATEN.select.int if is_unbind else _ATEN.slice.Tensor
            with module.graph.inserting_before(user):
                part = module.graph.call_function(target, arguments)
            part.meta = dict(user.meta)
            user.replace_all_uses_with(part)
            module.graph.erase_node(user)
        module.graph.erase_node(node)
    module.recompile()


def gelu(x: torch.Tensor, approximate: str = "none") -> Any:
    """Gaussian error linear unit; the importer's own has sqrt(2 / pi) to four digits only."""
    if approximate != "tanh":
        return NotImplemented
    inner = math.sqrt(2 / math.pi) * (x + 0.044715 * x * x * x)
    return 0.5 * x * (1 + torch.tanh(inner))


def embedding(
    weight: torch.Tensor,
    indices: torch.Tensor,
    padding_idx: int = -1,
    scale_grad_by_freq: bool = False,
    sparse: bool = False,
) -> Any:
    """Rows of a table; that of `padding_idx` has no gradient."""
    if scale_grad_by_freq:
        raise NotImplementedError(
            "nn.Embedding with scale_grad_by_freq=True has another gradient than that of a look-up"
        )
    if padding_idx < 0:
        return NotImplemented
    rows = _ATEN.embedding.default(weight, indices)
    return torch.where((indices == padding_idx).unsqueeze(-1), STOP_GRADIENT(rows), rows)


def repair(module: torch.fx.GraphModule) -> None:
    """Rewrite, in place and after the decompositions, what the importer gets wrong.

    It folds comparisons of a constant tensor of floats with an integer as if the bits were
    compared, and takes that x == x for granted. Parts of one tensor that arise in a decomposition
    are ``as_strided``.
    """
    comparisons = {getattr(_ATEN, name).Scalar for name in ("eq", "ne", "lt", "le", "gt", "ge")}
    for node in list(module.graph.nodes):
        if node.op != "call_function":
            continue
        if node.target in comparisons and node.args[0].meta["val"].is_floating_point():
            node.update_arg(1, float(node.args[1]))
        if node.target is _ATEN.eq.Tensor and node.args[0] is node.args[1]:
            # It takes what equals itself for true, whatever it is.
            with module.graph.inserting_before(node):
                differs = module.graph.call_function(_ATEN.ne.Tensor, node.args)
            differs.meta = dict(node.meta)
            node.target, node.args = _ATEN.logical_not.default, (differs,)
        if node.target is _ATEN.as_strided.default:
            found = _as_slice(node.args[0].meta["val"], *node.args[1:])
            if found:
                node.target = _ATEN.slice.Tensor
                node.args = (node.args[0], *found)
            elif not _is_whole(node.args[0].meta["val"]):
                raise FrontendError("cannot import as_strided of a tensor that is itself a view")
    module.recompile()


def _is_whole(x: torch.Tensor) -> bool:
    return x.is_contiguous() and not x.storage_offset()


def _as_slice(
    x: torch.Tensor, size: list[int], stride: list[int], offset: int | None = None
) -> tuple[int, int, int] | None:
    """Dimension, start and end, where a strided view of a contiguous tensor is a slice of it."""
    shape = tuple(x.shape)
    if not x.is_contiguous() or tuple(stride) != x.stride() or len(size) != len(shape):
        return None
    dims = [dim for dim in range(len(shape)) if size[dim] != shape[dim]]
    if len(dims) != 1:
        return None
    (dim,) = dims
    # The offset is that within the memory, of which x may be a view.
    begin = 0 if offset is None else offset - int(x.storage_offset())
    start, rest = divmod(begin, stride[dim])
    if rest or start < 0 or start + size[dim] > shape[dim]:
        return None
    return dim, start, start + size[dim]


def _along_classes(weight: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    return weight.reshape(1, -1, *[1] * (x.dim() - 2))


def _class_mask(x: torch.Tensor, target: torch.Tensor, ignore_index: int) -> torch.Tensor:
    """1 at the class of each target, of the shape of `x`; 0 everywhere where it is ignored."""
    classes = _along_classes(torch.arange(x.shape[1], device=target.device), x)
    kept = (target != ignore_index).unsqueeze(1)
    mask = torch.logical_and(target.unsqueeze(1) == classes, kept)
    return mask.to(x.dtype)


def cross_entropy_loss(
    x: torch.Tensor,
    target: torch.Tensor,
    weight: torch.Tensor | None = None,
    reduction: int = 1,
    ignore_index: int = -100,
    label_smoothing: float = 0.0,
) -> torch.Tensor:
    """Cross-entropy of integer labels or of probabilities, as PyTorch documents it."""
    if x.dim() == 1:
        x, target = x.unsqueeze(0), target.unsqueeze(0)
    logarithms = torch.log_softmax(x, 1)
    scaled = logarithms if weight is None else logarithms * _along_classes(weight, x)
    if target.is_floating_point():
        target = target * (1 - label_smoothing) + label_smoothing / x.shape[1]
        losses = -(scaled * target).sum(1)
        return (losses, losses.sum() / (losses.numel()), losses.sum())[reduction]
    mask = _class_mask(x, target, ignore_index)
    weighted = mask if weight is None else mask * _along_classes(weight, x)
    losses, total = -(logarithms * weighted).sum(1), weighted.sum()
    if label_smoothing > 0:
        kept = mask.sum(1)
        smooth = -scaled.sum(1) * kept
        losses = (1 - label_smoothing) * losses + label_smoothing / x.shape[1] * smooth
    return (losses, losses.sum() / total, losses.sum())[reduction]


def nll_loss_forward(
    logarithms: torch.Tensor,
    target: torch.Tensor,
    weight: torch.Tensor | None = None,
    reduction: int = 1,
    ignore_index: int = -100,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Negative log likelihood by a mask: the importer's own needs constant targets."""
    chosen = _class_mask(logarithms, target, ignore_index)
    if weight is not None:
        chosen = chosen * _along_classes(weight, logarithms)
    losses, total = -(logarithms * chosen).sum(1), chosen.sum()
    return (losses, losses.sum() / total, losses.sum())[reduction], total


def nll_loss(*arguments: Any, **options: Any) -> torch.Tensor:
    """The loss alone."""
    return nll_loss_forward(*arguments, **options)[0]


def _without_gradients_of_statistics(normalize: Callable[..., Any], *arguments: Any) -> Any:
    """PyTorch passes none through the mean and the deviation that a normalisation returns."""
    result, *statistics = normalize(*arguments)
    return result, *(STOP_GRADIENT(each) for each in statistics)


def grid_sampler(x: torch.Tensor, *arguments: Any) -> Any:
    """Of images; that of volumes has no decomposition."""
    return _ATEN.grid_sampler_2d.default(x, *arguments) if x.dim() == 4 else NotImplemented


@functools.cache
def table() -> dict[Any, Callable[..., Any]]:
    """Operator to decomposition."""
    a = _ATEN
    decompositions = dict(composites.table())
    core: dict[Any, Callable[..., Any]] = get_decompositions(
        [
            a._native_batch_norm_legit,
            a._native_batch_norm_legit.no_stats,
            a._native_batch_norm_legit_functional,
            a._native_batch_norm_legit_no_training,
            a._unsafe_view,
            a.addmm,
            a.embedding_dense_backward,
            a.gru.input,
            a.lstm.input,
            a.masked_fill.Scalar,
            a.masked_fill.Tensor,
            a.native_dropout,
            a.native_group_norm,
            a.native_layer_norm,
            a.rnn_relu.input,
            a.rnn_tanh.input,
            a.split.Tensor,
            a.split_with_sizes,
            a.squeeze.dims,
            a.t,
            a.unsafe_split.Tensor,
        ]
    )
    decompositions.update(core)
    own: dict[Any, Callable[..., Any]] = {
        a.amax.default: operators.amax,
        a.amin.default: operators.amin,
        a.binary_cross_entropy_with_logits.default: operators.binary_cross_entropy_with_logits,
        a.celu.default: operators.celu,
        a.col2im.default: operators.col2im,
        a.cumprod.default: operators.cumprod,
        a.cumsum.default: operators.cumsum,
        a.dist.default: operators.dist,
        a.elu.default: operators.elu,
        a.erfc.default: operators.erfc,
        a.fmax.default: operators.fmax,
        a.fmin.default: operators.fmin,
        a.fmod.Scalar: operators.fmod,
        a.hardsigmoid.default: operators.hardsigmoid,
        a.hardtanh.default: operators.hardtanh,
        a.huber_loss.default: operators.huber_loss,
        a.im2col.default: operators.im2col,
        a.instance_norm.default: operators.instance_norm,
        a.leaky_relu.default: operators.leaky_relu,
        a.log_sigmoid.default: operators.log_sigmoid,
        a.log_sigmoid_forward.default: operators.log_sigmoid_forward,
        a.logaddexp.default: operators.logaddexp,
        a.logaddexp2.default: operators.logaddexp2,
        a.logsumexp.default: operators.logsumexp,
        a.matmul.default: operators.matmul,
        a.maximum.default: operators.maximum,
        a.minimum.default: operators.minimum,
        a.pad.default: operators.pad,
        a.prelu.default: operators.prelu,
        a.selu.default: operators.selu,
        a.smooth_l1_loss.default: operators.smooth_l1_loss,
        a.softplus.default: operators.softplus,
        a.threshold.default: operators.threshold,
    }
    decompositions.update(own)
    for module in (ordering, special, straight_through, volumes):
        decompositions.update(module.TABLE)
    decompositions[a.scaled_dot_product_attention.default] = scaled_dot_product_attention
    decompositions[a.embedding.default] = embedding
    decompositions[a.gelu.default] = gelu
    decompositions[a.cross_entropy_loss.default] = cross_entropy_loss
    decompositions[a.nll_loss_nd.default] = nll_loss
    decompositions[a.nll_loss_forward.default] = nll_loss_forward
    decompositions[a.nll_loss2d_forward.default] = nll_loss_forward
    decompositions[a._safe_softmax.default] = safe_softmax
    decompositions[a.rms_norm.default] = rms_norm
    decompositions.update(get_decompositions([a.grid_sampler_2d]))
    decompositions[a.grid_sampler.default] = grid_sampler
    decompositions.update(dimensions.POOLS)
    for operator in (a.native_layer_norm.default, a.native_group_norm.default):
        decompositions[operator] = functools.partial(
            _without_gradients_of_statistics, decompositions[operator]
        )
    return dimensions.extended(decompositions)
