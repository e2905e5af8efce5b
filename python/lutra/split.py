"""Forward and backward of a model as two compiled functions, for the loops of other frameworks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from lutra.compiler import Argument, Array, CompiledFunction
from lutra.errors import InputError
from lutra.model import pass_with_options

if TYPE_CHECKING:
    from lutra.model import Model

Allocate = Callable[[Argument], Array]


def new_array(argument: Argument) -> Array:
    """Memory for an output."""
    return np.empty(argument.static_shape, argument.dtype)


def call(
    function: CompiledFunction, values: Mapping[str, Array], allocate: Allocate = new_array
) -> dict[str, Array]:
    """Call a compiled function on arrays by name; its outputs come by name, or else role.

    Unlike a call of the function itself, this keeps no array and may run in several
    threads.
    """
    outputs: dict[str, Array] = {}
    arrays = []
    for index, argument in enumerate(function.arguments):
        if argument.output:
            array = allocate(argument)
            outputs[argument.name or argument.role or f"result {index}"] = array
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
    evaluation : bool
        The function as it is in evaluation.
    threads : int
        0 means as many as the machine has.

    Attributes
    ----------
    forward, backward : CompiledFunction
        The backward is None without `wrt`.
    inputs : tuple of Argument
        What the forward reads, state that it updates in place included.
    results : tuple of str
        Names of the forward's results, in order, without residuals.
    residuals : tuple of Argument
        What is saved for the backward.
    kept : tuple of str
        Names of what the backward reads besides: arguments and results of the
        forward, unchanged since.
    residual_bytes : int
    """

    def __init__(
        self,
        model: Model,
        wrt: Sequence[str] = (),
        *,
        frozen: bool = False,
        evaluation: bool = False,
        threads: int = 0,
    ) -> None:
        name = model.function
        module = model.converted_evaluation() if evaluation else None
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
        module = (module or model.converted()).run(",".join(stages))
        functions = model.factorized(module).compile(threads=threads)
        self.wrt = tuple(wrt)
        self.forward = functions[names[0]]
        self.backward: CompiledFunction | None = functions[names[1]] if wrt else None
        self.inputs = tuple(each for each in self.forward.arguments if not each.output)
        outputs = [each for each in self.forward.arguments if each.output]
        self.residuals = tuple(each for each in outputs if each.role == "residual")
        self.results = tuple(
            each.name or each.role or "" for each in outputs if each.role != "residual"
        )
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
    ) -> tuple[dict[str, Array], dict[str, Array]]:
        """Results and residuals, by name."""
        outputs = call(self.forward, values, allocate)
        results = {name: outputs[name] for name in self.results}
        return results, {str(each.name): outputs[str(each.name)] for each in self.residuals}

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
        gradients = call(self.backward, values, allocate)
        return {name: gradients[f"{name} gradient"] for name in self.wrt}
