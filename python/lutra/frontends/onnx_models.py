"""ONNX models as linalg on tensors: the only place that calls the ONNX importer."""

from __future__ import annotations

import dataclasses
import os
import re
from typing import Any

import numpy as np
import onnx
import onnx.checker
import onnx.numpy_helper
import onnx.shape_inference
import onnx.version_converter
from iree.compiler import ir
from iree.compiler.extras import onnx_importer

from lutra.errors import FrontendError
from lutra.files import open_regular
from lutra.frontends import cache
from lutra.frontends.lowering import LoweringError, lower
from lutra.frontends.versions import ONNX, describe
from lutra.model import Model, load

FUNCTION = "main"
PIPELINE = (
    "builtin.module(torch-onnx-to-torch-backend-pipeline,"
    "torch-backend-to-linalg-on-tensors-backend-pipeline)"
)
# The oldest set of operators that the importer's lowerings are written for.
MINIMUM_OPSET = 17
# Operands of an operator that are statistics and not trained: mean and variance.
_STATISTICS = {"BatchNormalization": (3, 4)}
_SUPPORTED = f"lutra.from_onnx imports with {describe(ONNX)}"


def import_file(path: str | os.PathLike[str], batch: int | None) -> Model:
    """See `lutra.from_onnx`."""
    name = os.fspath(path)
    model = _read(name)
    values = _initializers_to_inputs(model.graph)
    statistics = {
        node.input[index]
        for node in model.graph.node
        for index in _STATISTICS.get(node.op_type, ())
        if index < len(node.input)
    }
    _fix_batch(model.graph, values, batch, name)
    try:
        model = onnx.shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
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
    results: list[dict[str, str]] = [{} for _ in model.graph.output]
    if len(results) == 1:
        results[0] = {"approx.role": "logits"}
    parts = (describe(ONNX), model.SerializeToString(deterministic=True).hex(), repr(arguments))
    text = cache.get_or_make(
        cache.key("onnx", *parts), lambda: _lower(model, arguments, results, name)
    )
    return dataclasses.replace(load(text, function=FUNCTION), initial_values=values)


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
    for initializer in graph.initializer:
        array = onnx.numpy_helper.to_array(initializer)
        if not np.issubdtype(array.dtype, np.floating) or array.ndim == 0:
            kept.append(initializer)  # shapes, axes, bounds: part of the graph
            continue
        values[initializer.name] = array.copy()
        if initializer.name not in declared:
            inputs.append(
                onnx.helper.make_tensor_value_info(
                    initializer.name, initializer.data_type, array.shape
                )
            )
    own = [value for value in graph.input if value.name not in values]
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
        found = re.search(r"operation '(torch\.[\w.]+)'", diagnostic.message)
        if found:
            operator = re.search(r'"(onnx\.\w+)"', diagnostic.message)
            what = operator[1] if operator else found[1]
            return f"{name}: no lowering for operator {what} ({_SUPPORTED})"
        return f"{name}: cannot lower the model: {diagnostic.message} ({_SUPPORTED})"
    return f"{name}: cannot lower the model: {_first_line(error)} ({_SUPPORTED})"
