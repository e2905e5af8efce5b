#!/usr/bin/env python3
"""Step time of LeNet-5 (batch 64, Adam): compiled by Lutra, and by PyTorch in eager mode.

usage: lenet5_step.py [--batch N] [--threads N] [--rounds N] [--json FILE]

All configurations take turns within each round, so that whatever else the
machine does meets them alike; the median over rounds is reported, and its
ratio to PyTorch's exact float step. Peak memory is that of a process of its
own which compiles and runs one configuration.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

MULTIPLIER = "or_compressed:8x8"
CONFIGURATIONS = ("torch", "exact float", "int8", "ste", "lut-1d", "lut-2d:hws=16")

Step = Callable[[], object]


def batch(size: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(0)
    x = generator.normal(size=(size, 1, 28, 28)).astype(np.float32)
    return x, generator.integers(0, 10, size)


def torch_step(size: int, threads: int) -> tuple[Step, float]:
    import torch
    import torch.nn.functional as F  # noqa: N812
    from torch import nn

    torch.set_num_threads(threads)
    network = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120),
        nn.ReLU(),
        nn.Linear(120, 84),
        nn.ReLU(),
        nn.Linear(84, 10),
    )
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    x, y = (torch.tensor(part) for part in batch(size))

    def step() -> float:
        optimizer.zero_grad()
        loss = F.cross_entropy(network(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step, 0.0


def lutra_step(name: str, size: int, threads: int) -> tuple[Step, float]:
    import lutra
    from lutra.networks import lenet5

    model = lutra.load(lenet5(size))
    if name == "int8":
        model = model.approximate("exact:8x8")
    elif name != "exact float":
        model = model.approximate(MULTIPLIER, gradient=name)
    compiled = model.training_step(lutra.Adam(1e-3), threads=threads)
    x, y = batch(size)
    return lambda: compiled(x, y), compiled.compile_seconds


def make(name: str, size: int, threads: int) -> tuple[Step, float]:
    return torch_step(size, threads) if name == "torch" else lutra_step(name, size, threads)


def peak_megabytes(name: str, arguments: argparse.Namespace) -> float:
    command = [sys.executable, __file__, "--only", name]
    command += ["--batch", str(arguments.batch), "--threads", str(arguments.threads)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(result.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=15, help="measurements per configuration")
    parser.add_argument("--steps", type=int, default=10, help="steps per measurement")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers here")
    parser.add_argument("--only", choices=CONFIGURATIONS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        step, _ = make(arguments.only, arguments.batch, arguments.threads)
        for _ in range(5):
            step()
        # Of this program alone; getrusage() would count what the parent had before exec.
        status = Path("/proc/self/status").read_text()
        print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
        return

    made = {name: make(name, arguments.batch, arguments.threads) for name in CONFIGURATIONS}
    times: dict[str, list[float]] = {name: [] for name in CONFIGURATIONS}
    for step, _ in made.values():
        for _ in range(5):
            step()
    for _ in range(arguments.rounds):
        for name, (step, _) in made.items():
            step()  # the other configuration's threads and caches are gone after this one
            start = time.perf_counter()
            for _ in range(arguments.steps):
                step()
            times[name].append((time.perf_counter() - start) / arguments.steps)
    reference = float(np.median(times["torch"]))
    rows = []
    for name, (_, compile_seconds) in made.items():
        low, median, high = (1e3 * float(q) for q in np.quantile(times[name], (0.1, 0.5, 0.9)))
        rows.append(
            {
                "configuration": name,
                "milliseconds": median,
                "p10": low,
                "p90": high,
                "ratio_to_torch": median / 1e3 / reference,
                "compile_seconds": compile_seconds,
                "peak_megabytes": peak_megabytes(name, arguments),
            }
        )
    print(
        f"LeNet-5, batch {arguments.batch}, Adam, {arguments.threads} threads, median of "
        f"{arguments.rounds} x {arguments.steps} steps; approximate: {MULTIPLIER}"
    )
    print(f"{'':16}{'ms/step':>9}{'p10-p90':>16}{'/ torch':>9}{'compile s':>11}{'peak MB':>9}")
    for row in rows:
        spread = f"{row['p10']:.2f}-{row['p90']:.2f}"
        print(
            f"{row['configuration']:16}{row['milliseconds']:9.2f}{spread:>16}"
            f"{row['ratio_to_torch']:9.2f}{row['compile_seconds']:11.2f}"
            f"{row['peak_megabytes']:9.0f}"
        )
    if arguments.json:
        from lutra.files import renamed_when_complete

        data = {
            "machine": platform.machine(),
            "multiplier": MULTIPLIER,
            "options": vars(arguments),
            "rows": rows,
        }
        with renamed_when_complete(arguments.json) as temporary:
            temporary.write_text(json.dumps(data, indent=1, default=str) + "\n")


if __name__ == "__main__":
    main()
