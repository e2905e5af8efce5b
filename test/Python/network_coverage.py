#!/usr/bin/env python3
"""Which networks import, differentiate, become approximate and train, found by running them.

usage: network_coverage.py [--update] [--only NAME[,NAME...]]

The networks are those of test/Corpus/models.py. For each:

* imports: the frontend takes it;
* differentiates: loss and every gradient are the framework's, to 1e-4 of the largest element;
* approximates: how many of its contractions an approximate multiplier takes;
* trains: exact, the loss of a few steps is the framework's; approximate, it falls at least a
  quarter as far in twenty steps;
* drop-in: `lutra.torch.approximate` gives the same loss and gradients in PyTorch's own loop.

Prints the table; --update writes it into docs/coverage.md, which test_network_coverage.py compares.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import copy
import multiprocessing
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "test" / "Corpus"))
import models  # noqa: E402

PAGE = ROOT / "docs" / "coverage.md"
BEGIN, END = "<!-- networks -->\n", "<!-- end of networks -->\n"
MULTIPLIER, ESTIMATOR = "truncated:8x8:drop=7", "lut-1d"
COLUMNS = ("imports", "differentiates", "approximates", "trains", "drop-in")


class WrongError(Exception):
    """Numbers that are not the framework's."""


def close(what: str, got: Any, expected: Any, scale: float = 0.0) -> None:
    """IR's tolerance: 1e-4 of the largest element, 1e-6 of the largest of all tensors."""
    expected = np.asarray(expected, np.float64)
    limit = 1e-4 * np.abs(expected).max(initial=0) + 1e-6 * scale
    if not np.abs(np.asarray(got, np.float64) - expected).max(initial=0) <= limit:
        raise WrongError(f"{what} differs")


@dataclass
class Network:
    """A network with a batch, and what the columns are found from."""

    name: str
    module: torch.nn.Module
    x: torch.Tensor
    y: torch.Tensor

    def loss(self, module: Any) -> torch.Tensor:
        logits = module(self.x)
        return torch.nn.functional.cross_entropy(logits.flatten(0, -2), self.y.flatten())

    def imports(self) -> str:
        self.model = lutra.from_torch(self.module, self.x)
        return "yes"

    def differentiates(self) -> str:
        module = copy.deepcopy(self.module)
        loss = self.loss(module)
        loss.backward()
        state = {**self.model.initial_parameters(), **self.model.initial_buffers()}
        data = next(iter(self.model.arguments("input")))
        got = self.model.value_and_grad(threads=1)(
            {**state, data: self.x.numpy(), "label": self.y.numpy()}
        )
        close("the loss", got["loss"], loss.item())
        gradients = {name: p.grad.numpy() for name, p in module.named_parameters()}
        largest = max(np.abs(g).max() for g in gradients.values())
        for name, gradient in gradients.items():
            close(f"the gradient of {name}", got[f"{name} gradient"], gradient, largest)
        return f"yes ({len(gradients)} gradients)"

    def approximates(self) -> str:
        self.approximate = self.model.approximate(MULTIPLIER, gradient=ESTIMATOR)
        layers = self.approximate.layers.values()
        taken = sum(layer["policy"] == "approximate" for layer in layers)
        return f"{taken} of {len(layers)}"

    def trains(self) -> str:
        module = copy.deepcopy(self.module)
        optimizer = torch.optim.SGD(module.parameters(), 1e-3)
        step = self.model.training_step(lutra.SGD(1e-3), threads=1)
        for _ in range(3):
            optimizer.zero_grad()
            loss = self.loss(module)
            loss.backward()
            optimizer.step()
            close("the loss of a step", step(self.x.numpy(), self.y.numpy()), loss.item())
        # Quantised training is slower: the ranges of the activations follow by a tenth a step.
        module = copy.deepcopy(self.module)
        optimizer = torch.optim.Adam(module.parameters(), 1e-2)
        step = self.approximate.training_step(lutra.Adam(1e-2), threads=1)
        exact, losses = [], []
        for _ in range(20):
            optimizer.zero_grad()
            loss = self.loss(module)
            loss.backward()
            optimizer.step()
            exact.append(loss.item())
            losses.append(step(self.x.numpy(), self.y.numpy()))
        if not losses[0] - losses[-1] > 0.25 * (exact[0] - exact[-1]) > 0:
            raise WrongError(
                "the loss falls less than a quarter as far on the approximate multiplier"
            )
        return "yes"

    def drop_in(self) -> str:
        import lutra.torch

        module = copy.deepcopy(self.module)
        exact = lutra.torch.approximate(copy.deepcopy(self.module), self.x, threads=1)
        expected, loss = self.loss(module), self.loss(exact)
        expected.backward()
        loss.backward()
        close("the loss", loss.item(), expected.item())
        gradients = {name: p.grad.numpy() for name, p in module.named_parameters()}
        largest = max(np.abs(g).max() for g in gradients.values())
        for name, parameter in exact.named_parameters():
            close(f"the gradient of {name}", parameter.grad.numpy(), gradients[name], largest)
        return "yes"


def network(name: str) -> Network:
    torch.manual_seed(0)
    make, example = models.MODELS[name]
    module, x = make(), example()
    with torch.no_grad():
        shape = copy.deepcopy(module)(x).shape
    return Network(name, module, x, torch.randint(0, shape[-1], shape[:-1]))


def sentence(error: Exception) -> str:
    """What is said of a failure, without where: lines of source move."""
    if isinstance(error, lutra.CompileError) and error.diagnostics:
        return error.diagnostics[0].message.splitlines()[0]
    return str(error).splitlines()[0].split(" (layer")[0]


def row(name: str) -> tuple[str, ...]:
    """Name, columns, note: the columns after the first failure are empty."""
    case = network(name)
    steps: tuple[Callable[[], str], ...] = (
        case.imports,
        case.differentiates,
        case.approximates,
        case.trains,
        case.drop_in,
    )
    cells, note = [], ""
    for step in steps:
        try:
            cells.append(step())
        except (lutra.LutraError, WrongError) as error:
            cells.append("no")
            note = sentence(error)
            break
    cells += [""] * (len(steps) - len(cells))
    return (name, *cells, note)


def table(names: list[str]) -> str:
    """Markdown; one process a core, each on one thread."""
    heads = ("network", *COLUMNS, "note")
    workers = concurrent.futures.ProcessPoolExecutor(
        mp_context=multiprocessing.get_context("spawn"),
        initializer=torch.set_num_threads,
        initargs=(1,),
    )
    with workers:
        rows = [heads, tuple("---" for _ in heads), *workers.map(row, names)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def table_of(page: str) -> str:
    """The table that a page has."""
    return page.partition(BEGIN)[2].partition(END)[0]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write docs/coverage.md")
    parser.add_argument("--only", help="names, separated by commas")
    arguments = parser.parse_args()
    names = arguments.only.split(",") if arguments.only else list(models.MODELS)
    text = table(names)
    print(text, end="")
    if arguments.update:
        page = PAGE.read_text()
        PAGE.write_text(page.replace(f"{BEGIN}{table_of(page)}{END}", f"{BEGIN}{text}{END}"))


if __name__ == "__main__":
    main()
