"""Functions of JAX on approximate multipliers, for JAX's own transformations and loops.

>>> net = lutra.jax.approximate(apply, parameters, images, multiplier="truncated:8x8:drop=9")
>>> ranges = net.empty_ranges()
>>> def loss(parameters, ranges, images, labels):
...     logits, ranges = net(parameters, ranges, images)
...     return cross_entropy(logits, labels), ranges
>>> step = jax.jit(jax.value_and_grad(loss, has_aux=True))
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jax
import numpy as np

from lutra.compiler import Array
from lutra.errors import InputError, StepError
from lutra.frontends.versions import JAX, require
from lutra.layers import Table
from lutra.model import Model
from lutra.multiplier import Multiplier
from lutra.split import COMPILING, Recipe, SplitFunction
from lutra.training import EMPTY_RANGE

Ranges = Mapping[str, Any]
_Shape: Any = jax.ShapeDtypeStruct


def approximate(
    function: Callable[..., Any],
    parameters: Any,
    *example: Any,
    multiplier: str | os.PathLike[str] | Multiplier | None = None,
    gradient: str = "ste",
    layers: Sequence[str] | Table | str | os.PathLike[str] = (),
    keep_exact: Sequence[str] = (),
    keep_float: Sequence[str] = (),
    operand_order: str = "weight_first",
    weight_observer: str = "min_max",
    activation_observer: str = "moving_average",
    momentum: float = 0.1,
    per_channel: bool = False,
    padding: str = "zero_point",
    factorize: str = "off",
    threads: int = 0,
) -> ApproximateFunction:
    """Return a function that computes `function` on an approximate multiplier.

    Parameters
    ----------
    function : callable
        ``function(parameters, *inputs)``, of trees of arrays: what it returns is
        a tree of arrays, too.
    parameters : pytree of arrays
        Layers are called as their parameters are, as in `lutra.from_jax`.
    *example : pytree of arrays
        The other arguments. Shapes may differ from call to call, each is compiled
        once. A key of random numbers is the seed of what the function draws.
    multiplier : str, path-like, Multiplier or None
        As in `Model.approximate`. None computes exactly, in floats.
    layers : sequence of str, or table
        Names (with ``*``) of the layers to convert, all when empty; or a table of
        layers or the JSON file of one, as `Model.approximate_layers` takes it.
    gradient, keep_exact, keep_float, operand_order, weight_observer, activation_observer, \
