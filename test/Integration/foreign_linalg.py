#!/usr/bin/env python3
"""Runs our passes over linalg that others wrote, and tells what they do to it.

usage: foreign_linalg.py [--jobs N] [--limit SECONDS] FILE_OR_FOLDER...

Every file (*.mlir, also in folders below) is split at its `// -----` lines, and every piece into
its functions, where each of them parses alone. Every pass runs over every piece that parses: it
may refuse it, with an error, or change it to what verifies and parses again. Dying, taking longer
than the limit, failing without an error and leaving something else are faults, and make the exit
status 1.

Files of the project itself are in test/Integration/Inputs; those of MLIR (mlir/test/Dialect/Linalg)
are another good choice.
"""

import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

FUNCTION = "builtin.module(func.func({}))"
MODULE = "builtin.module({})"
PIPELINES = {
    **{
        name: FUNCTION.format(name)
        for name in (
            "approx-fuse",
            "approx-verify-contractions",
            "approx-separate-fills",
            "approx-relax-reductions",
            "approx-collapse-loops",
            "approx-expand-narrow-floats",
            "approx-expand-math",
        )
    },
    **{
        name: MODULE.format(name)
        for name in (
            "approx-prepare",
            "approx-inline-calls",
            "approx-expand-skipped-padding",
            "approx-simplify-gradients",
            "approx-factorize",
            "approx-materialize-tables",
            "approx-freeze-ranges",
            "convert-approx-to-linalg",
            "approx-prepare-boundary",
            "approx-finalize-boundary",
            "approx-plan-memory",
            "convert-approx-to-runtime",
            "approx-outline-loops",
            "approx-hold-narrow-floats-as-integers",
            "approx-parallelize-calls",
            "approx-add-loss",
            "approx-autodiff",
            "approx-build-training-step",
            "approx-lower-to-cpu",
            "approx-train-pipeline",
        )
    },
    "convert-linalg-to-approx": MODULE.format(
        "convert-linalg-to-approx{multiplier=truncated:8x8:drop=9}"
    ),
    # What the roles would be does not matter for a derivative.
    "gradients": MODULE.format(
        "approx-prepare{roles=parameter:@ARGUMENTS@ results=@RESULTS@},approx-autodiff"
    ),
}


def run(text: str, arguments: list[str], limit: float) -> tuple[int | None, str, str]:
    """approx-opt over `text`: its exit status, none where it took too long, and what it wrote."""
    command = ["approx-opt", "-", *arguments]
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, "", ""
    return done.returncode, done.stdout, done.stderr


def functions(piece: str) -> list[str]:
    """A piece as one of each function, with everything that is not a function before it."""
    starts = [match.start() for match in re.finditer(r"^func\.func ", piece, re.MULTILINE)]
    if len(starts) < 2:
        return [piece]
    ends = [*starts[1:], len(piece)]
    shared = "\n".join(re.findall(r"^[#!]\w.*$", piece, re.MULTILINE))
    return [f"{shared}\n{piece[a:b]}" for a, b in zip(starts, ends, strict=True)]


def pieces(path: pathlib.Path, limit: float) -> list[tuple[str, str]]:
    """Names and texts of what parses."""
    found = []
    for number, piece in enumerate(path.read_text().split("// -----")):
        parts = functions(piece)
        if any(run(part, [], limit)[0] != 0 for part in parts):
            parts = [piece]
        for index, part in enumerate(parts):
            if run(part, [], limit)[0] == 0:
                found.append((f"{path.name}#{number}.{index}", part))
    return found


def judge(text: str, pipeline: str, limit: float) -> tuple[str, str]:
    """What a pipeline did: changed, refused, or one of the faults; and its first error."""
    signature = re.search(r"func\.func @\w+\((.*?)\)", text, re.DOTALL)
    arguments = signature.group(1).count("%") if signature else 0
    pipeline = pipeline.replace("@ARGUMENTS@", str(arguments))
    results = re.search(r"return\b[^:\n]*", text)
    count = len(results.group(0).split(",")) if results and "%" in results.group(0) else 0
    pipeline = pipeline.replace("@RESULTS@", ",".join(["loss", *["logits"] * (count - 1)][:count]))
    status, output, errors = run(text, [f"--pass-pipeline={pipeline}"], limit)
    error = re.search(r"error: (.*)", errors)
    first = error.group(1) if error else errors[-300:]
    if status is None:
        return "endless", ""
    if status not in (0, 1):
        return "dead", first
    if status == 1:
        if not error:
            return "no reason", first
        internal = "does not dominate" in first or "failed to verify" in errors
        return ("invalid" if internal else "refused"), first
    again, _, errors = run(output, [], limit)
    return ("changed", "") if again == 0 else ("invalid", errors[:300])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=pathlib.Path, metavar="FILE_OR_FOLDER")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--limit", type=float, default=30, help="seconds for a pass")
    parser.add_argument("--only", help="one pipeline instead of all", choices=PIPELINES)
    options = parser.parse_args()
    files = [
        file
        for path in options.paths
        for file in (sorted(path.rglob("*.mlir")) if path.is_dir() else [path])
    ]
    pipelines = {options.only: PIPELINES[options.only]} if options.only else PIPELINES
    tally: collections.Counter[str] = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        texts = [
            text for found in pool.map(lambda f: pieces(f, options.limit), files) for text in found
        ]
        runs = [(name, text, key) for name, text in texts for key in pipelines]
        verdicts = pool.map(lambda r: judge(r[1], pipelines[r[2]], options.limit), runs)
        for (name, _, key), (verdict, reason) in zip(runs, verdicts, strict=True):
            tally[verdict] += 1
            if verdict not in ("changed", "refused"):
                print(f"{verdict}: {key} over {name}: {reason}", flush=True)
    counts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(tally.items()))
    print(f"{len(texts)} pieces of {len(files)} files, {len(runs)} runs: {counts or 'none'}")
    return 1 if set(tally) - {"changed", "refused"} else 0


if __name__ == "__main__":
    sys.exit(main())
