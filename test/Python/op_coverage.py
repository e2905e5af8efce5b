#!/usr/bin/env python3
"""Which PyTorch operators import and differentiate, and what of those that do not.

usage: op_coverage.py [--json FILE] [--update] [--only REGEX] [--jobs N]

Every operator of op_cases.py is imported, differentiated and run; the projection of its result on a
fixed random tensor and the gradients of all inputs and parameters are compared with PyTorch's:

* in f32, within 1e-4 of the largest number of each tensor;
* at kinks (ties of a maximum, bounds of a clamp, zero of relu) where the operator has them;
* in f64, within 1e-9;
* in bf16, computed in it between f32 inputs and results, within 4 %.

Prints the table; --update writes it into docs/coverage.md, which test_op_coverage.py compares.
"""

from __future__ import annotations

import argparse
import collections
import concurrent.futures
import json
import multiprocessing
import os
import re
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import torch
from lutra.frontends import pytorch
from op_cases import CASES, Case, at_kinks, inputs_of
from torch import nn

PAGE = Path(__file__).resolve().parents[2] / "docs" / "coverage.md"
BEGIN, END = "<!-- operators -->\n", "<!-- end of operators -->\n"
# Of the largest number of each tensor.
TOLERANCES = {torch.float32: 1e-4, torch.float64: 1e-9, torch.bfloat16: 4e-2}


@dataclass(frozen=True)
class Outcome:
    """A row of the table.

    Attributes
    ----------
    name, group : str
    imports, differentiates : bool
        The latter: value and gradients are PyTorch's.
    kinks : str
        ``"as PyTorch"``, ``"differs"``, or empty where the operator has none.
    types : str
        Element types that work.
    note : str
        What it is made of, or why it does not work.
    """

    name: str
    group: str
    imports: bool
    differentiates: bool
    kinks: str
    types: str
    note: str


class DiffersError(Exception):
    """Numbers that differ from PyTorch's."""


