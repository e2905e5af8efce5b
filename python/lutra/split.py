"""Forward and backward of a model as two compiled functions, for the loops of other frameworks."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from lutra.compiler import Argument, Array, CompiledFunction
from lutra.errors import InputError, LutraError
from lutra.layers import Table, read
from lutra.model import pass_with_options
from lutra.multiplier import Multiplier

if TYPE_CHECKING:
    from lutra.model import Model

Allocate = Callable[[Argument], Array]

# Held while a model is imported or compiled: the compiler's context is used by one thread at a
# time, and an exporter puts stand-ins for the parameters into the module that it traces.
COMPILING = threading.RLock()


def new_array(argument: Argument) -> Array:
    """Memory for an output."""
    return np.empty(argument.static_shape, argument.dtype)


def call(
    function: CompiledFunction, values: Mapping[str, Array], allocate: Allocate = new_array
) -> list[Array]:
    """Call a compiled function on arrays by name; gives its outputs in order.

    Unlike a call of the function itself, this keeps no array and may run in several
    threads.
    """
    outputs, arrays = [], []
    for argument in function.arguments:
        if argument.output:
            array = allocate(argument)
            outputs.append(array)
        else:
            name = argument.name or ""
            if name not in values:
                raise InputError(f"argument {name!r} of {function.name} is missing")
            array = values[name]
        arrays.append(array)
    function.run(arrays)
    return outputs


class SplitFunction:
    """A model's function, compiled as a forward that saves residuals and a backward.

    Parameters
    ----------
    model : Model
    wrt : sequence of str
        Arguments to differentiate with respect to; without any there is no
        backward, and the forward saves nothing.
    frozen : bool
        Use the ranges as they are, without updating them.
    threads : int
        0 means as many as the machine has.

    Attributes
    ----------
    forward, backward : CompiledFunction
        The backward is None without `wrt`.
    inputs : tuple of Argument
        What the forward reads, state that it updates in place included.
    results : tuple of Argument
        The forward's results in order, without residuals.
    residuals : tuple of Argument
        What is saved for the backward.
    kept : tuple of str
        Names of what the backward reads besides: arguments and results of the
        forward, unchanged since.
    residual_bytes : int
    unreached : frozenset of str
        Of `wrt`: what no result depends on. Its gradient is 0.
    """

    def __init__(
        self,
        model: Model,
        wrt: Sequence[str] = (),
        *,
        frozen: bool = False,
        threads: int = 0,
    ) -> None:
        name = model.function
        stages = []
        if frozen:
            stages.append(pass_with_options("approx-freeze-ranges", {"function": name}))
        if wrt:
            stages.append(
                pass_with_options("approx-autodiff", {"of": name, "wrt": wrt, "mode": "split"})
            )
        names = [f"{name}_fwd", f"{name}_bwd"] if wrt else [name]
        # Everything else is dead.
        stages.append("symbol-privatize{exclude=" + ",".join(names) + "},symbol-dce")
        module = model.converted().run(",".join(stages))
        derived = module.functions()[names[0]].attributes
        self.unreached = frozenset(derived.get("approx.unreached", ()))
        functions = model.factorized(module).compile(threads=threads)
        self.wrt = tuple(wrt)
        self.forward = functions[names[0]]
        self.backward: CompiledFunction | None = functions[names[1]] if wrt else None
        self.inputs = tuple(each for each in self.forward.arguments if not each.output)
        outputs = [each for each in self.forward.arguments if each.output]
        self.residuals = tuple(each for each in outputs if each.role == "residual")
        self.results = tuple(each for each in outputs if each.role != "residual")
        self.residual_bytes = sum(
            int(np.prod(each.static_shape)) * each.dtype.itemsize for each in self.residuals
        )
        reads = [
            each for each in (self.backward.arguments if self.backward else ()) if not each.output
        ]
        self.cotangents = tuple(
            (each.name or "").removesuffix(" cotangent")
            for each in reads
            if each.role == "cotangent"
        )
        self.kept = tuple(
            each.name or "" for each in reads if each.role not in ("residual", "cotangent")
        )

    def run_forward(
        self, values: Mapping[str, Array], allocate: Allocate = new_array
    ) -> tuple[list[Array], dict[str, Array]]:
        """Results in order, and by name what to hand to the backward of the forward's own.

        That is residuals and results; what else is `kept` are arguments.
        """
        outputs = call(self.forward, values, allocate)
        results = outputs[: len(self.results)]
        names = [str(each.name) for each in (*self.results, *self.residuals)]
        needed = {*self.kept, *(each.name for each in self.residuals)}
        own = dict(zip(names, outputs, strict=True)) if self.backward else {}
        return results, {name: value for name, value in own.items() if name in needed}

    def run_backward(
        self,
        saved: Mapping[str, Array],
        cotangents: Mapping[str, Array],
        allocate: Allocate = new_array,
    ) -> dict[str, Array]:
        """Gradients by the name of the argument.

        Parameters
        ----------
        saved : mapping of str to array
            Residuals and what is `kept`.
        cotangents : mapping of str to array
            By name of the result; zero for those that are left out.
        """
        if self.backward is None:
            raise InputError(f"{self.forward.name} was compiled without a backward")
        values = dict(saved)
        for argument in self.backward.arguments:
            if argument.role == "cotangent" and argument.name:
                result = argument.name.removesuffix(" cotangent")
                given = cotangents.get(result)
                values[argument.name] = (
                    np.zeros(argument.static_shape, argument.dtype) if given is None else given
                )
        return dict(zip(self.wrt, call(self.backward, values, allocate), strict=True))


@dataclass(frozen=True)
class Recipe:
    """What is to be approximate in a model that there is none of yet.

    Copies of it are the same object; one with a multiplier that was made from a
    table cannot be pickled.
    """

    multiplier: str | os.PathLike[str] | Multiplier | None
    table: Table | None
    options: Mapping[str, Any]

    @staticmethod
    def make(
        multiplier: str | os.PathLike[str] | Multiplier | None,
        layers: Sequence[str] | Table | str | os.PathLike[str],
        **options: Any,
    ) -> Recipe:
        """Take the arguments of `Model.approximate`, or a table for `approximate_layers`."""
        if isinstance(layers, str | os.PathLike | Mapping):
            if multiplier is not None:
                raise InputError(
                    "give a multiplier for all layers, or a table of layers, which names its own"
                )
            return Recipe(None, dict(read(layers)), {})
        if multiplier is None and layers:
            raise InputError(f"no multiplier for layers {', '.join(layers)}")
        return Recipe(multiplier, None, {"layers": tuple(layers), **options})

    def apply(self, model: Model) -> Model:
        """The model, made approximate; without a multiplier the model itself."""
        if self.table is not None:
            return model.approximate_layers(self.table)
        return model.approximate(self.multiplier, **self.options) if self.multiplier else model

    def __str__(self) -> str:
        if self.table is not None:
            return f"{len(self.table)} rows of layers"
        if self.multiplier is None:
            return "exact"
        known = isinstance(self.multiplier, Multiplier)
        return str(self.multiplier.name if known else self.multiplier)  # type: ignore[union-attr]

    def __deepcopy__(self, memo: Any) -> Recipe:
        return self

    def __reduce__(self) -> Any:
        multipliers = [self.multiplier]
        for row in (self.table or {}).values():
            multipliers.append(row.get("multiplier") if isinstance(row, Mapping) else row)
        if any(isinstance(each, Multiplier) for each in multipliers):
            raise LutraError(
                "a multiplier that is an object cannot be pickled: name it by its specification "
                "or its file"
            )
        return Recipe, (self.multiplier, self.table, self.options)