momentum, per_channel, padding, factorize
        As in `Model.approximate`.
    threads : int
        0 means as many as the machine has.

    Raises
    ------
    FrontendError
        The function cannot be imported.
    CompileError
        A layer cannot be what was asked for.
    InputError, MultiplierError
        Another argument is wrong.
    """
    require(JAX)
    recipe = Recipe.make(
        multiplier,
        layers,
        gradient=gradient,
        keep_exact=keep_exact,
        keep_float=keep_float,
        operand_order=operand_order,
        weight_observer=weight_observer,
        activation_observer=activation_observer,
        momentum=momentum,
        per_channel=per_channel,
        padding=padding,
        factorize=factorize,
    )
    return ApproximateFunction(function, parameters, example, recipe, threads)


@jax.tree_util.register_static
@dataclass(frozen=True)
class _Differentiated:
    """Names of the arguments that a call is differentiated with respect to: no array."""

    names: tuple[str, ...]


def _is_float(array: Any) -> bool:
    return bool(jax.numpy.issubdtype(array.dtype, np.floating))


def _to_host(array: Any) -> Array:
    """An array as compiled code reads it, which knows no unsigned numbers."""
    host = np.asarray(array)
    return host.view(f"i{host.itemsize}") if host.dtype.kind == "u" else host


def _zero_cotangent(array: Any) -> Any:
    """Zero for a float; for a number that has none, what JAX wants in its place."""
    if _is_float(array):
        return jax.numpy.zeros(array.shape, array.dtype)
    return np.zeros(array.shape, jax.dtypes.float0)


class _Imported:
    """The function for one set of shapes: its model, and the calls of its code."""

    def __init__(self, model: Model, outputs: Any, structure: Any, threads: int) -> None:
        self.model = model
        self.outputs = outputs
        self.structure = structure
        self._threads = threads
        self._compiled: dict[tuple[bool, tuple[str, ...]], SplitFunction] = {}
        converted = model.converted().functions()[model.function]
        self.range_shapes = {
            str(each.name): each.static_shape
            for each in converted.arguments
            if each.role == "range"
        }

    def compile(self, frozen: bool, wrt: tuple[str, ...] = ()) -> SplitFunction:
        """The code for a set of arguments to differentiate with respect to."""
        key = (frozen, wrt)
        with COMPILING:
            if key not in self._compiled:
                self._compiled[key] = SplitFunction(
                    self.model, wrt, frozen=frozen, threads=self._threads
                )
            return self._compiled[key]

    def run_forward(
        self, split: SplitFunction, values: Mapping[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any], dict[str, Any]]:
        """Results, new ranges and residuals, of values by name."""
        updated = [each for each in split.inputs if each.donated]
        names = [str(each.name) for each in split.inputs]

        def run(*arrays: Any) -> tuple[Array, ...]:
            given = {name: _to_host(array) for name, array in zip(names, arrays, strict=True)}
            for each in updated:
                given[str(each.name)] = given[str(each.name)].copy()
            _check_ranges(split, given, updated=False)
            results, residuals = split.run_forward(given)
            _check_ranges(split, given, updated=True)
            own = [residuals[str(each.name)] for each in split.residuals]
            signed = [
                result.view(output.dtype) if output.dtype.kind == "u" else result
                for result, output in zip(results, self.outputs, strict=True)
            ]
            return (*signed, *(given[str(each.name)] for each in updated), *own)

        shapes = [
            *self.outputs,
            *(_Shape(each.static_shape, each.dtype) for each in (*updated, *split.residuals)),
        ]
        outputs = jax.pure_callback(run, tuple(shapes), *(values[name] for name in names))
        count = len(self.outputs)
        ends = count + len(updated)
        ranges = {name: values[name] for name in self.range_shapes}
        ranges.update(zip((str(each.name) for each in updated), outputs[count:ends], strict=True))
        residuals = dict(
            zip((str(each.name) for each in split.residuals), outputs[ends:], strict=True)
        )
        return tuple(outputs[:count]), ranges, residuals

    def run_backward(
        self, split: SplitFunction, saved: Mapping[str, Any], cotangents: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Gradients by the name of the argument."""
        names, count = tuple(saved), len(saved)

        def run(*arrays: Any) -> tuple[Array, ...]:
            # Results that are saved are called as their cotangents are.
            hosts = [_to_host(array) for array in arrays]
            gradients = split.run_backward(
                dict(zip(names, hosts[:count], strict=True)),
                dict(zip(cotangents, hosts[count:], strict=True)),
            )
            return tuple(gradients[name] for name in split.wrt)

        assert split.backward is not None
        shapes = tuple(
            _Shape(each.static_shape, each.dtype)
            for each in split.backward.arguments
            if each.output
        )
        gradients = jax.pure_callback(run, shapes, *saved.values(), *cotangents.values())
        return dict(zip(split.wrt, gradients, strict=True))


def _check_ranges(split: SplitFunction, values: Mapping[str, Array], updated: bool) -> None:
    for argument in split.inputs:
        if argument.role != "range" or argument.donated != updated:
            continue
        if not np.isfinite(values[str(argument.name)]).all():
            problem = "became not finite" if updated else "is empty: call the function before"
            raise StepError(f"range {argument.name!r} {problem}", f"ranges ({argument.name})")