class InBFloat16(nn.Module):
    """A module whose inputs and parameters are rounded to bf16, and the result made f32 again."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        def narrow(x: torch.Tensor) -> torch.Tensor:
            return x.to(torch.bfloat16) if x.is_floating_point() else x

        values = dict(self.inner.named_parameters()) | dict(self.inner.named_buffers())
        narrowed = {name: narrow(value) for name, value in values.items()}
        result = torch.func.functional_call(self.inner, narrowed, tuple(map(narrow, inputs)))
        return result.float()


def project(result: torch.Tensor, direction: torch.Tensor) -> torch.Tensor:
    return (result * direction).sum()


class Comparison:
    """One operator, compiled for one element type."""

    def __init__(self, case: Case, dtype: torch.dtype) -> None:
        self.tolerance = TOLERANCES[dtype]
        torch.manual_seed(0)
        module = case.make().train(case.training)
        self.generator = torch.Generator().manual_seed(1)
        outer = torch.float32 if dtype == torch.bfloat16 else dtype
        self.module = InBFloat16(module) if dtype == torch.bfloat16 else module.to(outer)
        self.case = case
        self.inputs = inputs_of(case, self.generator, outer)
        result = self._reference(self.inputs)
        self.direction = torch.randn(result.shape, generator=self.generator).to(outer)
        self.text = pytorch.export_module(
            self.module,
            (*self.inputs, self.direction),
            training=case.training,
            loss=project,
            debug_info=False,
        )

    def _reference(self, inputs: tuple[torch.Tensor, ...]) -> torch.Tensor:
        # Running statistics are compared in test_from_torch.py; here they stay as they are.
        values = dict(self.module.named_parameters())
        values |= {name: value.clone() for name, value in self.module.named_buffers()}
        return torch.func.functional_call(self.module, values, inputs)

    def compile(self) -> None:
        model = lutra.load(self.text, function="main")
        names = list(model.arguments("input"))
        self.argument_names = dict(zip(range(len(names)), names, strict=True))
        self.differentiated = [
            name
            for index, name in enumerate(names)
            if self.inputs[index].is_floating_point() and index not in self.case.constant
        ]
        wrt = [*model.parameters, *self.differentiated]
        self.function = model.value_and_grad(wrt=wrt, threads=1)

    def compare(self, inputs: tuple[torch.Tensor, ...]) -> None:
        """Raise `DiffersError` where a number differs."""
        values = pytorch.named_values(self.module)
        arguments = {name: value.detach().numpy().copy() for name, value in values.items()}
        for index, name in self.argument_names.items():
            arguments[name] = inputs[index].numpy()
        arguments["label"] = self.direction.numpy()
        arguments["seed"] = np.array(1, np.int64)
        outputs = self.function(arguments)
        if self.case.dropped:
            return self._compare_dropped(inputs[0], outputs)

        leaves = dict(self.module.named_parameters())
        copies = []
        for index, tensor in enumerate(inputs):
            name = self.argument_names[index]
            copies.append(tensor.clone().requires_grad_(name in self.differentiated))
            if name in self.differentiated:
                leaves[name] = copies[-1]
        self.module.zero_grad()
        result = self._reference(tuple(copies))
        loss = project(result, self.direction)
        loss.backward()
        size = float((result.detach() * self.direction).abs().sum())
        self._expect("the value", torch.from_numpy(outputs["loss"]), loss.detach(), size)
        gradients = {name: leaf.grad for name, leaf in leaves.items()}
        largest = max(float(g.abs().max()) for g in gradients.values() if g is not None)
        for name, expected in gradients.items():
            if not leaves[name].requires_grad:
                continue
            if expected is None:
                expected = torch.zeros_like(leaves[name])
            label = name.removeprefix("inner.")
            found = torch.from_numpy(outputs[f"{name} gradient"])
            self._expect(f"the gradient of {label!r}", found, expected, 1e-2 * largest)

    def _compare_dropped(self, x: torch.Tensor, outputs: Mapping[str, Any]) -> None:
        """Random numbers are not PyTorch's: what is zero in the result is so in the gradient."""
        logits = torch.from_numpy(outputs["logits"])
        kept = logits != 0
        if not 0.2 < float(kept.float().mean()) < 0.8:
            raise DiffersError("not half of the elements are kept")
        factor = kept / (1 - self.case.dropped)
        gradient = torch.from_numpy(outputs[f"{self.differentiated[0]} gradient"])
        self._expect("the result", logits, x * factor, 0.0)
        self._expect("the gradient", gradient, self.direction * factor, 0.0)

    def _expect(self, what: str, found: torch.Tensor, expected: torch.Tensor, size: float) -> None:
        bound = self.tolerance * max(float(expected.abs().max()), size) + 1e-30
        difference = float((found.reshape(expected.shape) - expected).abs().max())
        if not difference <= bound:
            raise DiffersError(
                f"{what} differs by {difference:.1e} (PyTorch: up to "
                f"{float(expected.abs().max()):.1e})"
            )


# Where an import or a derivative failed: without paths, versions and numbers of this machine.
_NOISE = re.compile(
    r" \((?:layer '[^']*'(?:, )?)?(?:\S+:\d+)?\)|; write that part.*|: \{ .*|\s+\(lutra\..*"
)


def reason(error: Exception) -> str:
    text = str(error).split("\n")[0]
    if isinstance(error, lutra.CompileError) and error.diagnostics:
        text = error.diagnostics[0].message.split("\n")[0]
    return _NOISE.sub("", text)


_OPERATION = re.compile(r"(?<![\w.#!])((?:linalg|math|tensor|scf)\.\w+)")
_PLUMBING = {
    "linalg.yield",
    "linalg.fill",
    "linalg.index",
    "tensor.empty",
    "tensor.yield",
    "tensor.cast",
    "tensor.expand_shape",
    "tensor.collapse_shape",
    "tensor.extract",
    "tensor.dim",
    "scf.yield",
}


