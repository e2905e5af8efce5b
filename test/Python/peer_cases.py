"""The sample inputs that PyTorch ships for its own modules and operators, and what we make of them.

``module_db``: every module, in training and evaluation, with its first samples; ``op_db``: every
operator that is differentiable in f32, with three samples. Each goes through the drop-in in exact
mode; value and gradients of all tensors of floats are compared with PyTorch's.
"""

from __future__ import annotations

import copy
import functools
import importlib.util
import itertools
import re
import sys
import types
import unittest
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import lutra
import lutra.torch
import numpy as np
import torch
from torch.utils._pytree import tree_flatten, tree_map_only, tree_unflatten

# Of the largest number of a tensor.
VALUE_TOLERANCE, GRADIENT_TOLERANCE = 1e-4, 1e-3
MODULE_SAMPLES = 6
# The first three of these that there are: neighbours are often alike.
OPERATOR_SAMPLES = (0, 3, 9, 1, 2)
NO_SAMPLE = "skipped: no such sample"


# PyTorch's test helpers import a package for expected texts, of which the samples need nothing.
if importlib.util.find_spec("expecttest") is None:
    _absent = types.ModuleType("expecttest")
    _absent.TestCase = unittest.TestCase  # type: ignore[attr-defined]
    sys.modules["expecttest"] = _absent


@dataclass(frozen=True)
class Case:
    """A sample: `make` returns the module, and its arguments by position and by name."""

    name: str
    make: Callable[[], tuple[Any, tuple[Any, ...], dict[str, Any]]]


class Call(torch.nn.Module):
    """A module or an operator as a function of the tensors among its arguments."""

    def __init__(self, callee: Any, arguments: Any) -> None:
        super().__init__()
        leaves, self.spec = tree_flatten(arguments)
        self.fixed = [None if isinstance(leaf, torch.Tensor) else leaf for leaf in leaves]
        self.places = [i for i, leaf in enumerate(leaves) if isinstance(leaf, torch.Tensor)]
        self.tensors = tuple(leaves[place].detach().clone() for place in self.places)
        # With respect to which of them it is differentiated.
        self.differentiated = [x.is_floating_point() for x in self.tensors]
        self.callee = callee

    def forward(self, *tensors: torch.Tensor) -> Any:
        leaves = list(self.fixed)
        for place, tensor in zip(self.places, tensors, strict=True):
            leaves[place] = tensor
        positional, named = tree_unflatten(leaves, self.spec)
        return self.callee(*positional, **named)

    def inputs(self) -> list[torch.Tensor]:
        return [
            x.clone().requires_grad_(flag)
            for x, flag in zip(self.tensors, self.differentiated, strict=True)
        ]


class Together(torch.nn.Module):
    """Several calls as one module, of which one after the other gets its tensors."""

    def __init__(self, calls: list[Call]) -> None:
        super().__init__()
        self.calls = torch.nn.ModuleList(calls)

    def forward(self, *tensors: torch.Tensor) -> list[Any]:
        left, results = list(tensors), []
        for call in self.calls:
            count = len(call.tensors)  # type: ignore[arg-type]
            results.append(call(*left[:count]))
            left = left[count:]
        return results


def _module_cases() -> Iterator[Case]:
    from torch.testing._internal.common_modules import module_db

    for info in module_db:
        for training in (True, False):
            try:
                torch.manual_seed(0)
                samples = info.module_inputs_func(
                    info, device="cpu", dtype=torch.float32, requires_grad=True, training=training
                )
            except Exception:  # a few modules have no samples for f32
                continue
            for index, sample in enumerate(samples[:MODULE_SAMPLES]):

                def make(info: Any = info, sample: Any = sample, training: bool = training) -> Any:
                    torch.manual_seed(0)
                    given, called = sample.constructor_input, sample.forward_input
                    # A module that holds results of other operators cannot be copied.
                    given_args, given_kwargs = tree_map_only(
                        torch.Tensor, lambda x: x.detach(), (given.args, given.kwargs)
                    )
                    module = info.module_cls(*given_args, **given_kwargs)
                    module.to(torch.float32).train(training)
                    if info.is_lazy:
                        with torch.no_grad():
                            module(*called.args, **called.kwargs)
                    return module, called.args, called.kwargs

                mode = "train" if training else "eval"
                yield Case(f"{info.name}[{mode}][{index}]", make)


def _operator_cases() -> Iterator[Case]:
    from torch.testing._internal.common_methods_invocations import op_db

    for op in op_db:
        if torch.float32 not in op.dtypes or not op.supports_autograd:
            continue

        @functools.cache
        def samples(op: Any = op) -> list[Any]:
            torch.manual_seed(0)
            drawn = op.sample_inputs("cpu", torch.float32, requires_grad=False)
            found = list(itertools.islice(drawn, max(OPERATOR_SAMPLES) + 1))
            return [found[index] for index in OPERATOR_SAMPLES if index < len(found)][:3]

        for index in range(3):

            def make(op: Any = op, samples: Any = samples, index: int = index) -> Any:
                sample = samples()[index]
                return op.op, (sample.input, *sample.args), sample.kwargs

            variant = f".{op.variant_test_name}" if op.variant_test_name else ""
            yield Case(f"{op.name}{variant}[{index}]", make)


def cases(suite: str) -> list[Case]:
    """Those of ``"module_db"`` or ``"op_db"``."""
    return list({"module_db": _module_cases, "op_db": _operator_cases}[suite]())


def _tensors(value: Any) -> list[torch.Tensor]:
    return [leaf for leaf in tree_flatten(value)[0] if isinstance(leaf, torch.Tensor)]


