#!/usr/bin/env python3
"""The models that ONNX ships to test its backends, and what `lutra.from_onnx` makes of them.

usage: peer_onnx.py [--only REGEX] [--update]

A node of each operator in many forms, its expansion into other operators where it has one, and
models that PyTorch wrote. Values are compared with those that come with them. Prints where the
verdicts differ from the list in peer_onnx_results.json; --update writes the list and the table of
docs/coverage.md. The whole takes about half an hour of one core.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import json
import os
import re
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import onnx
import peers
from onnx import numpy_helper
from onnx.backend.test.case import node as node_cases
from onnx.backend.test.case.utils import import_recursive

SUITE = "onnx"
RECORD = peers.Record(
    Path(__file__).resolve().parent / "peer_onnx_results.json", "onnx peers", (SUITE,)
)
# For one case, the compiler included.
SECONDS = 150
# At least these, as the reference implementations of some are themselves in f32.
RELATIVE, ABSOLUTE = 1e-3, 1e-5
_TYPES = {"bool", "float32", "float64"} | {f"{u}int{n}" for u in ("", "u") for n in (8, 16, 32, 64)}
# What tells one refusal from another of the same kind.
_SITE = re.compile(
    r"^\S*model\.onnx:? |^<text>:\d+:\d+: (error: )?| \(node '[^']*'\)|, node name: [^)]*"
    r"| \(layer '[^']*'\)| \(lutra\..*"
)
_FOLDERS = ("pytorch-converted", "pytorch-operator", "simple")
_DATA = Path(onnx.__file__).parent / "backend" / "test" / "data"


@dataclass(frozen=True)
class Case:
    """`make` returns the model, its inputs and outputs in the graph's order, and tolerances."""

    name: str
    make: Callable[[], tuple[Any, Sequence[Any], Sequence[Any], float, float]]


def _node_cases(modules: Sequence[str]) -> Iterator[Case]:
    """Those of some modules of the package, or all, which takes some ten seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of references that divide by 0 on purpose
        for module in modules:
            importlib.import_module(f"{node_cases.__name__}.{module}")
        if not modules:
            import_recursive(node_cases)
    for case in node_cases._NodeTestCases:

        def make(case: Any = case) -> Any:
            inputs, outputs = case.data_sets[0]
            return case.model, inputs, outputs, case.rtol, case.atol

        yield Case(f"node/{case.name}", make)


def _stored(path: Path) -> Any:
    tensor = onnx.TensorProto()
    tensor.ParseFromString(path.read_bytes())
    return numpy_helper.to_array(tensor)


def _folder_cases() -> Iterator[Case]:
    for kind in _FOLDERS:
        for folder in sorted((_DATA / kind).glob("test_*")):

            def make(folder: Path = folder) -> Any:
                data = folder / "test_data_set_0"
                inputs, outputs = (
                    [
                        _stored(data / f"{which}_{index}.pb")
                        for index in range(len(list(data.glob(f"{which}_*.pb"))))
                    ]
                    for which in ("input", "output")
                )
                return onnx.load(folder / "model.onnx"), inputs, outputs, RELATIVE, ABSOLUTE

            yield Case(f"{kind}/{folder.name}", make)


@functools.cache
def cases(modules: tuple[str, ...] = ()) -> list[Case]:
    """All of them, or nodes of some modules alone, such as ``"relu"``."""
    if modules:
        return list(_node_cases(modules))
    return [*_node_cases(()), *_folder_cases()]


def _taken(value: Any) -> bool:
    """Whether it is an array of a type that functions of ours have."""
    return isinstance(value, np.ndarray) and value.dtype.name in _TYPES


def _difference(wanted: Sequence[Any], found: Sequence[Any], rtol: float, atol: float) -> str:
    """What differs first; empty where nothing does."""
    if len(wanted) != len(found):
        return f"{len(found)} results for {len(wanted)}"
    for index, (x, y) in enumerate(zip(wanted, found, strict=True)):
        if x.shape != y.shape or x.dtype != y.dtype:
            return f"[{index}] {y.shape} {y.dtype} for {x.shape} {x.dtype}"
        a, b = x.astype(np.float64), y.astype(np.float64)
        if not np.allclose(a, b, max(rtol, RELATIVE), max(atol, ABSOLUTE), equal_nan=True):
            if not np.array_equal(np.isfinite(a), np.isfinite(b)):
                return f"[{index}] infinity or NaN differs"
            with np.errstate(invalid="ignore"):
                differs = np.nanmax(np.abs(a - b))
            return f"[{index}] differs by {differs:.1e} of {np.nanmax(np.abs(a)):.1e}"
    return ""


def _reason(error: BaseException) -> str:
    """One line without what differs from case to case."""
    lines = str(error).strip().splitlines()
    return _SITE.sub("", lines[0])[:140].rstrip() if lines else type(error).__name__


def verdict(case: Case) -> str:
    """``right``, ``refused: ...``, ``wrong: ...`` or ``skipped: ...``."""
    try:
        model, inputs, wanted, rtol, atol = case.make()
    except Exception as error:  # sequences and optional values are not tensors
        return f"skipped: not of tensors: {type(error).__name__}"
    if not all(map(_taken, (*inputs, *wanted))):
        return "skipped: inputs or outputs of other types"
    stored = {tensor.name for tensor in model.graph.initializer}
    names = [value.name for value in model.graph.input if value.name not in stored]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        onnx.save(model, path)
        try:
            imported = lutra.from_onnx(path)
            function = imported.module.compile()[imported.function]
            given = {**dict(zip(names, inputs, strict=True)), **imported.initial_values}
            found = function({a.name: given[a.name] for a in imported.signature.arguments})
        except lutra.LutraError as error:
            return f"refused: {_reason(error)}"
        except Exception as error:
            return f"wrong: {type(error).__name__}: {_reason(error)}"
    difference = _difference(wanted, [np.asarray(x) for x in found.values()], rtol, atol)
    return f"wrong: {difference}" if difference else "right"


def work(batches: list[list[str]]) -> None:
    """Print a line of JSON before and after each batch of cases."""
    os.environ.setdefault("LUTRA_CACHE", "")
    known = {case.name: case for case in cases()}
    for names in batches:
        print(json.dumps([names]), flush=True)
        print(json.dumps([names, [verdict(known[name]) for name in names]]), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", metavar="REGEX", help="cases of these names")
    parser.add_argument("--update", action="store_true", help="write the list and the table")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        work(json.load(sys.stdin))
        return 0
    chosen = [[case.name] for case in cases() if re.search(arguments.only, case.name)]
    command = [sys.executable, __file__, "--work"]
    found = peers.tell(SUITE, peers.answers(command, chosen, SECONDS))
    is_same = RECORD.compare(found, is_all=not arguments.only, update=arguments.update)
    return 0 if is_same or arguments.update else 1


if __name__ == "__main__":
    sys.exit(main())
