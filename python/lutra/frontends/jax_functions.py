"""JAX functions as linalg on tensors: the only place that calls JAX.

JAX lowers to StableHLO, and the passes in jaxlib make linalg of it. Its default
form is one big ``linalg.generic`` for everything; with primitive operations there
are maps, reductions, broadcasts and transposes, which are easier to work with.
These cannot be unsigned, though, as the bits of random numbers are.

Random numbers are drawn from keys. A key among the arguments is the seed of the
function: a training step draws from one of its own.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax
import numpy as np
from jaxlib.mlir import ir
from jaxlib.mlir.dialects import stablehlo
from jaxlib.mlir.passmanager import PassManager

from lutra.errors import FrontendError
from lutra.frontends import cache, jax_gradients
from lutra.frontends.jax_state import check_updates, find_state, name_of, take_apart
from lutra.frontends.versions import JAX, describe
from lutra.model import Model, load

FUNCTION = "main"
PIPELINE = (
    "builtin.module(func.func(chlo-legalize-to-stablehlo,shape-legalize-to-stablehlo),"
    "func.func(stablehlo-legalize-to-linalg{{enable-primitive-ops={primitive}}}),inline,"
    "canonicalize,cse)"
)
# JAX's generator of random bits, by the name of the function that it lowers to.
_GENERATOR = "@threefry2x32"
_UNSIGNED = re.compile(r"(?<=[<x])ui\d+(?=>)")
OUTPUTS = {"logits": ("logits",), "loss": ("loss",), "loss,logits": ("loss", "logits")}
_SUPPORTED = f"lutra.from_jax imports with {describe(JAX)}"


@dataclasses.dataclass(frozen=True)
class JaxSource:
    """The tree that the parameters came in."""

    structure: Any
    names: tuple[str, ...]
    frontend: str = "jax"

    def write_back(self, values: Mapping[str, Any]) -> Any:
        """A new tree of the same structure with these values."""
        return jax.tree_util.tree_unflatten(
            self.structure, [jax.numpy.asarray(values[name].copy()) for name in self.names]
        )


def import_function(
    function: Callable[..., Any],
    parameters: Any,
    example: tuple[Any, ...],
    output: str,
    evaluation: Callable[..., Any] | None,
) -> Model:
    """See `lutra.from_jax`."""
    if output not in OUTPUTS:
        raise FrontendError(f"unknown output {output!r} (known: {', '.join(map(repr, OUTPUTS))})")
    values, structure = _values(parameters)
    state = find_state(parameters)
    for name, value in values.items():
        kind = "state" if name in state else "parameter"
        if np.issubdtype(value.dtype, np.floating):
            continue
        if kind == "parameter" or not np.issubdtype(value.dtype, np.signedinteger):
            expected = "floats" if kind == "parameter" else "floats or signed integers"
            raise FrontendError(f"{kind} {name!r} has type {value.dtype}, expected {expected}")
    arguments = [
        {"approx.role": "buffer" if name in state else "parameter", "approx.name": name}
        for name in values
    ]
    has_labels = "loss" in OUTPUTS[output]
    if not example or (has_labels and len(example) < 2):
        what = "inputs and labels" if has_labels else "inputs"
        raise FrontendError(f"lutra.from_jax needs an example of the {what}, got {len(example)}")
    keys = [index for index, array in enumerate(example) if _is_key(array)]
    for index in range(len(example)):
        is_label = has_labels and index == len(example) - 1
        role, name = ("label", "label") if is_label else ("input", f"input{index}")
        if index in keys:
            role, name = "seed", "seed" if len(keys) == 1 else f"seed{index}"
        arguments.append({"approx.role": role, "approx.name": name})

    def lower(function: Callable[..., Any], updates: Sequence[str]) -> str:
        def of_leaves(*arguments: Any) -> list[Any]:
            outputs, new = take_apart(function(*arguments), state)
            return [*outputs, *(new[name] for name in updates)]

        results = [{"approx.role": role} for role in OUTPUTS[output]]
        results += [{"approx.role": "buffer", "approx.updates": name} for name in updates]
        return _lower(of_leaves, parameters, example, arguments, results)

    updates = _updates(function, parameters, example, state)
    check_updates(updates, values)
    if updates and evaluation is None:
        raise FrontendError(
            f"the function returns new values of {next(iter(updates))!r} as in training: give "
            "lutra.from_jax evaluation=, the function as it is in evaluation"
        )
    texts = [lower(function, tuple(updates))]
    if evaluation is not None:
        if kept := _updates(evaluation, parameters, example, state):
            raise FrontendError(
                f"evaluation returns new values of {next(iter(kept))!r}, expected to leave them"
            )
        texts.append(lower(evaluation, ()))
    model = load(texts[0], function=FUNCTION)
    return dataclasses.replace(
        model,
        initial_values={name: value.copy() for name, value in values.items()},
        evaluation=load(texts[1], function=FUNCTION).module if evaluation else None,
        source=JaxSource(structure, tuple(values)),
    )


def _values(parameters: Any) -> tuple[dict[str, Any], Any]:
    """Leaves of a tree by name, as arrays, and its structure."""
    leaves, structure = jax.tree_util.tree_flatten_with_path(parameters)
    names = [name_of(path) or "parameter" for path, _ in leaves]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise FrontendError(f"two parameters are called {twice!r}: rename one in the tree")
    for name, (_, leaf) in zip(names, leaves, strict=True):
        if _is_typed_key(leaf):
            raise FrontendError(
                f"parameter {name!r} is a key of random numbers: pass it after the parameters"
            )
    values = {name: np.asarray(leaf) for name, (_, leaf) in zip(names, leaves, strict=True)}
    return values, structure


def _updates(
    function: Callable[..., Any], parameters: Any, example: tuple[Any, ...], state: set[str]
) -> dict[str, Any]:
    """New values of state that a function returns, as shapes and types."""
    if not state:
        return {}
    try:
        result = jax.eval_shape(function, parameters, *example)
    except Exception as error:  # whatever the function raises
        raise FrontendError(_lowering_failed(error)) from error
    return take_apart(result, state)[1]


@dataclasses.dataclass(frozen=True)
class FlatArguments:
    """Parameters and inputs of a function, as arrays alone.

    Attributes
    ----------
    names : tuple of str
        Of parameters as `import_function` calls them, then of inputs.
    arrays : list of array
        Typed keys of random numbers as their words.
    rebuild : callable
        From such arrays back to the function's arguments.
    """

    names: tuple[str, ...]
    arrays: list[Any]
    num_parameters: int
    rebuild: Callable[[Any], tuple[Any, ...]]


def flatten(parameters: Any, inputs: tuple[Any, ...]) -> FlatArguments:
    """Take trees of arrays apart."""
    names, leaves = [], []
    for path, leaf in jax.tree_util.tree_flatten_with_path(parameters)[0]:
        names.append(name_of(path) or "parameter")
        leaves.append(leaf)
    for index, each in enumerate(inputs):
        for path, leaf in jax.tree_util.tree_flatten_with_path(each)[0]:
            names.append(".".join(filter(None, [f"input{index}", name_of(path)])))
            leaves.append(leaf)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise FrontendError(f"two arguments are called {twice!r}: rename one in the tree")
    structure = jax.tree_util.tree_structure((parameters, inputs))
    kinds = [jax.random.key_impl(leaf) if _is_typed_key(leaf) else None for leaf in leaves]
    arrays = [
        jax.random.key_data(leaf) if kind else jax.numpy.asarray(leaf)
        for leaf, kind in zip(leaves, kinds, strict=True)
    ]

    def rebuild(flat: Any) -> tuple[Any, ...]:
        typed = [
            jax.random.wrap_key_data(array, impl=kind) if kind else array
            for array, kind in zip(flat, kinds, strict=True)
        ]
        parameters, inputs = jax.tree_util.tree_unflatten(structure, typed)
        return (parameters, *inputs)

    count = len(jax.tree_util.tree_leaves(parameters))
    return FlatArguments(tuple(names), arrays, count, rebuild)


def import_flat(
    function: Callable[..., Any], arguments: FlatArguments
) -> tuple[Model, list[Any], Any]:
    """Import a function of trees, to be called from JAX.

    Returns
    -------
    Model
        Everything that the function returns has the role logits.
    list of jax.ShapeDtypeStruct
        What it returns, flat.
    PyTreeDef
        The structure of what it returns.
    """

    def of_arrays(parameters: Any, *inputs: Any) -> Any:
        return jax.tree_util.tree_leaves(function(*arguments.rebuild([*parameters, *inputs])))

    struct: Any = jax.ShapeDtypeStruct
    shapes = [struct(each.shape, each.dtype) for each in arguments.arrays]
    parameters, inputs = shapes[: arguments.num_parameters], shapes[arguments.num_parameters :]
    try:
        outputs = jax.eval_shape(lambda *flat: function(*arguments.rebuild(flat)), *shapes)
    except Exception as error:  # whatever the function raises
        raise FrontendError(_lowering_failed(error)) from error
    signature = [
        {"approx.role": "parameter", "approx.name": name}
        for name in arguments.names[: arguments.num_parameters]
    ]
    for name, each in zip(arguments.names[arguments.num_parameters :], inputs, strict=True):
        role = "seed" if each.dtype == np.uint32 and each.shape == (2,) else "input"
        signature.append({"approx.role": role, "approx.name": name})
    flat, structure = jax.tree_util.tree_flatten(outputs)
    results = [{"approx.role": "logits"} for _ in flat]
    text = _lower(of_arrays, parameters, tuple(inputs), signature, results)
    return load(text, function=FUNCTION), flat, structure


def _lowering_failed(error: Exception) -> str:
    """What JAX says of a function that it cannot trace."""
    first = str(error).strip().splitlines()
    said = first[0] if first else type(error).__name__
    return f"jax.jit cannot lower the function: {said} ({_SUPPORTED})"


def _is_typed_key(array: Any) -> bool:
    return hasattr(array, "dtype") and jax.numpy.issubdtype(array.dtype, jax.dtypes.prng_key)


def _is_key(array: Any) -> bool:
    """A key of random numbers: a typed one, or two words of 32 bits."""
    if _is_typed_key(array):
        return not np.shape(array)
    return bool(getattr(array, "dtype", None) == np.uint32) and np.shape(array) == (2,)


def _of_words(
    function: Callable[..., Any], example: tuple[Any, ...]
) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    """The function and its arguments with the words of each typed key in its place."""
    kinds = [jax.random.key_impl(array) if _is_typed_key(array) else None for array in example]
    if not any(kinds):
        return function, example

    def of_words(parameters: Any, *arrays: Any) -> Any:
        wrap = jax.random.wrap_key_data
        return function(
            parameters,
            *(
                wrap(array, impl=kind) if kind else array
                for array, kind in zip(arrays, kinds, strict=True)
            ),
        )

    words = (
        jax.random.key_data(array) if kind else array
        for array, kind in zip(example, kinds, strict=True)
    )
    return of_words, tuple(words)


def _program(function: Callable[..., Any], arguments: tuple[Any, ...], parameters: Any) -> Any:
    """The function in StableHLO, lowered with such parameters of JAX's."""
    try:
        # Unused arguments stay: the names are those of all.
        traced: Any = jax.jit(function, keep_unused=True).trace(*arguments)
        lowered = traced.lower(_private_parameters=parameters())
        if _GENERATOR in lowered.as_text():
            # For a CPU the generator's rounds are a loop, for others they are written out.
            lowered = traced.lower(lowering_platforms=("tpu",), _private_parameters=parameters())
    except FrontendError:
        raise
    except Exception as error:  # whatever the function raises
        raise FrontendError(_lowering_failed(error)) from error
    return lowered.compiler_ir("stablehlo")


