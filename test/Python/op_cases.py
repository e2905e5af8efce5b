"""PyTorch's operators and layers, each in a small module: what op_coverage.py runs.

A case is a function of its tensors, or a module with parameters. Shapes are small and unequal, so
that a wrong dimension does not go unnoticed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
import torch.nn.functional as F
from torch import nn


@dataclass(frozen=True)
class Case:
    """One operator.

    Attributes
    ----------
    name : str
        As PyTorch calls it.
    group : str
        Heading of the table that it is in.
    make : callable
        Makes the module; called after seeding.
    shapes : tuple
        Of the inputs: a shape means normal random floats, a tensor is itself (labels, masks).
    interval : pair of float, optional
        Where the inputs of floats are drawn from instead, uniformly.
    kinks : sequence of float
        Numbers that the inputs consist of where PyTorch's convention is compared: ties and bounds.
    training : bool
        Mode of the module.
    constant : tuple of int
        Inputs that are not differentiated.
    dropped : float
        Part of the elements that is set to zero at random.
    remarks : mapping
        For an element type in which PyTorch is no reference: why.
    """

    name: str
    group: str
    make: Callable[[], nn.Module]
    shapes: tuple[Any, ...]
    interval: tuple[float, float] | None = None
    kinks: tuple[float, ...] = ()
    training: bool = True
    constant: tuple[int, ...] = ()
    dropped: float = 0.0
    remarks: Mapping[str, str] = field(default_factory=dict)


class Apply(nn.Module):
    """A function as a module."""

    def __init__(self, function: Callable[..., torch.Tensor]) -> None:
        super().__init__()
        self.function = function

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        return self.function(*inputs)


CASES: list[Case] = []


def _group(
    group: str, *shapes: Any, **common: Any
) -> Callable[[str, Callable[..., Any] | nn.Module], None]:
    def add(name: str, what: Any, *own: Any, **options: Any) -> None:
        is_layer = isinstance(what, type) or getattr(what, "is_layer", False)
        make = what if is_layer else lambda: Apply(what)
        CASES.append(Case(name, group, make, own or shapes, **{**common, **options}))

    return add


def layer(kind: Callable[..., nn.Module], *arguments: Any, **options: Any) -> Any:
    """Makes a layer with parameters, each time a new one."""

    def make() -> nn.Module:
        module = kind(*arguments, **options)
        with torch.no_grad():
            for parameter in module.parameters():
                # Initial ones and zeros would hide a factor that is missing.
                parameter.add_(0.1 * torch.randn_like(parameter))
        return module

    make.is_layer = True  # type: ignore[attr-defined]
    return make


def _times(function: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    return lambda x: x * function(x)


def labels(*values: int) -> torch.Tensor:
    return torch.tensor(values)


def _activations() -> None:
    add = _group("Activations", (3, 8))
    add("relu", F.relu, kinks=(0.0, 1.0))
    add("relu6", F.relu6, kinks=(0.0, 6.0))
    add("leaky_relu", lambda x: F.leaky_relu(x, 0.1), kinks=(0.0,))
    add("prelu", layer(nn.PReLU, 8), kinks=(0.0,))
    add("elu", lambda x: F.elu(x, 1.5), kinks=(0.0,))
    add("selu", F.selu, kinks=(0.0,))
    add("celu", lambda x: F.celu(x, 1.5), kinks=(0.0,))
    add("gelu", F.gelu)
    add("gelu, tanh", lambda x: F.gelu(x, approximate="tanh"))
    add("silu", F.silu)
    add("mish", F.mish, kinks=(0.0, 1.0))
    add("hardswish", F.hardswish, kinks=(-3.0, 3.0, 0.0))
    add(
        "hardsigmoid",
        F.hardsigmoid,
        kinks=(-3.0, 3.0),
        remarks={"f64": "PyTorch's derivative is 1/6 in f32"},
    )
    add("hardtanh", F.hardtanh, kinks=(-1.0, 1.0))
    add("hardshrink", F.hardshrink, kinks=(-0.5, 0.5))
    add("softshrink", F.softshrink, kinks=(-0.5, 0.5))
    add("threshold", lambda x: F.threshold(x, 0.1, -2.0), kinks=(0.1,))
    add("softplus", lambda x: F.softplus(x, 2.0, 3.0), kinks=(1.5, 0.0))
    add("softsign", F.softsign, kinks=(0.0,))
    add("tanhshrink", F.tanhshrink)
    add("logsigmoid", F.logsigmoid, kinks=(0.0,))
    add("sigmoid", torch.sigmoid)
    add("tanh", torch.tanh)
    add("glu", lambda x: F.glu(x, -1))


def _normalizations() -> None:
    add = _group("Normalisation", (4, 6, 5, 3))
    add("BatchNorm1d, training", layer(nn.BatchNorm1d, 6), (7, 6))
    add("BatchNorm1d, evaluation", layer(nn.BatchNorm1d, 6), (7, 6), training=False)
    add("BatchNorm2d, training", layer(nn.BatchNorm2d, 6))
    add("BatchNorm2d, evaluation", layer(nn.BatchNorm2d, 6), training=False)
    add("LayerNorm", layer(nn.LayerNorm, (5, 3)))
    add("GroupNorm", layer(nn.GroupNorm, 3, 6))
    add("InstanceNorm2d", layer(nn.InstanceNorm2d, 6, affine=True))
    add("RMSNorm", layer(nn.RMSNorm, 3))
    none = {"bf16": "PyTorch has none"}
    add("local_response_norm", lambda x: F.local_response_norm(x, 3), remarks=none)
    add("normalize", lambda x: F.normalize(x, dim=1))


def _pooling() -> None:
    add = _group("Pooling", (2, 3, 7, 8))
    add("max_pool1d", lambda x: F.max_pool1d(x, 3, 2), (2, 3, 9), kinks=(1.0, 1.0, 0.0))
    add("max_pool2d", lambda x: F.max_pool2d(x, 2), kinks=(1.0, 1.0, 0.0))
    add("max_pool2d, overlapping, padded", lambda x: F.max_pool2d(x, 3, 2, 1), kinks=(0.0, -1.0))
    add("max_pool2d, dilated", lambda x: F.max_pool2d(x, 2, 1, 0, 2), kinks=(2.0, 2.0, 1.0))
    add("max_pool2d, ceil_mode", lambda x: F.max_pool2d(x, 2, 2, ceil_mode=True), kinks=(1.0,))
    add("max_pool3d", lambda x: F.max_pool3d(x, 2), (2, 3, 4, 5, 4))
    add("avg_pool1d", lambda x: F.avg_pool1d(x, 3, 2), (2, 3, 9))
    add("avg_pool2d", lambda x: F.avg_pool2d(x, 2))
    add("avg_pool2d, padded", lambda x: F.avg_pool2d(x, 3, 2, 1))
    add(
        "avg_pool2d, padded, not counted",
        lambda x: F.avg_pool2d(x, 3, 2, 1, count_include_pad=False),
    )
    add("avg_pool2d, ceil_mode", lambda x: F.avg_pool2d(x, 2, 2, ceil_mode=True))
    none = {"bf16": "PyTorch has none"}
    add("avg_pool3d", lambda x: F.avg_pool3d(x, 2), (2, 3, 4, 5, 4), remarks=none)
    add("adaptive_avg_pool2d, 1", lambda x: F.adaptive_avg_pool2d(x, 1))
    add("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, (3, 4)))
    add("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, (3, 4)))
    add("global average", lambda x: x.mean((2, 3)))
    add("lp_pool2d", lambda x: F.lp_pool2d(x, 2, 2))


def _reductions() -> None:
    add = _group("Softmax and reductions", (3, 5, 4))
    add("softmax", lambda x: F.softmax(x, 1), kinks=(1.0, 1.0, 0.0))
    add("log_softmax", lambda x: F.log_softmax(x, -1), kinks=(1.0, 1.0, 0.0))
    add("softmin", lambda x: F.softmin(x, 1))
    add("logsumexp", lambda x: torch.logsumexp(x, 1), kinks=(1.0, 1.0, 0.0))
    add("sum", lambda x: x.sum((0, 2)))
    add("mean", lambda x: x.mean(1, keepdim=True))
    add("var", lambda x: x.var((1, 2)))
    add("std", lambda x: x.std(0, correction=0))
    add("amax", lambda x: x.amax(1), kinks=(1.0, 1.0, 0.0))
    add("amin", lambda x: x.amin((0, 2)), kinks=(1.0, 1.0, 0.0))
    add("max, all", lambda x: x.max(), kinks=(1.0, 1.0, 0.0))
    add("max, dim", lambda x: x.max(1)[0], kinks=(1.0, 1.0, 0.0))
    add("min, dim", lambda x: x.min(2)[0], kinks=(1.0, 1.0, 0.0))
    add("prod", lambda x: x.prod(1), kinks=(1.0, 2.0, 0.0, 3.0))
    add("norm", lambda x: x.norm(dim=1), kinks=(0.0,))
    add("norm, 1", lambda x: torch.linalg.vector_norm(x, 1, dim=1), kinks=(0.0, 1.0))
    add("cumsum", lambda x: x.cumsum(1))
    add("cumprod", lambda x: x.cumprod(1))


def _elementwise() -> None:
    add = _group("Elementwise", (3, 8))
    positive, inside = (0.2, 3.0), (-0.9, 0.9)
    for name in ("exp", "expm1", "sin", "cos", "tan", "atan", "sinh", "cosh", "asinh", "erf"):
        add(name, getattr(torch, name))
    for name in ("log", "log2", "log10", "log1p", "sqrt", "rsqrt", "reciprocal"):
        add(name, getattr(torch, name), interval=positive)
    for name in ("asin", "acos", "atanh"):
        add(name, getattr(torch, name), interval=inside)
    add("acosh", torch.acosh, interval=(1.2, 3.0))
    add("exp2", torch.exp2)
    add("erfc", torch.erfc)
    add("atan2", torch.atan2, (3, 8), (3, 8))
    add("abs", torch.abs, kinks=(0.0, -1.0))
    add("neg", torch.neg)
    for name in ("sign", "floor", "ceil", "round", "trunc"):
        add(name, _times(getattr(torch, name)), kinks=(0.3, 1.7))
    add("square", torch.square)
    add("pow, integer", lambda x: x**3, kinks=(0.0,))
    add("pow, float", lambda x: x**1.7, interval=positive)
    add("pow, tensor", torch.pow, (3, 8), (3, 8), interval=positive)
    add("pow of a number", lambda x: 2.0**x)
    add("add, sub, mul, div", lambda x, y: (x + 2 * y) * x / (y * y + 1) - y, (3, 8), (8,))
    add("remainder", lambda x: torch.remainder(x, 1.3))
    add("fmod", lambda x: torch.fmod(x, 1.3))
    add("clamp", lambda x: x.clamp(-0.5, 0.7), kinks=(-0.5, 0.7))
    add("clamp, one bound", lambda x: x.clamp(min=-0.5), kinks=(-0.5,))
    add("maximum", torch.maximum, (3, 8), (3, 8), kinks=(0.0, 1.0))
    add("minimum", torch.minimum, (3, 8), (3, 8), kinks=(0.0, 1.0))
    add("lerp", lambda x, y: torch.lerp(x, y, 0.3), (3, 8), (3, 8))
    add("addcmul", lambda x, y, z: torch.addcmul(x, y, z, value=0.5), (3, 8), (3, 8), (8,))
    mask = torch.tensor([True, False] * 4)
    add("where", torch.where, mask, (3, 8), (3, 8))
    add("masked_fill", lambda x, m: x.masked_fill(m, -2.0), (3, 8), mask)
    add("nan_to_num", torch.nan_to_num)
    add("deg2rad", torch.deg2rad)


def _data_movement() -> None:
    add = _group("Data movement", (3, 4, 6))
    add("cat", lambda x, y: torch.cat((x, y), 1), (3, 4, 6), (3, 2, 6))
    add("stack", lambda x, y: torch.stack((x, y), 1), (3, 4), (3, 4))
    add("chunk", lambda x: torch.mul(*x.chunk(2, 1)))
    add("split", lambda x: torch.mul(*x.split((3, 3), 2)))
    add("unbind", lambda x: torch.mul(*x.unbind(0)[:2]))
    add("narrow", lambda x: x.narrow(1, 1, 2))
    add("slice, strided", lambda x: x[:, 1::2, ::3])
    add("select", lambda x: x[:, 2])
    add("flip", lambda x: x.flip(1, 2))
    add("roll", lambda x: x.roll((1, -2), (0, 2)))
    add("repeat", lambda x: x.repeat(2, 1, 3))
    add("repeat_interleave", lambda x: x.repeat_interleave(2, 1))
    add("tile", lambda x: x.tile((2, 1)))
    add("expand", lambda x: x.expand(3, 4, 6), (3, 1, 6))
    add("broadcast_to", lambda x: torch.broadcast_to(x, (5, 3, 4, 6)))
    add("permute", lambda x: x.permute(2, 0, 1))
    add("transpose", lambda x: x.transpose(0, 2))
    add("movedim", lambda x: x.movedim(0, 2))
    add("reshape", lambda x: x.reshape(6, -1))
    add("flatten", lambda x: x.flatten(1))
    add("squeeze, unsqueeze", lambda x: x.squeeze(1).unsqueeze(0), (3, 1, 6))
    add("index_select", lambda x: x.index_select(1, torch.tensor([2, 0, 2])))
    add("gather", lambda x, i: x.gather(1, i), (3, 4), torch.tensor([[0, 1], [3, 3], [2, 0]]))
    add("pixel_shuffle", lambda x: F.pixel_shuffle(x, 2), (2, 8, 3, 4))
    add("pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 2), (2, 2, 4, 6))
    add("channel_shuffle", lambda x: F.channel_shuffle(x, 2), (2, 6, 3, 4))
    add("unfold", lambda x: F.unfold(x, 3, padding=1), (2, 3, 5, 4))
    add("fold", lambda x: F.fold(x, (4, 5), 2), (2, 8, 12))
    add("pad, constant", lambda x: F.pad(x, (1, 2, 0, 1), value=0.5), (2, 3, 4, 5))
    add("pad, reflect", lambda x: F.pad(x, (1, 2, 2, 1), mode="reflect"), (2, 3, 4, 5))
    add("pad, replicate", lambda x: F.pad(x, (1, 2, 2, 1), mode="replicate"), (2, 3, 4, 5))
    add("pad, circular", lambda x: F.pad(x, (1, 2, 2, 1), mode="circular"), (2, 3, 4, 5))
    add("interpolate, nearest", lambda x: F.interpolate(x, scale_factor=2), (2, 3, 4, 5))
    add(
        "interpolate, bilinear",
        lambda x: F.interpolate(x, scale_factor=2, mode="bilinear"),
        (2, 3, 4, 5),
    )
    add(
        "interpolate, bilinear, align_corners",
        lambda x: F.interpolate(x, size=(7, 9), mode="bilinear", align_corners=True),
        (2, 3, 4, 5),
    )
    add("tril", torch.tril)
    add("triu", lambda x: torch.triu(x, 1))
    add("diagonal", torch.diagonal)


def _contractions() -> None:
    add = _group("Contractions", (4, 5), (5, 6))
    add("Linear", layer(nn.Linear, 5, 3), (4, 5))
    add("Linear of [B, N, D]", layer(nn.Linear, 5, 3), (2, 4, 5))
    add("Bilinear", layer(nn.Bilinear, 5, 3, 2), (4, 5), (4, 3))
    add("mm", torch.mm)
    add("mv", torch.mv, (4, 5), (5,))
    add("dot", torch.dot, (5,), (5,))
    add("outer", torch.outer, (4,), (5,))
    add("bmm", torch.bmm, (3, 4, 5), (3, 5, 6))
    add("matmul, 3 by 2", torch.matmul, (3, 4, 5), (5, 6))
    add("matmul, 4 by 4", torch.matmul, (2, 3, 4, 5), (2, 3, 5, 6))
    add("matmul, broadcast", torch.matmul, (2, 3, 4, 5), (3, 5, 6))
    add("matmul, 3 by 1", torch.matmul, (3, 4, 5), (5,))
    add("addmm", lambda a, x, y: torch.addmm(a, x, y, beta=0.5, alpha=2), (6,), (4, 5), (5, 6))
    add(
        "baddbmm", lambda a, x, y: torch.baddbmm(a, x, y, beta=0.5), (3, 4, 6), (3, 4, 5), (3, 5, 6)
    )
    add("einsum", lambda x, y: torch.einsum("bij,bkj->bik", x, y), (2, 3, 4), (2, 5, 4))
    add("einsum, outer", lambda x, y: torch.einsum("bi,bj->bij", x, y), (2, 3), (2, 4))
    add("Conv1d", layer(nn.Conv1d, 3, 4, 3, 2, 1), (2, 3, 9))
    add("Conv2d", layer(nn.Conv2d, 3, 4, 3, padding=1), (2, 3, 6, 5))
    add("Conv2d, strided", layer(nn.Conv2d, 3, 4, 3, 2), (2, 3, 7, 6))
    add("Conv2d, dilated", layer(nn.Conv2d, 3, 4, 3, padding=2, dilation=2), (2, 3, 6, 5))
    add(
        "Conv2d, circular",
        layer(nn.Conv2d, 3, 4, 3, padding=1, padding_mode="circular"),
        (2, 3, 6, 5),
    )
    add("Conv2d, grouped", layer(nn.Conv2d, 4, 6, 3, groups=2), (2, 4, 6, 5))
    add("Conv2d, depthwise", layer(nn.Conv2d, 4, 4, 3, padding=1, groups=4), (2, 4, 6, 5))
    add("Conv3d", layer(nn.Conv3d, 2, 3, 2), (2, 2, 4, 3, 5))
    add("ConvTranspose1d", layer(nn.ConvTranspose1d, 3, 4, 3, 2), (2, 3, 5))
    add("ConvTranspose2d", layer(nn.ConvTranspose2d, 3, 4, 3, 2, 1, 1), (2, 3, 4, 5))
    add(
        "scaled_dot_product_attention",
        lambda q, k, v: F.scaled_dot_product_attention(q, k, v, is_causal=True),
        (2, 2, 4, 3),
        (2, 2, 4, 3),
        (2, 2, 4, 3),
    )
    add("MultiheadAttention", layer(SelfAttention, 6, 2), (2, 4, 6))
    add("cosine_similarity", lambda x, y: F.cosine_similarity(x, y, 1), (4, 5), (4, 5))
    none = {"bf16": "PyTorch has none"}
    add("cdist", lambda x, y: torch.cdist(x, y), (4, 5), (3, 5), remarks=none)


class SelfAttention(nn.Module):
    """nn.MultiheadAttention of a tensor with itself."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.inner = nn.MultiheadAttention(width, heads, batch_first=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.inner(x, x, x, need_weights=False)[0]


