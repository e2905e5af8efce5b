"""What rules for nodes of ONNX see of their graph, and how they add to it.

Shapes are static here: the batch is fixed before, and shapes are inferred again between rounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnx.helper
import onnx.numpy_helper

Array = npt.NDArray[Any]


class RefusalError(Exception):
    """A node that is not imported; the message is what of it, in half a sentence."""


class Node:
    """A node with its attributes, and the operands that it has by name.

    Attributes
    ----------
    operator, name : str
        An unnamed node is called as its first result.
    inputs, outputs : list of str
        Values; an empty name is one that is left out.
    attributes : dict
        By name, without defaults.
    """

    def __init__(self, proto: Any) -> None:
        self.proto = proto
        self.operator: str = proto.op_type
        self.inputs: list[str] = list(proto.input)
        self.outputs: list[str] = list(proto.output)
        self.name: str = proto.name or next(filter(None, self.outputs), "")
        self.attributes = {a.name: onnx.helper.get_attribute_value(a) for a in proto.attribute}

    def input(self, index: int) -> str:
        """The value, or an empty name where it is left out."""
        return self.inputs[index] if index < len(self.inputs) else ""

    def output(self, index: int) -> str:
        """The value, or an empty name where it is left out."""
        return self.outputs[index] if index < len(self.outputs) else ""

    def text(self, name: str, default: str) -> str:
        """An attribute that is a string."""
        value = self.attributes.get(name, default)
        return value.decode() if isinstance(value, bytes) else str(value)


class Graph:
    """A graph whose shapes are inferred, and the nodes that take the place of one of its own."""

    def __init__(self, model: Any) -> None:
        graph = model.graph
        self.opset: int = next(
            (entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")), 0
        )
        self._types = {
            value.name: value.type.tensor_type
            for value in (*graph.input, *graph.value_info, *graph.output)
            if value.type.HasField("tensor_type")
        }
        self._constants: dict[str, Array] = {}
        for tensor in graph.initializer:
            self._constants[tensor.name] = onnx.numpy_helper.to_array(tensor)
        for proto in graph.node:
            value = _value_of_constant(proto)
            if value is not None:
                self._constants[proto.output[0]] = value
        self._count = 0
        self._used = {name for proto in _all_nodes(graph) for name in (*proto.input, *proto.output)}
        self._used |= self._types.keys() | self._constants.keys()
        self._place = Node(onnx.NodeProto())
        self.nodes: list[Any] = []

    # --- What is known ------------------------------------------------------------

    def constant(self, name: str) -> Array | None:
        """The value, where it is known: parameters and inputs are not."""
        return self._constants.get(name)

    def shape(self, name: str) -> list[int] | None:
        """Sizes, where all are known."""
        if name in self._constants:
            return list(self._constants[name].shape)
        kind = self._types.get(name)
        if kind is None or not kind.HasField("shape"):
            return None
        sizes = [d.dim_value if d.HasField("dim_value") else -1 for d in kind.shape.dim]
        return None if -1 in sizes else sizes

    def sizes(self, name: str) -> list[int]:
        """Sizes of an operand that a rule cannot do without."""
        shape = self.shape(name)
        if shape is None:
            raise RefusalError(f"the shape of its operand {name!r} is not known")
        return shape

    def dtype(self, name: str) -> np.dtype[Any] | None:
        """The type of the elements, where it is known."""
        if name in self._constants:
            return self._constants[name].dtype
        kind = self._types.get(name)
        if kind is None or not kind.elem_type:
            return None
        return np.dtype(onnx.helper.tensor_dtype_to_np_dtype(kind.elem_type))

    def known(self, name: str, what: str) -> Array:
        """The value of an operand that must not depend on inputs."""
        value = self.constant(name)
        if value is None:
            raise RefusalError(f"its {what} are not constants")
        return value

    # --- What is added ------------------------------------------------------------

    def begin(self, node: Node) -> None:
        """What is added from here on is part of this node."""
        self._place, self.nodes = node, []

    def fresh(self) -> str:
        """A name that nothing has."""
        while True:
            self._count += 1
            name = f"{self._place.name}.{self._count}"
            if name not in self._used:
                self._used.add(name)
                return name

    def op(
        self, operator: str, inputs: Sequence[str], *, results: int = 1, **attributes: Any
    ) -> Any:
        """Add a node; return its result, or their list where `results` is more than one."""
        outputs = [self.fresh() for _ in range(results)]
        self.nodes.append(
            onnx.helper.make_node(
                operator, list(inputs), outputs, name=self._place.name, **attributes
            )
        )
        return outputs[0] if results == 1 else outputs

    def value(self, value: npt.ArrayLike, like: str = "") -> str:
        """Add a constant, of the type of another value where one is named."""
        dtype = self.dtype(like) if like else None
        name = self.fresh()
        tensor = onnx.numpy_helper.from_array(np.array(value, dtype), name)
        self.nodes.append(
            onnx.helper.make_node("Constant", [], [name], name=self._place.name, value=tensor)
        )
        return name

    def finish(self, node: Node, results: Iterable[str], *, is_constant: bool = False) -> list[Any]:
        """The nodes that stand for this one, by whose names its results go."""
        for result, name in zip(results, node.outputs, strict=False):
            if not name:
                continue
            if is_constant:  # to be seen as one in the next round
                next(each for each in self.nodes if result in each.output).output[0] = name
            else:
                self.nodes.append(onnx.helper.make_node("Identity", [result], [name], node.name))
        return self.nodes


def _value_of_constant(proto: Any) -> Array | None:
    if proto.op_type != "Constant" or len(proto.attribute) != 1:
        return None
    attribute = proto.attribute[0]
    value = onnx.helper.get_attribute_value(attribute)
    if attribute.name == "value":
        return onnx.numpy_helper.to_array(value)
    kinds = {"value_float": "f4", "value_floats": "f4", "value_int": "i8", "value_ints": "i8"}
    kind = kinds.get(attribute.name)
    return None if kind is None else np.array(value, kind)


def _all_nodes(graph: Any) -> Iterable[Any]:
    for proto in graph.node:
        yield proto
        for attribute in proto.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                yield from _all_nodes(attribute.g)
