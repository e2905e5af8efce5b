"""ONNX models as linalg on tensors: the only place that calls the ONNX importer."""

from __future__ import annotations

import dataclasses
import os
import re
import warnings
from typing import Any

import numpy as np
import onnx
import onnx.checker
import onnx.numpy_helper
import onnx.version_converter
from iree.compiler import ir
from iree.compiler.extras import onnx_importer

from lutra.errors import FrontendError
from lutra.files import open_regular
from lutra.frontends import cache
from lutra.frontends.lowering import LoweringError, lower
from lutra.frontends.onnx_rewriting import RewritingError, rewrite
from lutra.frontends.versions import ONNX, describe
from lutra.model import Model, load

FUNCTION = "main"
PIPELINE = (
    "builtin.module(torch-onnx-to-torch-backend-pipeline,"
    "torch-backend-to-linalg-on-tensors-backend-pipeline)"
)
# The oldest set of operators that the importer's lowerings are written for.
MINIMUM_OPSET = 17
_FLOATS = (
    onnx.TensorProto.FLOAT,
    onnx.TensorProto.DOUBLE,
    onnx.TensorProto.FLOAT16,
    onnx.TensorProto.BFLOAT16,
)
# Operands of an operator that are statistics and not trained: mean and variance.
_STATISTICS: dict[str, tuple[int, ...]] = {"BatchNormalization": (3, 4)}
# Operands that say what an operator computes: these are no parameters.
_FIXED: dict[str, tuple[int, ...]] = {"Resize": (1, 2), "Upsample": (1,)}
_SUPPORTED = f"lutra.from_onnx imports with {describe(ONNX)}"


def import_file(path: str | os.PathLike[str], batch: int | None) -> Model:
    """See `lutra.from_onnx`."""
    name = os.fspath(path)
    model = _read(name)
    values = _initializers_to_inputs(model.graph)
    statistics = _operands(model.graph, _STATISTICS)
    _fix_batch(model.graph, values, batch, name)
    try:
        model = rewrite(model)
    except RewritingError as error:
        raise FrontendError(f"{name}: {error} ({_SUPPORTED})") from None
    except Exception as error:  # the library raises RuntimeError and its own classes
        raise FrontendError(
            f"{name}: the shapes cannot be inferred: {_first_line(error)} ({_SUPPORTED})"
        ) from error
    arguments = []
    for value in model.graph.input:
        role = "input"
        if value.name in values:
            role = "buffer" if value.name in statistics else "parameter"
        arguments.append({"approx.role": role, "approx.name": value.name})
    results = _result_roles(model.graph.output)
    parts = (describe(ONNX), model.SerializeToString(deterministic=True).hex(), repr(arguments))
    text = cache.get_or_make(
        cache.key("onnx", *parts), lambda: _lower(model, arguments, results, name)
    )
    return dataclasses.replace(load(text, function=FUNCTION), initial_values=values)


def _operands(graph: Any, places: dict[str, tuple[int, ...]]) -> set[str]:
    """The values at some operands of some operators."""
    return {
        node.input[index]
        for node in graph.node
        for index in places.get(node.op_type, ())
        if index < len(node.input)
    }


def _result_roles(outputs: Any) -> list[dict[str, str]]:
    """One scalar of floats beside others is the loss, all else are logits."""
    roles = []
    for value in outputs:
        kind = value.type.tensor_type
        is_scalar = kind.elem_type in _FLOATS and not kind.shape.dim
        is_loss = len(outputs) > 1 and is_scalar and {"approx.role": "loss"} not in roles
        roles.append({"approx.role": "loss" if is_loss else "logits"})
    return roles


def _first_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__