class ApproximateFunction:
    """A function of JAX whose value and derivatives are compiled; made by `approximate`.

    It is pure: the ranges of its quantised values are an argument and a result.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        parameters: Any,
        example: tuple[Any, ...],
        recipe: Recipe,
        threads: int,
    ) -> None:
        self._function = function
        self._recipe = recipe
        self._threads = threads
        self._imported: dict[Any, _Imported] = {}
        self._calls: dict[Any, Callable[..., Any]] = {}
        self._structure: Any = jax.tree_util.tree_structure((parameters, example))
        self._first, _ = self._import(parameters, example)

    def empty_ranges(self) -> dict[str, jax.Array]:
        """Ranges to start from, by name: (inf, -inf), which the first call fills."""
        empty = np.array(EMPTY_RANGE, np.float32)
        return {
            name: jax.numpy.asarray(np.broadcast_to(empty, shape))
            for name, shape in self._first.range_shapes.items()
        }

    @property
    def layers(self) -> dict[str, dict[str, str]]:
        """What multiplies in each layer, as `Model.layers`."""
        return self._first.model.layers

    def __call__(self, parameters: Any, ranges: Ranges, *inputs: Any) -> tuple[Any, Ranges]:
        """What the function returns, with the ranges after having seen the inputs."""
        return self._apply(parameters, ranges, inputs, frozen=False)

    def evaluate(self, parameters: Any, ranges: Ranges, *inputs: Any) -> Any:
        """What the function returns, with the ranges as they are."""
        return self._apply(parameters, ranges, inputs, frozen=True)[0]

    def _import(self, parameters: Any, inputs: tuple[Any, ...]) -> tuple[_Imported, list[Any]]:
        """The function for these shapes, and all arguments as arrays in its order."""
        from lutra.frontends import jax_functions

        structure: Any = jax.tree_util.tree_structure((parameters, inputs))
        if structure != self._structure:
            raise InputError(
                f"the function was made for arguments of structure {self._structure}, "
                f"got {structure}"
            )
        flat = jax_functions.flatten(parameters, inputs)
        key = tuple((array.shape, array.dtype) for array in flat.arrays)
        with COMPILING:
            if key not in self._imported:
                model, outputs, result = jax_functions.import_flat(self._function, flat)
                model = self._recipe.apply(model)
                self._imported[key] = _Imported(model, outputs, result, self._threads)
        return self._imported[key], flat.arrays

    def _apply(
        self, parameters: Any, ranges: Ranges, inputs: tuple[Any, ...], frozen: bool
    ) -> tuple[Any, Ranges]:
        imported, arrays = self._import(parameters, inputs)
        if set(ranges) != set(imported.range_shapes):
            raise InputError(
                f"expected the ranges {', '.join(imported.range_shapes) or 'of nothing'}, "
                f"got {', '.join(ranges) or 'none'}"
            )
        names = [each.name for each in imported.model.signature.arguments]
        key = (id(imported), frozen)
        if key not in self._calls:
            self._calls[key] = _make_call(imported, frozen)
        results, new = self._calls[key](
            dict(zip(map(str, names), arrays, strict=True)), dict(ranges)
        )
        return jax.tree_util.tree_unflatten(imported.structure, results), new


def _make_call(imported: _Imported, frozen: bool) -> Callable[..., Any]:
    """(arguments by name, ranges by name) -> (results, new ranges), differentiable."""

    @jax.custom_vjp
    def call(values: dict[str, Any], ranges: dict[str, Any]) -> Any:
        split = imported.compile(frozen)
        results, new, _ = imported.run_forward(split, {**values, **ranges})
        return results, new

    def forward(values: dict[str, Any], ranges: dict[str, Any]) -> Any:
        wrt = tuple(
            name
            for name, each in values.items()
            if each.perturbed and _is_float(each.value) and any(map(_is_float, imported.outputs))
        )
        plain = {name: each.value for name, each in values.items()}
        seen = {name: each.value for name, each in ranges.items()}
        split = imported.compile(frozen, wrt)
        results, new, residuals = imported.run_forward(split, {**plain, **seen})
        own = dict(zip((str(each.name) for each in split.results), results, strict=True))
        kept = {name: {**own, **plain}[name] for name in split.kept}
        return (results, new), ({**kept, **residuals}, plain, seen, _Differentiated(wrt))

    def backward(saved: Any, cotangents: Any) -> Any:
        values, plain, seen, differentiated = saved
        split = imported.compile(frozen, differentiated.names)
        given = {
            str(each.name): cotangent
            for each, cotangent in zip(split.results, cotangents[0], strict=True)
            if each.name in split.cotangents
            and not isinstance(cotangent, jax.custom_derivatives.SymbolicZero)
        }
        gradients = imported.run_backward(split, values, given) if split.backward else {}
        zeros = {name: _zero_cotangent(array) for name, array in plain.items()}
        return {**zeros, **gradients}, {name: _zero_cotangent(each) for name, each in seen.items()}

    call.defvjp(forward, backward, symbolic_zeros=True)
    return call
