#!/usr/bin/env python3
"""PyTorch's own sample inputs through the drop-in: value and gradients as PyTorch's, or a refusal.

usage: peer_suites.py [--only REGEX] [--update]

Runs every case of peer_cases.py in a process that a death or a loop without end does not stop, and
prints where the verdicts differ from the list in peer_results.json; --update writes the list and
the table of docs/coverage.md. The whole takes about an hour of one core.
"""

from __future__ import annotations

import argparse
import collections
import functools
import json
import re
import selectors
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import peer_cases
import torch
import torch._export.utils

HERE = Path(__file__).resolve().parent
LIST = HERE / "peer_results.json"
PAGE = HERE.parents[1] / "docs" / "coverage.md"
BEGIN, END = "<!-- peers -->\n", "<!-- end of peers -->\n"
SUITES = ("module_db", "op_db")
# For a batch of cases, the compiler included.
SECONDS = 600
MOST_TOGETHER = 6


def _hurry() -> None:
    """Take the time of an import that PyTorch spends on all of its operators but the case's.

    It asks for them anew for each namespace, and writes 20,000 entries to its tables, each by a
    function whose annotations are made for the call.
    """
    utils: Any = torch._export.utils
    utils._materialize_cpp_cia_ops = functools.cache(utils._materialize_cpp_cia_ops)
    operators: Any = torch._ops.OperatorBase
    py_impl = operators.py_impl

    def register(operator: Any, key: Any, function: Any) -> Any:
        assert key not in operator.py_kernels
        operator.py_kernels[key] = function
        operator._dispatch_cache.clear()
        return function

    def quick(operator: Any, key: Any) -> Any:
        if not isinstance(key, torch._C.DispatchKey):
            return py_impl(operator, key)
        return functools.partial(register, operator, key)

    operators.py_impl = quick


def work(suite: str, batches: list[list[str]]) -> None:
    """Print a line of JSON before and after each batch of cases."""
    torch.set_num_threads(1)
    _hurry()
    known = {case.name: case for case in peer_cases.cases(suite)}
    for names in batches:
        print(json.dumps([names]), flush=True)
        found = peer_cases.verdicts([known[name] for name in names])
        print(json.dumps([names, found]), flush=True)


def _batches(names: list[str]) -> list[list[str]]:
    """Samples of one operator, or of one module in one mode, are taken as one module."""
    together: dict[str, list[str]] = {}
    for name in names:
        together.setdefault(name.rsplit("[", 1)[0], []).append(name)
    return [
        group[start : start + MOST_TOGETHER]
        for group in together.values()
        for start in range(0, len(group), MOST_TOGETHER)
    ]


def verdicts(suite: str, names: list[str]) -> Iterator[tuple[str, str]]:
    """Name and verdict of each; a worker that dies is started anew behind its case."""
    left = _batches(names)
    while left:
        command = [sys.executable, __file__, "--work", suite]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as worker:
            assert worker.stdin
            assert worker.stdout
            worker.stdin.write(json.dumps(left).encode())
            worker.stdin.close()
            selector = selectors.DefaultSelector()
            selector.register(worker.stdout, selectors.EVENT_READ)
            end = "the process died"
            while True:
                if not selector.select(SECONDS):
                    end = f"no end within {SECONDS} s"
                    worker.kill()
                    break
                line = worker.stdout.readline()
                if not line:
                    break
                parts = json.loads(line)
                if len(parts) == 2:
                    left.remove(parts[0])
                    yield from zip(*parts, strict=True)
        if left:
            guilty = left.pop(0)
            if len(guilty) > 1:  # one of them: each alone
                left = [[name] for name in guilty] + left
            else:
                yield guilty[0], f"wrong: {end}"


def run(pattern: str = "") -> dict[str, str]:
    """All verdicts by name of suite and case."""
    found = {}
    for suite in SUITES:
        names = [case.name for case in peer_cases.cases(suite)]
        chosen = [name for name in names if re.search(pattern, f"{suite} {name}")]
        for name, what in verdicts(suite, chosen):
            if what == peer_cases.NO_SAMPLE:
                continue
            found[f"{suite} {name}"] = what
            print(f"{suite} {name}: {what}", file=sys.stderr, flush=True)
    return found


def markdown(found: dict[str, str]) -> str:
    """Counts, and what is not right with its reason; cases of one reason are one row."""
    lines = ["| suite | right | refused | wrong | skipped |", "|---|---|---|---|---|"]
    kinds = ("right", "refused", "wrong", "skipped")
    for suite in SUITES:
        count = collections.Counter(
            what.split(":")[0] for name, what in found.items() if name.startswith(suite)
        )
        if count:
            lines.append(f"| {suite} | " + " | ".join(str(count[kind]) for kind in kinds) + " |")
    reasons: dict[str, list[str]] = {}
    for name, what in found.items():
        if not what.startswith(("right", "skipped")):
            entry = name.split(" ", 1)[1].split("[")[0]
            names = reasons.setdefault(what, [])
            if entry not in names:
                names.append(entry)
    lines += ["", "| not right | of |", "|---|---|"]
    for what, names in sorted(reasons.items()):
        lines.append(f"| {what.replace('|', chr(92) + '|')} | {', '.join(sorted(names))} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", metavar="REGEX", help="cases of these names")
    parser.add_argument("--update", action="store_true", help="write the list and the table")
    parser.add_argument("--work", choices=SUITES, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        work(arguments.work, json.load(sys.stdin))
        return 0
    found = run(arguments.only)
    listed = json.loads(LIST.read_text()) if LIST.exists() else {}
    changed = {name: what for name, what in found.items() if listed.get(name) != what}
    for name, what in changed.items():
        print(f"{name}: {what} (before: {listed.get(name, 'not there')})")
    if arguments.update:
        listed = {**listed, **found} if arguments.only else found
        LIST.write_text(json.dumps(listed, indent=0) + "\n")
        page = PAGE.read_text()
        before, rest = page.split(BEGIN)
        PAGE.write_text(before + BEGIN + markdown(listed) + END + rest.split(END)[1])
    return 1 if changed and not arguments.update else 0


if __name__ == "__main__":
    sys.exit(main())
