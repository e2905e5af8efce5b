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
import json
import re
import selectors
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import peer_cases
import torch

HERE = Path(__file__).resolve().parent
LIST = HERE / "peer_results.json"
PAGE = HERE.parents[1] / "docs" / "coverage.md"
BEGIN, END = "<!-- peers -->\n", "<!-- end of peers -->\n"
SUITES = ("module_db", "op_db")
# For one case, the compiler included.
SECONDS = 150


def work(suite: str, names: list[str]) -> None:
    """Print a line of JSON before and after each case."""
    torch.set_num_threads(1)
    known = {case.name: case for case in peer_cases.cases(suite)}
    for name in names:
        print(json.dumps([name]), flush=True)
        print(json.dumps([name, peer_cases.verdict(known[name])]), flush=True)


def verdicts(suite: str, names: list[str]) -> Iterator[tuple[str, str]]:
    """Name and verdict of each; a worker that dies is started anew behind its case."""
    left = list(names)
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
                    yield parts[0], parts[1]
        if left:
            yield left.pop(0), f"wrong: {end}"


def run(pattern: str = "") -> dict[str, str]:
    """All verdicts by name of suite and case."""
    found = {}
    for suite in SUITES:
        names = [case.name for case in peer_cases.cases(suite)]
        chosen = [name for name in names if re.search(pattern, f"{suite} {name}")]
        for name, what in verdicts(suite, chosen):
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
