"""Graphs of ONNX brought to what the importer is tested with, before it sees them.

In rounds, until nothing changes: shapes are inferred, what does not depend on inputs is computed,
branches that are known are taken, operators become others by the rules of onnx_operators.py or by
ONNX's own definition. Values are computed by ONNX's reference implementation.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import onnx
import onnx.defs
import onnx.helper
import onnx.inliner
import onnx.numpy_helper
import onnx.reference
import onnx.shape_inference

from lutra.frontends.onnx_graph import Array, Graph, Node, RefusalError
from lutra.frontends.onnx_operators import RULES, UNSIGNED_TYPES

# Operators that the importer has not, or not wholly, and that ONNX defines by others.
DEFINED_BY_OTHERS = (
    "Attention",
    "CausalConvWithState",
    "RMSNormalization",
    "RotaryEmbedding",
    "Swish",
)
# Those of which the importer was seen to be right on unsigned integers above the signed maximum.
UNSIGNED = """
    Add ArgMax BitShift BitwiseAnd Cast CastLike Concat Constant ConvInteger DequantizeLinear
    DynamicQuantizeLinear Equal Expand Flatten Gather Greater GreaterOrEqual Identity Less
    LessOrEqual MatMulInteger Max Min Mul Pad QLinearConv QuantizeLinear ReduceMax ReduceMin
    Reshape Shape Sign Size Slice Squeeze Sub Transpose Unsqueeze Where
"""
_DEFAULT_DOMAINS = ("", "ai.onnx")
# No graph known takes more; what does is left to the importer as it is.
_ROUNDS = 20
# Elements of a result that is computed here: shapes, axes, masks.
_LARGEST_CONSTANT = 4096
# What has another value at each evaluation.
_RANDOM = ("Bernoulli", "Dropout", "Multinomial")


class RewritingError(Exception):
    """What of a graph is not imported, and why."""


class NodeError(RewritingError):
    """A node that is not imported: its operator and name, and why."""

    def __init__(self, node: Node, reason: object) -> None:
        super().__init__(f"cannot import operator {node.operator} (node {node.name!r}): {reason}")


def rewrite(model: Any) -> Any:
    """The model in the importer's operators, its shapes inferred.

    Raises
    ------
    RewritingError
        Something is known to be imported wrongly, or not at all.
    Exception
        Shapes cannot be inferred; the library raises RuntimeError and classes of its own.
    """
    for proto in model.graph.node:
        proto.name = Node(proto).name
    if model.functions:
        model = onnx.inliner.inline_local_functions(model)
    _check_domains(model.graph)
    for index in range(_ROUNDS):
        model = _inferred(model, is_first=index == 0)
        if not _round(model):
            expanded = _expanded(model)
            if expanded is None:
                break
            model = expanded
    _check_bodies(model.graph)
    _drop_unused(model.graph)
    _check_unsigned(model)
    return model


def _inferred(model: Any, is_first: bool) -> Any:
    """The model with all shapes; what a file says of them is inferred again."""
    del model.graph.value_info[:]
    try:
        return onnx.shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
    except Exception:
        # It does not carry values of two dimensions, which are constants by now.
        if is_first:
            raise
    return onnx.shape_inference.infer_shapes(model, strict_mode=True)


def _check_unsigned(model: Any) -> None:
    """Functions of ours have signed integers alone, and the importer confuses the two."""
    graph = Graph(model)

    def is_unsigned(name: str) -> bool:
        dtype = graph.dtype(name) if name else None
        return dtype is not None and dtype.kind == "u"

    allowed = UNSIGNED.split()
    for what, values in (("input", model.graph.input), ("output", model.graph.output)):
        for value in values:
            if is_unsigned(value.name):
                raise RewritingError(
                    f"{what} {value.name!r} is of type {graph.dtype(value.name)}, expected "
                    "floats, signed integers or truth values"
                )
    for proto in model.graph.node:
        if proto.op_type not in allowed and any(map(is_unsigned, (*proto.input, *proto.output))):
            raise NodeError(Node(proto), "it is of unsigned integers")


def _check_domains(graph: Any) -> None:
    """The importer goes by an operator's name alone."""
    for proto in graph.node:
        if proto.domain not in _DEFAULT_DOMAINS and onnx.defs.has(proto.op_type):
            raise NodeError(Node(proto), f"it is of the domain {proto.domain!r}, not ONNX's own")
        for body in _bodies(proto):
            _check_domains(body)


def _bodies(proto: Any) -> list[Any]:
    return [a.g for a in proto.attribute if a.type == onnx.AttributeProto.GRAPH]


def _check_bodies(graph: Any) -> None:
    """Rules need shapes, which the bodies of loops and branches do not tell."""
    for proto in graph.node:
        for body in _bodies(proto):
            for inner in body.node:
                if inner.op_type in RULES and not _is_plain(inner):
                    raise NodeError(Node(inner), f"it is in the body of {proto.op_type}")
            _check_bodies(body)


def _is_plain(proto: Any) -> bool:
    """A node which only unusual attributes or shapes make one for a rule."""
    if proto.op_type == "Cast":
        return bool(Node(proto).attributes["to"] not in UNSIGNED_TYPES)
    return bool(proto.op_type == "Reshape")


