"""`lutra train`: options, progress, output of the main job."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lutra.digits import DigitsJob, DigitsOptions, Progress, Results
from lutra.errors import InputError, LutraError
from lutra.files import renamed_when_complete
from lutra.model import FACTORIZE_POLICIES, PADDINGS
from lutra.plots import plot_results
from lutra.report import (
    COLUMNS,
    choices,
    comparisons,
    conditions,
    describe_multipliers,
    method,
    sentence,
    summary,
    table_rows,
)

DESCRIPTION = """\
Train a small convolutional network on scikit-learn's handwritten digits in
float, evaluate it on exact and approximate 8-bit multipliers with and without
bias correction, and retrain it on each with several gradient estimators."""

# Option: (field of DigitsOptions, metavar, help). The default says the type.
_OPTIONS: dict[str, list[tuple[str, str, str]]] = {
    "what is compared": [
        ("multipliers", "SPEC", "approximate multipliers: families, files, or these in wrappers"),
        (
            "estimators",
            "ESTIMATOR",
            "gradient estimators, or 'auto' for the one that lowers the loss most at the start; "
            "the first also serves calibration",
        ),
        ("auto_batches", "N", "batches on which auto tries each candidate"),
        ("histograms", "FILE", "recorded histograms: auto also tries estimators weighted by them"),
        ("seeds", "N", "repetitions; differences are paired by seed"),
    ],
    "training": [
        ("epochs", "N", "epochs of retraining"),
        ("float_epochs", "N", "epochs of training in float"),
        ("batch_size", "N", "samples per step"),
        ("learning_rate", "RATE", "Adam's learning rate in retraining"),
        ("halve_every", "N", "epochs after which it is halved"),
        ("float_learning_rate", "RATE", "Adam's learning rate in float training"),
        ("float_halve_every", "N", "epochs after which it is halved"),
        ("train_samples", "N", "use only the first N training samples (0: all 1437)"),
    ],
    "quantisation": [
        ("operand_order", "ORDER", "the multiplier's first operand"),
        ("weight_observer", "OBSERVER", "range of weights"),
        ("activation_observer", "OBSERVER", "range of activations"),
        ("per_channel", "", "one weight scale per output channel"),
        ("padding", "PADDING", "zeros around images: products like any other, or left out"),
        ("keep_exact", "LAYER", "layers that are quantised but multiply exactly"),
        ("keep_float", "LAYER", "layers that are not quantised"),
        ("calibration", "ARITHMETIC", "products of the forward pass that fills the ranges"),
        ("calibration_batches", "N", "batches to calibrate and correct biases with"),
    ],
    "running": [
        ("threads", "N", "worker threads (0: as many as there are cores)"),
        (
            "factorize",
            "POLICY",
            "which approximate contractions run as exact ones of int8 factors; the results are "
            "the same",
        ),
    ],
}
_CHOICES = {
    "operand_order": ("weight_first", "activation_first"),
    "weight_observer": ("min_max", "running", "symmetric"),
    "activation_observer": ("moving_average", "running", "min_max"),
    "padding": PADDINGS,
    "calibration": ("float", "int8", "approximate"),
    "factorize": FACTORIZE_POLICIES,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add every choice of the job as an option."""
    defaults = DigitsOptions()
    for title, options in _OPTIONS.items():
        group = parser.add_argument_group(title)
        for name, metavar, text in options:
            default = getattr(defaults, name)
            flag = f"--{name.replace('_', '-')}"
            keywords: dict[str, Any] = {"dest": name, "default": default}
            if isinstance(default, bool):
                keywords.update(action="store_true", help=text)
            elif isinstance(default, tuple):
                shown = " ".join(default) or "none"
                keywords.update(nargs="*", metavar=metavar, help=f"{text} (default: {shown})")
            elif name in _CHOICES:
                keywords.update(choices=_CHOICES[name], help=f"{text} (default: %(default)s)")
            else:
                keywords.update(
                    type=type(default), metavar=metavar, help=f"{text} (default: %(default)s)"
                )
            group.add_argument(flag, **keywords)
    group = parser.add_argument_group("output")
    group.add_argument(
        "-o",
        "--output",
        default="lutra-results",
        metavar="FOLDER",
        help="folder for digits.json and digits.png (default: %(default)s)",
    )
    group.add_argument(
        "--record-histograms",
        metavar="FILE",
        help="write how often the calibrated network of the first seed uses each operand, in "
        "exact products (what --distribution takes)",
    )
    group.add_argument("--no-plot", action="store_true", help="write no PNG")
    group.add_argument("--quiet", action="store_true", help="no progress bar")


def _options(arguments: argparse.Namespace) -> DigitsOptions:
    values: dict[str, Any] = {}
    for item in dataclasses.fields(DigitsOptions):
        value = getattr(arguments, item.name)
        values[item.name] = tuple(value) if isinstance(value, list) else value
    return DigitsOptions(**values)


@contextlib.contextmanager
def _progress_bar(total: int, console: Any) -> Iterator[Progress]:
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(bar_width=30),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done, what: bar.update(task, completed=done, description=what)


def _print_table(console: Any, results: Results) -> None:
    from rich.table import Table

    table = Table(title="Mean ± standard error over seeds", title_justify="left")
    # A multiplier's name is folded, so that it does not take the room of the numbers.
    table.add_column(COLUMNS[0], max_width=30, overflow="fold")
    for column in COLUMNS[1:]:
        table.add_column(column, justify="right", no_wrap=True)
    for title, rows in table_rows(results):
        table.add_section()
        table.add_row(f"[bold]{title}[/bold]")
        for row in rows:
            table.add_row(f"  {row[0]}", *row[1:])
    console.print(table)


def run(arguments: argparse.Namespace) -> None:
    """Run the job and write what it found."""
    try:
        from rich.console import Console
    except ImportError:
        raise LutraError(
            "rich is needed for lutra train: pip install 'lutra[train]' or pip install rich"
        ) from None
    options = _options(arguments)
    folder = Path(arguments.output)
    if folder.exists() and not folder.is_dir():
        raise InputError(f"--output {folder} is not a folder")
    console = Console()
    if console.width < 124:
        console = Console(width=124)
    job = DigitsJob(options)
    job.wants_histograms = bool(arguments.record_histograms)
    for text in job.warnings:
        print(f"lutra: warning: {text}", file=sys.stderr)
    if arguments.quiet:
        results = job.run()
    else:
        with _progress_bar(job.total_steps, console) as progress:
            job.progress = progress
            results = job.run()
    folder.mkdir(parents=True, exist_ok=True)
    with renamed_when_complete(folder / "digits.json") as temporary:
        data = {"summary": summary(results), **results.to_json()}
        temporary.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    written = [str(folder / "digits.json")]
    if not arguments.no_plot:
        plot_results(results, folder / "digits.png")
        written.append(str(folder / "digits.png"))
    if job.histograms:
        job.histograms.save(arguments.record_histograms)
        written.append(arguments.record_histograms)
    _print_table(console, results)
    if how := method(comparisons(results)):
        console.print(how, highlight=False)
    console.print(conditions(options), highlight=False)
    console.print(describe_multipliers(results), highlight=False)
    for line in choices(results):
        console.print(line, highlight=False)
    console.print(f"\n{sentence(results)}\n", highlight=False)
    console.print(f"{results.seconds:.1f} s; wrote {' and '.join(written)}", highlight=False)
