"""What JAX differentiates otherwise than a lowered function says.

JAX lowers a function without its derivatives. What has one of its own is therefore lowered by rules
of ours: a value held constant becomes a mark (`lutra.frontends.markers`), and a function with a
derivative of the user's becomes a call of one that has an ``approx.vjp`` rule. So does a primitive
that JAX expands into steps whose derivatives are not finite where its own is, unless there is one
scalar operation for it. At kinks, as where a maximum is tied, JAX's conventions hold: the attribute
``approx.kinks`` of the module says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jax
from jax import numpy as jnp
from jax._src import ad_util, custom_derivatives, source_info_util
from jax._src.interpreters import mlir
from jax._src.lax.control_flow import solves
from jax.extend.core import jaxprs_in_params
from jaxlib.mlir import ir

from lutra.errors import FrontendError
from lutra.frontends import markers

# The attribute of a module, and its value here.
KINKS = ("approx.kinks", "jax")
# What the names of functions with a rule begin with.
_CUSTOM = "lutra.custom"
_JAX_FOLDER = str(Path(jax.__file__).parent)


@dataclass(frozen=True)
class CustomFunction:
    """A function with a derivative of its own.

    Attributes
    ----------
    name : str
        Of the function in the module; calls of it are ``stablehlo.custom_call``s until
        `call_functions`.
    source : str
        What the user calls it, and where it is.
    operands : tuple of jax.ShapeDtypeStruct
    forward : callable
        Of the operands, to a list of results.
    rule : callable
        Of the operands, the results and a cotangent for each result of floats, to a list of
        cotangents, one for each operand of floats.
    rule_operands : tuple of jax.ShapeDtypeStruct
    """

    name: str
    source: str
    operands: tuple[Any, ...]
    forward: Callable[..., Any]
    rule: Callable[..., Any]
    rule_operands: tuple[Any, ...]

    @property
    def rule_name(self) -> str:
        """Of the rule in the module."""
        return f"{self.name}.vjp"


def lowering_parameters(found: list[CustomFunction]) -> Any:
    """Parameters of JAX's lowering, for one call of it.

    Parameters
    ----------
    found : list
        The functions with a derivative of their own are appended to it.
    """

    def custom(ctx: Any, *operands: Any, **parameters: Any) -> Any:
        return _lower_custom(ctx, operands, parameters, found)

    def own_derivative(ctx: Any, *operands: Any, **parameters: Any) -> Any:
        return _call(ctx, operands, parameters, ctx.primitive.name, found)

    rules: list[tuple[Any, Any]] = [
        (ad_util.stop_gradient_p, _lower_stop_gradient),
        (custom_derivatives.custom_jvp_call_p, custom),
        (custom_derivatives.custom_vjp_call_p, custom),
        (jax.lax.clamp_p, mlir.lower_fun(_clamp, multiple_results=False)),
        (jax.lax.cummax_p, _scan(jax.lax.max)),
        (jax.lax.cummin_p, _scan(jax.lax.min)),
    ]
    rules += [(primitive, own_derivative) for primitive in _EXPANDED]
    rules += [(primitive, _scalar(name)) for primitive, name in _SCALARS.items()]
    rules += [(primitive, _refusal(name)) for primitive, name in _REFUSED.items()]
    return mlir.LoweringParameters(override_lowering_rules=tuple(rules))  # type: ignore[arg-type]


def call_functions(module: Any, found: Sequence[CustomFunction]) -> None:
    """Turn the custom calls of a lowered module into calls of functions.

    Those of `found` and marks are only declared. To be called in the module's context.
    """
    calls: list[Any] = []

    def visit(operation: Any) -> Any:
        if operation.name == "stablehlo.custom_call":
            calls.append(operation)
        return ir.WalkResult.ADVANCE

    module.operation.walk(visit)
    names = {each.name for each in found}
    for call in calls:
        target = ir.StringAttr(call.attributes["call_target_name"]).value
        scalar = target.removeprefix(_SCALAR)
        if target != markers.STOP_GRADIENT and scalar not in _BODIES and target not in names:
            continue
        with ir.InsertionPoint(call), call.location:
            if target == markers.STOP_GRADIENT:
                results = [markers.stop_gradient(ir, module.body, call.operands[0])]
            elif scalar in _BODIES:
                results = _map(module, scalar, call.operands[0])
            else:
                results = markers.call(ir, module.body, target, call.operands, call.results)
        for old, new in zip(call.results, results, strict=True):
            old.replace_all_uses_with(new)
        call.erase()


def define_function(module: Any, custom: CustomFunction, forward: Any, rule: Any) -> None:
    """Give a function that `call_functions` declared its body and its rule.

    Parameters
    ----------
    module, forward, rule : ir.Module
        In one context. The latter two have a ``main`` and functions that it calls.
    """
    for operation in module.body.operations:
        if _symbol(operation) == custom.name:
            operation.erase()
            break
    else:
        return  # its calls were dead
    parts = (
        (custom.name, forward, custom.operands),
        (custom.rule_name, rule, custom.rule_operands),
    )
    for name, source, operands in parts:
        main: Any = ir.SymbolTable(source.operation)["main"]
        if len(main.type.inputs) != len(operands):  # JAX made arguments of them
            raise FrontendError(
                f"{custom.source} has a derivative of its own and reads values of the function "
                "around it, which JAX does not differentiate: pass them as arguments"
            )
        names = {
            own: name if own == "main" else f"{name}.{own}"
            for own in map(_symbol, source.body.operations)
        }
        _call_by(source, names)
        for operation in list(source.body.operations):
            operation.attributes["sym_name"] = ir.StringAttr.get(names[_symbol(operation)])
            operation.attributes["sym_visibility"] = ir.StringAttr.get("private")
            if _symbol(operation) == custom.name:
                operation.attributes["approx.vjp"] = ir.FlatSymbolRefAttr.get(custom.rule_name)
            operation.operation.detach_from_parent()
            module.body.append(operation)


def _symbol(operation: Any) -> str:
    return ir.StringAttr(operation.attributes["sym_name"]).value


def _call_by(module: Any, names: Mapping[str, str]) -> None:
    """Exchange the names of the functions that are called."""

    def visit(operation: Any) -> Any:
        if operation.name == "func.call":
            own = ir.FlatSymbolRefAttr(operation.attributes["callee"]).value
            operation.attributes["callee"] = ir.FlatSymbolRefAttr.get(names[own])
        return ir.WalkResult.ADVANCE

    module.operation.walk(visit)


# --- How primitives are lowered ------------------------------------------------------


def _is_float(aval: Any) -> bool:
    return bool(jnp.issubdtype(aval.dtype, jnp.floating))


def _lower_stop_gradient(ctx: Any, x: Any) -> Any:
    if not _is_float(ctx.avals_in[0]):
        return [x]
    return mlir.custom_call(markers.STOP_GRADIENT, result_types=[x.type], operands=[x]).results


def _relu(x: Any) -> Any:
    """Slope 0 at 0; NaN stays NaN."""
    return [jnp.where(x <= 0, jnp.zeros_like(x), x)]


def _logaddexp(x: Any, y: Any) -> Any:
    """log(exp(x) + exp(y)): half a slope each where they are equal, none where infinite."""
    same = x == y
    larger = jnp.maximum(x, y)
    larger = jnp.where(same & jnp.isinf(x), jax.lax.stop_gradient(larger), larger)
    distance = jnp.where(same, jnp.zeros_like(x), x - y)
    return [larger + jnp.log1p(jnp.exp(jnp.where(distance > 0, -distance, distance)))]


# Functions of JAX with a derivative of their own, as functions whose derivative it is: they are
# fused with what is around them, which calls are not.
_INLINED: dict[str, Callable[..., Any]] = {"logaddexp": _logaddexp, "relu": _relu}
# What the names of elementwise functions begin with, and what these are: of %x, %r, of one type.
_SCALAR = "lutra.scalar."
_BODIES = {
    name: f"%r = math.{name} %x : {{0}}"
    for name in ("acos", "acosh", "asin", "asinh", "atanh", "erf", "erfc")
}
# Differentiated as a whole where it is one body.
_BODIES["logistic"] = """%one = arith.constant dense<1.0> : {0}
    %n = arith.negf %x : {0}
    %e = math.exp %n : {0}
    %s = arith.addf %e, %one : {0}
    %r = arith.divf %one, %s : {0}"""
_SCALARS: dict[Any, str] = {getattr(jax.lax, f"{name}_p"): name for name in _BODIES}
# Primitives that become calls: their steps have other derivatives, or none at some points.
_EXPANDED: tuple[Any, ...] = (
    jax.lax.bessel_i0e_p,
    jax.lax.bessel_i1e_p,
    jax.lax.digamma_p,
    jax.lax.erf_inv_p,
    jax.lax.lgamma_p,
    jax.lax.reduce_precision_p,
)


def _scalar(name: str) -> Callable[..., Any]:
    """A primitive as one scalar operation, in single precision at least."""

    def lower(ctx: Any, x: Any, **_: Any) -> Any:
        (aval,) = ctx.avals_in
        wide = aval.update(dtype=jnp.promote_types(aval.dtype, jnp.float32))
        if wide.dtype != aval.dtype:
            x = mlir.convert_hlo(ctx, x, aval, wide)
        kind = mlir.aval_to_ir_type(ctx.module_context, wide)
        results = mlir.custom_call(_SCALAR + name, result_types=[kind], operands=[x]).results
        if wide.dtype != aval.dtype:
            return [mlir.convert_hlo(ctx, results[0], wide, aval)]
        return results

    return lower


def _map(module: Any, name: str, x: Any) -> Any:
    """Call a function that does something with each element, which passes inline."""
    kind = ir.RankedTensorType(x.type)
    symbol = f"{_SCALAR}{name}.{'x'.join(map(str, [*kind.shape, kind.element_type]))}"
    if symbol not in map(_symbol, module.body.operations):
        body = _BODIES[name].format(kind)
        text = f"func.func private @{symbol}(%x: {kind}) -> {kind} {{ {body} return %r : {kind} }}"
        module.body.append(ir.Operation.parse(text))
    return markers.call(ir, module.body, symbol, [x], [x])


def _clamp(low: Any, x: Any, high: Any) -> Any:
    """Slope 0 at the bounds, for all three; a low bound above the high one has none, either."""
    low, high = jnp.broadcast_to(low, x.shape), jnp.broadcast_to(high, x.shape)
    held = jax.lax.stop_gradient
    if not _is_float(x):
        return jnp.minimum(jnp.maximum(low, x), high)
    at_low = jnp.where((x < low) & (low < high), low, held(low))
    at_high = jnp.where(x > high, high, held(high))
    return jnp.where(
        x >= high, at_high, jnp.where(low >= high, held(high), jnp.where(x <= low, at_low, x))
    )


def _scan(combine: Callable[..., Any]) -> Any:
    """A running extremum in pairs as JAX differentiates it: not by the first in a window."""

    def of_rows(x: Any) -> Any:
        # jax.lax.associative_scan, whose slices may be empty and then have no lowering.
        size = x.shape[0]
        if size < 2:
            return x
        odd = of_rows(combine(x[: size - 1 : 2], x[1::2]))
        even = x[:1]
        if size > 2:
            even = jnp.concatenate([even, combine(odd[: (size - 1) // 2], x[2::2])])
        pairs = jnp.stack([even[: size // 2], odd], 1).reshape(size // 2 * 2, *x.shape[1:])
        return jnp.concatenate([pairs, even[-1:]]) if size % 2 else pairs

    def scan(x: Any, *, axis: int, reverse: bool) -> Any:
        rows = jnp.moveaxis(x, axis, 0)
        result = of_rows(rows[::-1])[::-1] if reverse else of_rows(rows)
        return jnp.moveaxis(result, 0, axis)

    return mlir.lower_fun(scan, multiple_results=False)


def _refusal(name: str) -> Callable[..., Any]:
    def refuse(ctx: Any, *operands: Any, **parameters: Any) -> Any:
        raise FrontendError(
            f"the function calls {name}, whose derivative is not that of what it computes: "
            "write it with jax.custom_vjp"
        )

    return refuse


_REFUSED: dict[Any, str] = {
    custom_derivatives.linear_call_p: "jax.custom_derivatives.linear_call",
    solves.linear_solve_p: "jax.lax.custom_linear_solve",
}


def _lower_custom(
    ctx: Any, operands: Sequence[Any], parameters: dict[str, Any], found: list[CustomFunction]
) -> Any:
    """A call of a function with a derivative of its own, or that function of ours."""
    info = parameters["call_jaxpr"].jaxpr.debug_info
    own = str(info.func_filename or "").startswith(_JAX_FOLDER)
    floats = [_is_float(aval) for aval in ctx.avals_in]
    if own and info.func_name in _INLINED and all(floats):
        return mlir.lower_fun(_INLINED[info.func_name])(ctx, *operands)
    if multiplication := _multiplication(parameters["call_jaxpr"].jaxpr):
        function = "a function" if own else info.func_src_info  # JAX wraps that of custom_gradient
        raise FrontendError(
            f"{function} has a derivative of its own and multiplies ({multiplication}), "
            "which would stay exact: take the multiplication out of it"
        )
    return _call(ctx, operands, parameters, info.func_src_info, found)


def _call(
    ctx: Any,
    operands: Sequence[Any],
    parameters: dict[str, Any],
    source: str,
    found: list[CustomFunction],
) -> Any:
    """A call of a function that is the primitive, with JAX's derivative of it as rule."""
    if not any(map(_is_float, ctx.avals_in)) or not any(map(_is_float, ctx.avals_out)):
        return mlir.lower_fun(_evaluation(ctx.primitive, parameters))(ctx, *operands)
    custom = _make_custom(ctx, parameters, f"{_CUSTOM}.{len(found)}", source)
    found.append(custom)
    return mlir.custom_call(
        custom.name,
        result_types=[mlir.aval_to_ir_type(ctx.module_context, aval) for aval in ctx.avals_out],
        operands=list(operands),
    ).results