def run(function: Any, calls: list[Call]) -> list[Any]:
    """Of each call, values and gradients of a random projection of them.

    `function` returns a list with what each of the calls returns. Gradients are those of its
    inputs, and then of its parameters.
    """
    torch.manual_seed(0)
    inputs = [call.inputs() for call in calls]
    returned = function(*[x for each in inputs for x in each])
    found = []
    for call, own, result in zip(calls, inputs, returned, strict=True):
        outputs = _tensors(result)
        generator = torch.Generator().manual_seed(1)
        total = torch.zeros((), dtype=torch.float64)
        for output in outputs:
            if output.is_floating_point() and output.requires_grad:
                direction = torch.rand(output.shape, generator=generator).to(output.dtype) + 0.5
                total = total + (output * direction).sum().double()
        wanted = [x for x in (*own, *call.parameters()) if x.requires_grad]
        gradients: list[Any] = [None] * len(wanted)
        if total.requires_grad:
            gradients = list(
                torch.autograd.grad(total, wanted, allow_unused=True, retain_graph=True)
            )
        found.append(([output.detach().clone() for output in outputs], gradients))
    return found


def difference(wanted: list[Any], found: list[Any], tolerance: float) -> str:
    """What differs first; empty where nothing does."""
    if len(wanted) != len(found):
        return f"{len(found)} tensors for {len(wanted)}"
    for index, (x, y) in enumerate(zip(wanted, found, strict=True)):
        if x is None and y is None:
            continue
        x, y = (torch.zeros_like(other) if t is None else t for t, other in ((x, y), (y, x)))
        if x.shape != y.shape or x.dtype != y.dtype:
            return f"[{index}] {tuple(y.shape)} {y.dtype} for {tuple(x.shape)} {x.dtype}"
        a, b = x.double().numpy(), y.double().numpy()
        finite = np.isfinite(a)
        if (
            not np.array_equal(a[~finite], b[~finite], equal_nan=True)
            or not np.isfinite(b[finite]).all()
        ):
            return f"[{index}] infinity or NaN differs"
        largest = max(1e-6, np.abs(a[finite]).max(initial=0.0))
        differs = np.abs(a - b, where=finite, out=np.zeros_like(a)).max(initial=0.0)
        if differs > tolerance * largest:
            return f"[{index}] differs by {differs:.1e} of {largest:.1e}"
    return ""


# Places of this machine, and numbers that come with them.
_NOISE = re.compile(
    r" \((?:layer '[^']*'(?:, )?)?(?:/\S+:\d+)?\)|; write that.*| \(lutra\..*|/\S+/"
)


def reason(error: BaseException) -> str:
    """One line without what differs from machine to machine."""
    lines = str(error).strip().splitlines()
    return _NOISE.sub("", lines[0])[:160] if lines else type(error).__name__


def _reference(case: Case) -> Any:
    """The call, its values and gradients as PyTorch has them; or why there are none."""
    try:
        callee, positional, named = case.make()
    except IndexError:
        return NO_SAMPLE
    try:
        call = Call(callee, (positional, named))
        if not call.tensors:
            return "skipped: no tensors among the inputs"
        try:
            ((wanted, gradients),) = _alone(call)
        except RuntimeError:  # PyTorch has no derivative to all of them
            first = call.differentiated.index(True)
            call.differentiated = [i == first for i in range(len(call.tensors))]
            ((wanted, gradients),) = _alone(call)
        torch.manual_seed(7)
        again = copy.deepcopy(call)(*[x.clone() for x in call.tensors])
        if difference(wanted, [t.detach() for t in _tensors(again)], 1e-6):
            return "skipped: draws random numbers"
    except Exception as error:
        return f"skipped: PyTorch: {type(error).__name__}"
    return call, wanted, gradients


def _alone(call: Call) -> list[Any]:
    copied = copy.deepcopy(call)
    return run(lambda *tensors: [copied(*tensors)], [copied])


def _compared(references: list[Any]) -> list[str]:
    """Verdicts of several calls as one module.

    Raises
    ------
    LutraError
    """
    calls = [call for call, _, _ in references]
    # As they will be called: it is traced once.
    example = [x for call in calls for x in call.inputs()]
    compiled = lutra.torch.approximate(Together(calls), example)
    found = []
    for (call, wanted, gradients), (values, ours) in zip(
        references, run(compiled, calls), strict=True
    ):
        differs = difference(wanted, values, VALUE_TOLERANCE)
        code = getattr(call.callee, "__code__", _alone.__code__)
        if differs and "wrapper_set_seed" in code.co_names:
            found.append("skipped: draws random numbers")  # the sample seeds them itself
        elif differs:
            found.append(f"wrong: value {differs}")
        else:
            differs = difference(gradients, ours, GRADIENT_TOLERANCE)
            found.append(f"wrong: gradient {differs}" if differs else "right")
    return found


def _verdict(reference: Any) -> str:
    try:
        return _compared([reference])[0]
    except lutra.LutraError as error:
        return f"refused: {reason(error)}"
    except Exception as error:
        return f"wrong: {type(error).__name__}: {reason(error)}"


def verdict(case: Case) -> str:
    """``right``, ``refused: ...``, ``wrong: ...`` or ``skipped: ...``."""
    reference = _reference(case)
    return reference if isinstance(reference, str) else _verdict(reference)


def verdicts(cases: list[Case]) -> list[str]:
    """Of several: as one module first, and each alone where one of them is not right."""
    references = [_reference(case) for case in cases]
    known = [reference for reference in references if not isinstance(reference, str)]
    if len(known) > 1:
        try:
            together = _compared([copy.deepcopy(reference) for reference in known])
        except Exception:
            together = []
        if set(together) == {"right"}:
            return [each if isinstance(each, str) else "right" for each in references]
    return [each if isinstance(each, str) else _verdict(each) for each in references]