def _expanded(model: Any) -> Any | None:
    """Nodes replaced by ONNX's definitions of them, or None where there are none."""
    if not any(proto.op_type in DEFINED_BY_OTHERS for proto in model.graph.node):
        return None
    chosen = [("", operator) for operator in DEFINED_BY_OTHERS]
    try:
        expanded = onnx.inliner.inline_selected_functions(
            model, chosen, inline_schema_functions=True
        )
    except Exception:  # it has no types for operands that are left out
        return None
    # An operator of an older set may have no definition.
    before, after = (
        sum(proto.op_type in DEFINED_BY_OTHERS for proto in each.graph.node)
        for each in (model, expanded)
    )
    return expanded if after < before else None


def _round(model: Any) -> bool:
    """Replace nodes once; whether any was."""
    graph = Graph(model)
    nodes: list[Any] = []
    is_changed = False
    for proto in model.graph.node:
        replaced = None
        if proto.domain in _DEFAULT_DOMAINS:
            node = Node(proto)
            graph.begin(node)
            try:
                replaced = _replaced(graph, node)
            except RefusalError as refusal:
                raise NodeError(node, refusal) from None
            except (IndexError, KeyError, TypeError, ValueError) as error:
                # Of a node that is not as ONNX says, which its checker does not see.
                raise NodeError(node, f"{type(error).__name__}: {error}") from error
        nodes += [proto] if replaced is None else replaced
        is_changed |= replaced is not None
    if is_changed:
        del model.graph.node[:]
        model.graph.node.extend(nodes)
    return is_changed


def _replaced(graph: Graph, node: Node) -> list[Any] | None:
    """The nodes that stand for a node; None where it stays."""
    if node.operator == "If":
        condition = graph.constant(node.input(0))
        return None if condition is None else _branch(graph, node, bool(condition))
    known = _computed(graph, node)
    if known is not None:
        return graph.finish(node, [graph.value(value) for value in known], is_constant=True)
    rule = RULES.get(node.operator)
    results = rule(graph, node) if rule else None
    return None if results is None else graph.finish(node, results)


def _computed(graph: Graph, node: Node) -> list[Array] | None:
    """Results that depend on no input; None where they do, or are large."""
    if node.operator in ("Shape", "Size"):
        shape = graph.shape(node.input(0))
        if shape is None:
            return None
        if node.operator == "Size":
            return [np.array(math.prod(shape), np.int64)]
        start, end = node.attributes.get("start", 0), node.attributes.get("end")
        return [np.array(shape[start:end], np.int64)]
    inputs = {name: graph.constant(name) for name in node.inputs if name}
    is_left = node.operator == "Constant" or node.operator.startswith("Random")
    if is_left or node.operator in _RANDOM or _bodies(node.proto) or not all(node.outputs):
        return None
    if not inputs or any(value is None for value in inputs.values()):
        return None
    shapes = [graph.shape(name) for name in node.outputs]
    if any(shape is None or math.prod(shape) > _LARGEST_CONSTANT for shape in shapes):
        return None
    body = onnx.helper.make_graph(
        [node.proto],
        "node",
        [
            onnx.helper.make_tensor_value_info(
                name, onnx.helper.np_dtype_to_tensor_dtype(value.dtype), value.shape
            )
            for name, value in inputs.items()
            if value is not None
        ],
        [onnx.helper.make_tensor_value_info(name, 0, None) for name in node.outputs],
    )
    opsets = [onnx.helper.make_opsetid("", graph.opset)]
    try:
        evaluator = onnx.reference.ReferenceEvaluator(
            onnx.helper.make_model(body, opset_imports=opsets)
        )
        found = evaluator.run(None, inputs)
    except Exception:  # whatever it says, the importer may know the node
        return None
    arrays = [np.asarray(value) for value in found]
    return arrays if all(array.dtype.kind in "fiub" for array in arrays) else None


def _branch(graph: Graph, node: Node, is_then: bool) -> list[Any]:
    """The nodes of the branch that is taken, with names of their own."""
    body = node.attributes["then_branch" if is_then else "else_branch"]
    names: dict[str, str] = {}
    for tensor in body.initializer:
        names[tensor.name] = graph.value(onnx.numpy_helper.to_array(tensor))
    for proto in body.node:
        for name in filter(None, proto.output):
            names[name] = graph.fresh()
    for proto in body.node:
        copy = onnx.NodeProto()
        copy.CopyFrom(proto)
        _rename(copy, names)
        graph.nodes.append(copy)
    return graph.finish(node, [names.get(value.name, value.name) for value in body.output])


def _rename(proto: Any, names: dict[str, str]) -> None:
    for values in (proto.input, proto.output):
        values[:] = [names.get(name, name) for name in values]
    for body in _bodies(proto):
        for inner in body.node:
            _rename(inner, names)
        for value in body.output:
            value.name = names.get(value.name, value.name)


def _drop_unused(graph: Any) -> None:
    """Without the nodes of which nothing depends."""
    used = {value.name for value in graph.output}
    kept = []
    for proto in reversed(graph.node):
        if used.isdisjoint(proto.output):
            continue
        kept.append(proto)
        used |= _read(proto)
    del graph.node[:]
    graph.node.extend(reversed(kept))


def _read(proto: Any) -> set[str]:
    found = set(proto.input)
    for body in _bodies(proto):
        found |= {value.name for value in body.output}
        for inner in body.node:
            found |= _read(inner)
    return found