def _make_custom(ctx: Any, parameters: dict[str, Any], prefix: str, source: str) -> CustomFunction:
    evaluate = _evaluation(ctx.primitive, parameters)
    struct: Any = jax.ShapeDtypeStruct
    inputs = [struct(aval.shape, aval.dtype) for aval in ctx.avals_in]
    outputs = [struct(aval.shape, aval.dtype) for aval in ctx.avals_out]
    closed = parameters.get("num_consts", 0)  # that many operands the function closes over
    active = [index for index, aval in enumerate(inputs) if _is_float(aval) and index >= closed]

    def forward(*arrays: Any) -> list[Any]:
        return evaluate(*map(_of_words, inputs, arrays))

    def rule(*arrays: Any) -> list[Any]:
        primals, cotangents = arrays[: len(inputs)], arrays[len(inputs) + len(outputs) :]

        def of_floats(*floats: Any) -> list[Any]:
            values = list(primals)
            for index, value in zip(active, floats, strict=True):
                values[index] = value
            return [result for result in forward(*values) if _is_float(result)]

        _, pullback = jax.vjp(of_floats, *(primals[index] for index in active))
        # What a rule does not know of has no derivative, and if it has a gradient, no good one.
        unknown = [
            jnp.full_like(array, jnp.nan)
            for array, aval in zip(primals[:closed], inputs[:closed], strict=True)
            if _is_float(aval)
        ]
        return [*unknown, *pullback(list(cotangents))]

    return CustomFunction(
        f"{prefix}.{re.sub('[^0-9A-Za-z_]+', '_', source.split(' at ')[0])}",
        source,
        tuple(map(_words, inputs)),
        forward,
        rule,
        tuple(map(_words, [*inputs, *outputs, *filter(_is_float, outputs)])),
    )