def made_of(text: str) -> str:
    """The kinds of operations that the importer makes of an operator, and so which rules run."""
    kinds = collections.Counter(_OPERATION.findall(text))
    names = sorted(name for name in kinds if name not in _PLUMBING)
    return ", ".join(f"`{name}`" for name in names) or "views"


def check(case: Case) -> Outcome:
    """Compare one operator in everything that the table says."""
    imports = differentiates = False
    kinks = types = ""
    try:
        comparison = Comparison(case, torch.float32)
        imports = True
        comparison.compile()
        comparison.compare(comparison.inputs)
        differentiates = True
        note, types = made_of(comparison.text), "f32"
        if case.kinks:
            try:
                comparison.compare(at_kinks(case, comparison.inputs))
                kinks = "as PyTorch"
            except DiffersError as wrong:
                kinks = "differs"
                note = f"at a kink {wrong}; {note}"
    except Exception as error:  # whatever stops an operator is its row
        note = case.remarks.get("f32") or reason(error)
    if differentiates:
        for name, dtype in (("f64", torch.float64), ("bf16", torch.bfloat16)):
            try:
                comparison = Comparison(case, dtype)
                comparison.compile()
                comparison.compare(comparison.inputs)
                types += f", {name}"
            except Exception as error:
                note += f"; {name}: {case.remarks.get(name) or reason(error)}"
    return Outcome(case.name, case.group, imports, differentiates, kinks, types, note)


def _timed(index: int) -> tuple[Outcome, float]:
    torch.set_num_threads(1)
    start = time.perf_counter()
    return check(CASES[index]), time.perf_counter() - start


def run(pattern: str = "", jobs: int = 0, show_times: bool = False) -> list[Outcome]:
    """The outcomes of all operators, in the order of op_cases.py."""
    indices = [i for i, case in enumerate(CASES) if re.search(pattern, case.name)]
    # New processes: a compiler and PyTorch with threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(jobs or os.cpu_count(), context) as pool:
        results = list(pool.map(_timed, indices))
    if show_times:
        for outcome, seconds in sorted(results, key=lambda item: -item[1])[:12]:
            print(f"{seconds:5.1f} s  {outcome.name}", file=sys.stderr)
    return [outcome for outcome, _ in results]


def markdown(outcomes: list[Outcome]) -> str:
    """The tables, one per group, after their sum."""
    good = sum(outcome.differentiates for outcome in outcomes)
    imported = sum(outcome.imports for outcome in outcomes)
    lines = [
        f"{len(outcomes)} operators: {imported} import, {good} differentiate with PyTorch's "
        "numbers.",
    ]
    for group in dict.fromkeys(outcome.group for outcome in outcomes):
        lines += ["", f"## {group}", ""]
        lines += [
            "| operator | imports | differentiates | at kinks | types | made of, or why not |"
        ]
        lines += ["|---|---|---|---|---|---|"]
        for o in outcomes:
            if o.group == group:
                yes = ["yes" if value else "no" for value in (o.imports, o.differentiates)]
                note = o.note.replace("|", "\\|")
                lines.append(f"| {o.name} | {' | '.join(yes)} | {o.kinks} | {o.types} | {note} |")
    return "\n".join(lines) + "\n"


def table_of(page: str) -> str:
    """What a page has between the marks."""
    return page.split(BEGIN)[1].split(END)[0]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, help="also write the outcomes there")
    parser.add_argument("--update", action="store_true", help="write the table of docs/coverage.md")
    parser.add_argument("--only", default="", metavar="REGEX", help="operators of these names")
    parser.add_argument("--jobs", type=int, default=0, help="processes (default: all cores)")
    parser.add_argument("--times", action="store_true", help="say which operators take long")
    arguments = parser.parse_args()
    outcomes = run(arguments.only, arguments.jobs, arguments.times)
    table = markdown(outcomes)
    print(table)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(o) for o in outcomes], indent=1) + "\n")
    if arguments.update:
        page = PAGE.read_text()
        before, rest = page.split(BEGIN)
        PAGE.write_text(before + BEGIN + table + END + rest.split(END)[1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
