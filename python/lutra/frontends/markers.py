"""Values that a frontend marks for the compiler, for importers that know none of its ops.

A mark is a call of a function that is only declared: no pass of an importer can inline it, look
through it or compute it. ``approx-prepare`` turns the call into an op of ours
(lib/Dialect/Approx/Transforms/PrepareMarkers.cpp). JAX, while it lowers a function, dies of one
without a body: there the call replaces, afterwards, a ``stablehlo.custom_call``.
"""

from __future__ import annotations

import re
from typing import Any

# What the names of the functions begin with: one function can be called with one type only.
STOP_GRADIENT = "lutra.stop_gradient"


def stop_gradient(ir: Any, body: Any, value: Any) -> Any:
    """Hold a value constant: no derivative goes through what is returned.

    Parameters
    ----------
    ir : module
        The bindings that `value` is of: ``iree.compiler.ir`` or ``jaxlib.mlir.ir``.
    body : Block
        That of the module; the function is declared at its end.
    value : Value
        Of the type of a tensor. The call is put at the current insertion point, with the current
        location.

    Returns
    -------
    Value
        The same, of the same type.
    """
    name = f"{STOP_GRADIENT}.{re.sub('[^0-9A-Za-z?]+', '_', str(value.type)).strip('_')}"
    return call(ir, body, name, [value], [value])[0]


def call(ir: Any, body: Any, name: str, operands: Any, like: Any) -> list[Any]:
    """Call a function of a name, which is declared where it is not yet.

    Parameters
    ----------
    ir, body : module, Block
        As of `stop_gradient`.
    operands, like : sequence of Value
        What it takes; values of the types that it returns.
    """
    types = [value.type for value in like]
    declared = {
        ir.StringAttr(op.attributes["sym_name"]).value
        for op in body.operations
        if "sym_name" in op.attributes
    }
    if name not in declared:
        function = ir.FunctionType.get([value.type for value in operands], types)
        attributes = {
            "sym_name": ir.StringAttr.get(name),
            "function_type": ir.TypeAttr.get(function),
            "sym_visibility": ir.StringAttr.get("private"),
        }
        with ir.InsertionPoint(body):
            ir.Operation.create("func.func", regions=1, attributes=attributes)
    created = ir.Operation.create(
        "func.call",
        results=types,
        operands=list(operands),
        attributes={"callee": ir.FlatSymbolRefAttr.get(name)},
    )
    return list(created.results)