def _is_key(aval: Any) -> bool:
    return bool(jnp.issubdtype(aval.dtype, jax.dtypes.prng_key))


def _words(aval: Any) -> Any:
    """What typed keys of random numbers are made of; anything else itself."""
    return jax.eval_shape(jax.random.key_data, aval) if _is_key(aval) else aval


def _of_words(aval: Any, array: Any) -> Any:
    """The typed keys that these words make."""
    if not _is_key(aval):
        return array
    kinds: list[Any] = []
    jax.eval_shape(lambda key: kinds.append(jax.random.key_impl(key)), aval)
    return jax.random.wrap_key_data(array, impl=kinds[0])


def _evaluation(primitive: Any, parameters: dict[str, Any]) -> Callable[..., list[Any]]:
    """The function that a primitive with these parameters is, with its own derivative."""

    def evaluate(*operands: Any) -> list[Any]:
        results = primitive.bind(*operands, **primitive.get_bind_params(parameters))
        return list(results) if primitive.multiple_results else [results]

    return evaluate


def _multiplication(jaxpr: Any) -> str:
    """The first primitive in it that becomes a layer, and where it is; or nothing."""
    for equation in jaxpr.eqns:
        name = str(equation.primitive.name)
        if name in ("dot_general", "conv_general_dilated", "ragged_dot_general"):
            frame = source_info_util.user_frame(equation.source_info.traceback)
            return f"{name} at {frame.file_name}:{frame.start_line}" if frame else name
        for inner in jaxprs_in_params(equation.params):
            if found := _multiplication(inner):
                return found
    return ""