def _lower(
    function: Callable[..., Any],
    parameters: Any,
    example: tuple[Any, ...],
    arguments: list[dict[str, str]],
    results: list[dict[str, str]],
) -> str:
    function, example = _of_words(function, example)
    found: list[jax_gradients.CustomFunction] = []

    def rules() -> Any:
        found.clear()
        return jax_gradients.lowering_parameters(found)

    program = _program(function, (parameters, *example), rules)
    parts = [
        (
            str(_program(each.forward, each.operands, _no_rules)),
            str(_program(each.rule, each.rule_operands, _no_rules)),
        )
        for each in found
    ]
    text = str(program)

    def legalize() -> str:
        with program.context:
            stablehlo.register_stablehlo_passes()
            module = _legalized(text, found)
            for each, (forward, rule) in zip(found, parts, strict=True):
                jax_gradients.define_function(
                    module, each, _legalized(forward, ()), _legalized(rule, ())
                )
            main: Any = ir.SymbolTable(module.operation)[FUNCTION]
            if len(main.type.results) != len(results):
                raise FrontendError(
                    f"the function returns {len(main.type.results)} arrays, expected "
                    f"{len(results)} ({', '.join(each['approx.role'] for each in results)})"
                )
            with ir.Location.unknown():
                module.context.allow_unregistered_dialects = True
                main.attributes["arg_attrs"] = _attributes(arguments)
                main.attributes["res_attrs"] = _attributes(results)
                kinks, convention = jax_gradients.KINKS
                module.operation.attributes[kinks] = ir.StringAttr.get(convention)
            # What is left of the signs are casts at the functions' boundaries.
            return _UNSIGNED.sub(lambda match: match[0][1:], str(module))

    roles = repr((arguments, results))
    return cache.get_or_make(cache.key("jax", describe(JAX), text, repr(parts), roles), legalize)


