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
from torch.utils._pytree import tree_flatten, tree_unflatten

# Of the largest number of a tensor.
VALUE_TOLERANCE, GRADIENT_TOLERANCE = 1e-4, 1e-3
MODULE_SAMPLES = 6
OPERATOR_SAMPLES = (0, 3, 9)


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
        self.callee = callee

    def forward(self, *tensors: torch.Tensor) -> Any:
        leaves = list(self.fixed)
        for place, tensor in zip(self.places, tensors, strict=True):
            leaves[place] = tensor
        positional, named = tree_unflatten(leaves, self.spec)
        return self.callee(*positional, **named)


def _module_cases() -> Iterator[Case]:
    from torch.testing._internal.common_modules import module_db

    for info in module_db:
        for training in (True, False):
            try:
                samples = info.module_inputs_func(
                    info, device="cpu", dtype=torch.float32, requires_grad=True, training=training
                )
            except Exception:  # a few modules have no samples for f32
                continue
            for index, sample in enumerate(samples[:MODULE_SAMPLES]):

                def make(info: Any = info, sample: Any = sample, training: bool = training) -> Any:
                    torch.manual_seed(0)
                    given = sample.constructor_input
                    module = info.module_cls(*given.args, **given.kwargs)
                    module.train(training)
                    return module, sample.forward_input.args, sample.forward_input.kwargs

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
            return list(itertools.islice(drawn, OPERATOR_SAMPLES[-1] + 1))

        for index in OPERATOR_SAMPLES:

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


def _run(function: Any, parameters: list[Any], tensors: tuple[torch.Tensor, ...]) -> Any:
    """Values, and gradients of a random projection of them to inputs and parameters."""
    torch.manual_seed(0)
    inputs = [x.clone().requires_grad_(x.is_floating_point()) for x in tensors]
    outputs = _tensors(function(*inputs))
    generator = torch.Generator().manual_seed(1)
    total = torch.zeros((), dtype=torch.float64)
    for output in outputs:
        if output.is_floating_point() and output.requires_grad:
            direction = torch.rand(output.shape, generator=generator).to(output.dtype) + 0.5
            total = total + (output * direction).sum().double()
    wanted = [x for x in (*inputs, *parameters) if x.requires_grad]
    gradients: list[Any] = [None] * len(wanted)
    if total.requires_grad:
        gradients = list(torch.autograd.grad(total, wanted, allow_unused=True))
    return [output.detach().clone() for output in outputs], gradients


def _difference(wanted: list[Any], found: list[Any], tolerance: float) -> str:
    """What differs first; empty where nothing does."""
    if len(wanted) != len(found):
        return f"{len(found)} tensors for {len(wanted)}"
    for index, (x, y) in enumerate(zip(wanted, found, strict=True)):
        x, y = (torch.zeros_like(other) if t is None else t for t, other in ((x, y), (y, x)))
        if x is None or y is None:
            continue
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


def verdict(case: Case) -> str:
    """``right``, ``refused: ...``, ``wrong: ...`` or ``skipped: ...``."""
    try:
        callee, positional, named = case.make()
        whole = Call(callee, (positional, named))
        if not whole.tensors:
            return "skipped: no tensors among the inputs"
        reference = copy.deepcopy(whole)
        wanted, gradients = _run(reference, list(reference.parameters()), whole.tensors)
        torch.manual_seed(7)
        again = copy.deepcopy(whole)(*whole.tensors)
        if _difference(wanted, [t.detach() for t in _tensors(again)], 1e-6):
            return "skipped: draws random numbers"
    except IndexError:
        return "skipped: no such sample"
    except Exception as error:
        return f"skipped: PyTorch: {type(error).__name__}"
    try:
        compiled = lutra.torch.approximate(whole, [x.clone() for x in whole.tensors])
        values, ours = _run(compiled, list(compiled.parameters()), whole.tensors)
    except lutra.LutraError as error:
        return f"refused: {reason(error)}"
    except Exception as error:
        return f"wrong: {type(error).__name__}: {reason(error)}"
    found = _difference(wanted, values, VALUE_TOLERANCE)
    if found and "wrapper_set_seed" in getattr(callee, "__code__", verdict.__code__).co_names:
        return "skipped: draws random numbers"  # the sample seeds them itself
    if found:
        return f"wrong: value {found}"
    found = _difference(gradients, ours, GRADIENT_TOLERANCE)
    return f"wrong: gradient {found}" if found else "right"