class LSTM(nn.Module):
    """The outputs of nn.LSTM."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__()
        self.inner = nn.LSTM(*arguments, batch_first=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.inner(x)[0]


def _losses() -> None:
    add = _group("Losses", (4, 5), (4, 5))
    add("mse_loss", F.mse_loss)
    add("l1_loss", F.l1_loss, kinks=(0.0, 1.0))
    add("smooth_l1_loss", lambda x, y: F.smooth_l1_loss(x, y, beta=0.7))
    add("huber_loss", lambda x, y: F.huber_loss(x, y, delta=0.7))
    add("binary_cross_entropy", F.binary_cross_entropy, interval=(0.1, 0.9))
    add(
        "binary_cross_entropy_with_logits",
        F.binary_cross_entropy_with_logits,
        interval=(0.1, 0.9),
        kinks=(0.0, 1.0),
    )
    add("kl_div", lambda x, y: F.kl_div(x, y, reduction="batchmean"), interval=(0.1, 0.9))
    add("poisson_nll_loss", F.poisson_nll_loss, constant=(1,))
    add("cosine_embedding_loss", lambda x, y: F.cosine_embedding_loss(x, y, torch.ones(4)))
    add("margin_ranking_loss", lambda x, y: F.margin_ranking_loss(x, y, torch.ones(4, 5)))
    four = labels(0, 4, 1, 1)
    add("nll_loss", F.nll_loss, (4, 5), four)
    add("cross_entropy", F.cross_entropy, (4, 5), four)
    add(
        "cross_entropy, label smoothing",
        lambda x, y: F.cross_entropy(x, y, label_smoothing=0.1),
        (4, 5),
        four,
    )
    add("cross_entropy of probabilities", F.cross_entropy, (4, 5), (4, 5), interval=(0.1, 0.9))
    add(
        "cross_entropy, 2d",
        F.cross_entropy,
        (2, 5, 3),
        torch.tensor([[0, 1, 4], [2, 2, 3]]),
    )


def _layers() -> None:
    add = _group("Other layers", (4, 6))
    add("Dropout, evaluation", layer(nn.Dropout, 0.5), training=False)
    add("Dropout, training", layer(nn.Dropout, 0.5), (9, 20), dropped=0.5)
    add("Embedding", layer(nn.Embedding, 7, 3), torch.tensor([[0, 6, 2], [2, 2, 5]]))
    add("LSTM", layer(LSTM, 3, 4), (2, 5, 3))
    add("GRUCell", layer(nn.GRUCell, 3, 4), (2, 3), (2, 4))
    add("Upsample", layer(nn.Upsample, scale_factor=2), (2, 3, 4, 5))


for _declare in (
    _activations,
    _normalizations,
    _pooling,
    _reductions,
    _elementwise,
    _data_movement,
    _contractions,
    _losses,
    _layers,
):
    _declare()


def inputs_of(
    case: Case, generator: torch.Generator, dtype: torch.dtype = torch.float32
) -> tuple[torch.Tensor, ...]:
    """Fresh random inputs."""
    tensors = []
    for shape in case.shapes:
        if isinstance(shape, torch.Tensor):
            tensors.append(shape)
        elif case.interval:
            low, high = case.interval
            x = torch.rand(shape, generator=generator, dtype=torch.float64)
            tensors.append((low + (high - low) * x).to(dtype))
        else:
            x = torch.randn(shape, generator=generator, dtype=torch.float64)
            tensors.append(x.to(dtype))
    return tuple(tensors)


def at_kinks(case: Case, tensors: Sequence[torch.Tensor]) -> tuple[torch.Tensor, ...]:
    """Inputs of floats that consist of the case's kinks, the first ones of each tensor shifted."""
    numbers = torch.tensor(case.kinks, dtype=torch.float64)
    result = []
    for index, tensor in enumerate(tensors):
        if tensor.is_floating_point():
            order = (torch.arange(tensor.numel()) // (index + 1)) % len(case.kinks)
            tensor = numbers[order].reshape(tensor.shape).to(tensor.dtype)
        result.append(tensor)
    return tuple(result)