def _no_rules() -> Any:
    """JAX's own parameters: what is not differentiated any more."""
    return None


def _legalized(text: str, found: Sequence[jax_gradients.CustomFunction]) -> Any:
    """A program in StableHLO as linalg, in the current context."""
    module = ir.Module.parse(text)
    jax_gradients.call_functions(module, found)
    try:
        primitive = "false" if _UNSIGNED.search(text) else "true"
        PassManager.parse(PIPELINE.format(primitive=primitive)).run(module.operation)
    except ir.MLIRError as error:
        said = str(error).strip().splitlines()[0]
        raise FrontendError(f"cannot lower the function: {said} ({_SUPPORTED})") from error
    _refuse_stablehlo(module)
    return module


def _attributes(each: list[dict[str, str]]) -> Any:
    return ir.ArrayAttr.get(
        [
            ir.DictAttr.get({name: ir.StringAttr.get(text) for name, text in item.items()})
            for item in each
        ]
    )


# What there is in place of control flow, for which the passes have no lowering.
_INSTEAD = {
    "stablehlo.while": "; unroll lax.scan and lax.fori_loop with unroll=True",
    "stablehlo.case": "; in place of lax.cond and lax.switch, select with jax.numpy.where",
    "stablehlo.if": "; in place of lax.cond, select with jax.numpy.where",
}


def _refuse_stablehlo(module: Any) -> None:
    """What the passes left behind has no lowering: say which and where."""
    left: list[Any] = []

    def visit(operation: Any) -> Any:
        dialect, _, name = operation.name.partition(".")
        if dialect in ("stablehlo", "chlo") and name != "return":
            left.append(operation)
        return ir.WalkResult.ADVANCE

    module.operation.walk(visit)
    if left:
        raise FrontendError(
            f"no lowering for operation {left[0].name} at {left[0].location}"
            f"{_INSTEAD.get(left[0].name, '')} ({_SUPPORTED})"
        )