def _read(name: str) -> Any:
    try:
        open_regular(name).close()
        model = onnx.load(name)
        onnx.checker.check_model(model)
    except OSError as error:
        raise FrontendError(f"{name}: {error.strerror or error}") from None
    except Exception as error:  # protobuf's and the checker's own classes
        raise FrontendError(
            f"{name} is not a complete ONNX model: {_first_line(error)} ({_SUPPORTED})"
        ) from error
    opset = max(
        (entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")),
        default=0,
    )
    if opset == 0:
        raise FrontendError(f"{name} uses none of ONNX's own operator sets ({_SUPPORTED})")
    if opset < MINIMUM_OPSET:
        try:
            model = onnx.version_converter.convert_version(model, MINIMUM_OPSET)
        except Exception as error:
            raise FrontendError(
                f"{name} uses operator set {opset}, which cannot be brought to {MINIMUM_OPSET}: "
                f"{_first_line(error)}"
            ) from error
    return model


def _initializers_to_inputs(graph: Any) -> dict[str, np.ndarray[Any, Any]]:
    """Make arguments of the float initialisers that have a dimension; return their values."""
    declared = {value.name for value in graph.input}
    values, kept, inputs = {}, [], []
    fixed = _operands(graph, _FIXED)
    for initializer in graph.initializer:
        array = onnx.numpy_helper.to_array(initializer)
        is_fixed = array.ndim == 0 or initializer.name in fixed
        if not np.issubdtype(array.dtype, np.floating) or is_fixed:
            kept.append(initializer)  # shapes, axes, bounds: part of the graph
            continue
        values[initializer.name] = array.copy()
        if initializer.name not in declared:
            inputs.append(
                onnx.helper.make_tensor_value_info(
                    initializer.name, initializer.data_type, array.shape
                )
            )
    stored = {initializer.name for initializer in graph.initializer}
    own = [value for value in graph.input if value.name not in stored]
    parameters = [value for value in graph.input if value.name in values]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    del graph.input[:]
    graph.input.extend([*parameters, *inputs, *own])
    return values


def _fix_batch(
    graph: Any, values: dict[str, np.ndarray[Any, Any]], batch: int | None, name: str
) -> None:
    """Give the leading dynamic dimension of each input its size."""
    symbols = set()
    for value in graph.input:
        if value.name in values:
            continue
        for axis, dimension in enumerate(value.type.tensor_type.shape.dim):
            if dimension.HasField("dim_value"):
                continue
            if axis > 0 or batch is None:
                raise FrontendError(
                    f"{name}: input {value.name!r} has the dynamic dimension "
                    f"{dimension.dim_param or '?'!r} at axis {axis}, expected "
                    + ("static sizes: give the batch" if axis == 0 else "a static size there")
                )
            symbols.add(dimension.dim_param)
            dimension.dim_value = batch
    # What the file says of the sizes in between is inferred again.
    del graph.value_info[:]
    for value in graph.output:
        for dimension in value.type.tensor_type.shape.dim:
            if dimension.dim_param in symbols and batch is not None:
                dimension.dim_value = batch


def _lower(
    model: Any, arguments: list[dict[str, str]], results: list[dict[str, str]], name: str
) -> str:
    context = ir.Context()
    context.allow_unregistered_dialects = True  # approx.* is Lutra's, and not loaded here
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its own options, which are none of ours
            info = onnx_importer.ModelInfo(model)
            module = info.create_module(context=context).operation
            importer = onnx_importer.NodeImporter.define_function(info.main_graph, module)
            importer.import_all()
    except Exception as error:
        raise FrontendError(f"{name}: {_first_line(error)} ({_SUPPORTED})") from error
    try:
        module = ir.Module.parse(lower(module.get_asm(enable_debug_info=True), PIPELINE), context)
    except LoweringError as error:
        raise FrontendError(_lowering_failed(error, name)) from error
    module = module.operation
    function = module.regions[0].blocks[0].operations[0]
    with context:
        function.attributes["sym_name"] = ir.StringAttr.get(FUNCTION)
        for attribute, each in (("arg_attrs", arguments), ("res_attrs", results)):
            function.attributes[attribute] = ir.ArrayAttr.get(
                [
                    ir.DictAttr.get({key: ir.StringAttr.get(text) for key, text in item.items()})
                    for item in each
                ]
            )
    return str(module.get_asm())


def _lowering_failed(error: LoweringError, name: str) -> str:
    for diagnostic in error.diagnostics:
        where = f" (node {diagnostic.location!r})" if diagnostic.location else ""
        found = re.search(r"operation '(torch\.[\w.]+)'", diagnostic.message)
        if found:
            operator = re.search(r'"(onnx\.\w+)"', diagnostic.message)
            what = operator[1] if operator else found[1]
            return f"{name}: no lowering for operator {what}{where} ({_SUPPORTED})"
        return f"{name}: cannot lower the model: {diagnostic.message}{where} ({_SUPPORTED})"
    return f"{name}: cannot lower the model: {_first_line(error)} ({_SUPPORTED})"
