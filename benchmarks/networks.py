#!/usr/bin/env python3
"""Training steps of imported networks beside PyTorch's: time, memory, and seconds to compile.

usage: networks.py [NAME...] [--batch N] [--threads N] [--rounds N] [--json FILE]

Networks of test/Corpus/models.py at widths that are in use, 32 x 32 images, SGD. Each network is
compiled exact, and approximate (truncated:8x8:drop=7, LUT-1D); all take turns with PyTorch within
each round, so that whatever else the machine does meets them alike. The median over rounds is
reported as a ratio to PyTorch's exact float step.

Memory is what a step needs besides parameters, buffers and optimizer state: Lutra's workspace (one
arena, planned when it is compiled), and the peak of PyTorch's allocator. Both hold activations and
gradients; neither counts what oneDNN allocates by itself.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "test" / "Corpus"))
import models

MULTIPLIER, ESTIMATOR = "truncated:8x8:drop=7", "lut-1d"
# Name: (constructor, shape of one sample).
NETWORKS: dict[str, tuple[Callable[[], torch.nn.Module], tuple[int, ...]]] = {
    "VGG, batch norm": (lambda: models.VGG((64, 128, 256)), (3, 32, 32)),
    "ResNet-18": (lambda: models.ResNet18((64, 128, 256, 512)), (3, 32, 32)),
    "ResNet-50, 4 blocks": (lambda: models.ResNet50(64), (3, 32, 32)),
    "MobileNetV2": (lambda: models.MobileNetV2(width=8), (3, 32, 32)),
    "DenseNet": (lambda: models.DenseNet(growth=24), (3, 32, 32)),
    "EfficientNet": (lambda: models.EfficientNet(width=8), (3, 32, 32)),
    "ViT-tiny, 12 layers": (lambda: models.ViT(32, 4, 192, 3, 12), (3, 32, 32)),
    "GPT, 4 layers": (lambda: models.GPT(256, 64, 128, 4, 4), (64,)),
    "MLP-Mixer": (lambda: models.Mixer(dim=128), (3, 16, 16)),
}


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """The profiler greets on standard error."""
    saved, null = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    try:
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(null)


class TorchStep:
    """Eager PyTorch."""

    def __init__(self, module: torch.nn.Module, x: torch.Tensor, y: torch.Tensor) -> None:
        self.module, self.x, self.y = module.train(), x, y
        self.optimizer = torch.optim.SGD(module.parameters(), 0.01)

    def __call__(self) -> None:
        self.optimizer.zero_grad()
        logits = self.module(self.x)
        F.cross_entropy(logits.flatten(0, -2), self.y.flatten()).backward()
        self.optimizer.step()

    def peak_bytes(self) -> int:
        """Most bytes that a step's tensors take at one time."""
        from torch.profiler import ProfilerActivity, profile

        self.optimizer.zero_grad()
        with quiet(), profile(activities=[ProfilerActivity.CPU], profile_memory=True) as trace:
            self()
        now = peak = 0
        for event in trace.profiler.kineto_results.events():
            if event.name() == "[memory]":
                now += event.nbytes()
                peak = max(peak, now)
        return peak


def measure(name: str, batch: int, threads: int, rounds: int) -> dict[str, Any]:
    torch.manual_seed(0)
    make, shape = NETWORKS[name]
    module = make()
    x = torch.randint(0, 256, (batch, *shape)) if len(shape) == 1 else torch.randn(batch, *shape)
    with torch.no_grad():
        logits = module.eval()(x).shape
    y = torch.randint(0, logits[-1], logits[:-1])
    start = time.perf_counter()
    model = lutra.from_torch(module, x)
    row: dict[str, Any] = {"network": name, "import_seconds": time.perf_counter() - start}
    configurations = {
        "exact": model,
        "approximate": model.approximate(MULTIPLIER, gradient=ESTIMATOR),
    }
    steps: dict[str, Callable[[], object]] = {"torch": TorchStep(module, x, y)}
    for key, value in configurations.items():
        compiled = value.training_step(lutra.SGD(0.01), threads=threads)
        data = x.numpy(), y.numpy()
        steps[key] = lambda compiled=compiled, data=data: compiled(*data)
        row[key] = {
            "compile_seconds": compiled.compile_seconds,
            "workspace_bytes": compiled.workspace_bytes,
        }
    times: dict[str, list[float]] = {key: [] for key in steps}
    for step in steps.values():
        step()
    for _ in range(rounds):
        for key, step in steps.items():
            step()  # the other's threads and caches are gone after this one
            start = time.perf_counter()
            step()
            times[key].append(time.perf_counter() - start)
    reference = float(np.median(times["torch"]))
    row["torch"] = {"milliseconds": 1e3 * reference, "peak_bytes": steps["torch"].peak_bytes()}
    for key in configurations:
        median = float(np.median(times[key]))
        row[key] |= {"milliseconds": 1e3 * median, "ratio": median / reference}
    return row


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NETWORKS))
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers here")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(NETWORKS)
    if unknown:
        parser.error(f"unknown network {min(unknown)!r} (known: {', '.join(NETWORKS)})")
    torch.set_num_threads(arguments.threads)
    print(
        f"batch {arguments.batch}, {arguments.threads} threads, median of {arguments.rounds} "
        f"rounds; approximate: {MULTIPLIER}, {ESTIMATOR}"
    )
    print(
        f"{'':22}{'import':>8}{'compile s':>16}{'torch':>9}{'exact':>8}{'approx.':>9}"
        f"{'torch':>9}{'exact':>8}{'approx.':>9}"
    )
    print(f"{'':22}{'s':>8}{'exact  approx.':>16}{'ms':>9}{'/torch':>8}{'/torch':>9}{'MB':>9}")
    rows = []
    for name in arguments.names or NETWORKS:
        row = measure(name, arguments.batch, arguments.threads, arguments.rounds)
        rows.append(row)
        torch_, exact, approximate = row["torch"], row["exact"], row["approximate"]
        seconds = f"{exact['compile_seconds']:.1f}{approximate['compile_seconds']:8.1f}"
        print(
            f"{name:22}{row['import_seconds']:8.1f}{seconds:>16}{torch_['milliseconds']:9.1f}"
            f"{exact['ratio']:8.2f}{approximate['ratio']:9.2f}{torch_['peak_bytes'] / 1e6:9.1f}"
            f"{exact['workspace_bytes'] / 1e6:8.1f}{approximate['workspace_bytes'] / 1e6:9.1f}",
            flush=True,
        )
    if arguments.json:
        from lutra.files import renamed_when_complete

        data = {"machine": platform.machine(), "options": vars(arguments), "rows": rows}
        with renamed_when_complete(arguments.json) as temporary:
            temporary.write_text(json.dumps(data, indent=1, default=str) + "\n")


if __name__ == "__main__":
    main()
