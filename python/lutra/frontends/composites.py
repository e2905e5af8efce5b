"""Operators that PyTorch itself makes of others, and which of them the importer gets as they are.

PyTorch differentiates a composite by differentiating what it is made of: so it is safe to take it
apart, whatever it is, and all are that the importer is not known to take. An operator with a
derivative of its own is in `_DECOMPOSED` only where that of PyTorch's decomposition is the same.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import torch
import torch._export.utils as utils
from torch._decomp import get_decompositions

_ATEN = torch.ops.aten

# Composites that the importer takes as a whole.
_IMPORTED = """
    __and__.Scalar __and__.Tensor __or__.Tensor _cast_Float.default _cast_Long.default
    _convolution.deprecated absolute.default adaptive_avg_pool1d.default
    adaptive_avg_pool2d.default adaptive_avg_pool3d.default adaptive_max_pool1d.default
    avg_pool1d.default batch_norm.default bilinear.default column_stack.default conv1d.default
    conv1d.padding conv2d.default conv2d.padding conv3d.default conv3d.padding
    conv_transpose1d.default conv_transpose2d.input conv_transpose3d.input
    cosine_similarity.default cross_entropy_loss.default dropout.default einsum.default
    fake_quantize_per_channel_affine.default fake_quantize_per_tensor_affine.default
    fake_quantize_per_tensor_affine.tensor_qparams fix.default fliplr.default flipud.default
    float_power.Tensor_Tensor grid_sampler.default group_norm.default hstack.default
    instance_norm.default l1_loss.default layer_norm.default linear.default log_sigmoid.default
    log_softmax.int matmul.default max.other
    max_pool1d.default max_pool1d_with_indices.default max_pool2d.default max_pool3d.default
    min.other one_hot.default outer.default pad.default prelu.default relu6.default
    repeat_interleave.self_int rms_norm.default rrelu.default scaled_dot_product_attention.default
    selu.default softmax.int special_expm1.default square.default tile.default type_as.default
    upsample_bilinear2d.vec upsample_nearest1d.vec upsample_nearest2d.vec where.ScalarOther
    where.ScalarSelf where.Scalar
"""
IMPORTED = frozenset(_IMPORTED.split())

# With the derivative of their decomposition.
_DECOMPOSED = """
    _addmm_activation _unsafe_index _unsafe_index_put _unsafe_masked_index
    _unsafe_masked_index_put_accumulate addmv addr affine_grid_generator all.dims
    bitwise_and.Scalar_Tensor bitwise_left_shift.Scalar_Tensor bitwise_left_shift.Tensor_Scalar
    bitwise_or.Scalar bitwise_or.Scalar_Tensor bitwise_right_shift.Scalar_Tensor
    bitwise_right_shift.Tensor_Scalar bitwise_xor.Scalar bitwise_xor.Scalar_Tensor block_diag
    is_same_size isin.Scalar_Tensor isin.Tensor_Scalar isin.Tensor_Tensor linspace.Scalar_Tensor
    linspace.Tensor_Scalar linspace.Tensor_Tensor logspace nansum narrow_copy
    norm.ScalarOpt_dim_dtype norm.ScalarOpt_dtype remainder.Scalar_Tensor rsub.Tensor
    soft_margin_loss squeeze_copy.dims std_mean.correction unsafe_split_with_sizes vdot
"""

# Copies of views.
_COPIES = """
    _reshape_copy alias_copy as_strided_copy detach_copy diagonal_copy expand_copy permute_copy
    select_copy.int slice_copy.Tensor split_copy.Tensor split_with_sizes_copy squeeze_copy
    squeeze_copy.dim squeeze_copy.dims t_copy transpose_copy.int unbind_copy.int unfold_copy
    unsqueeze_copy view_copy view_copy.dtype
"""


def operator(name: str) -> Any:
    """An operator by its name in PyTorch, such as ``conv2d.padding``."""
    packet, _, overload = name.partition(".")
    return getattr(getattr(_ATEN, packet), overload or "default")


def name_of(target: Any) -> str:
    """The name of an operator with its overload, such as ``conv2d.default``."""
    return str(target).removeprefix("aten.")


def _copy(view: Any) -> Callable[..., Any]:
    def copied(*arguments: Any, **options: Any) -> Any:
        found = view(*arguments, **options)
        return [x.clone() for x in found] if isinstance(found, list | tuple) else found.clone()

    return copied


@functools.cache
def table() -> dict[Any, Callable[..., Any]]:
    """Operator to decomposition, of all that PyTorch knows one and the importer is not given."""
    result: dict[Any, Callable[..., Any]] = {}
    for target in utils._collect_all_valid_cia_ops_for_aten_namespace():
        if name_of(target) not in IMPORTED:
            result[target] = utils._get_decomp_for_cia(target)
    # A name without its overload is of all of them.
    found = [
        operator(name) if "." in name else getattr(_ATEN, name) for name in _DECOMPOSED.split()
    ]
    result.update(get_decompositions(found))
    for name in _COPIES.split():
        packet, dot, overload = name.partition(".")
        view = packet.removesuffix("_copy").replace("_reshape", "reshape")
        try:
            result[operator(name)] = _copy(operator(view + dot + overload))
        except AttributeError:  # not in this version of PyTorch
            continue
    return result
