"""Pictures: a multiplier's error and gradients, training curves."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra.digits import EXACT, Results, Stage
from lutra.errors import LutraError
from lutra.files import renamed_when_complete
from lutra.multiplier import Multiplier
from lutra.report import estimator_label


def pyplot() -> Any:
    """matplotlib.pyplot with a backend that needs no display."""
    try:
        import matplotlib
    except ImportError:
        raise LutraError(
            "matplotlib is needed to plot: pip install 'lutra[train]' or pip install matplotlib"
        ) from None
    matplotlib.use("Agg")
    import matplotlib.pyplot

    return matplotlib.pyplot


def _in_numeric_order(multiplier: Multiplier, table: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Reorder a table from bit patterns to operand values, lowest first."""
    rows = np.argsort(multiplier.operand_values(0), kind="stable")
    columns = np.argsort(multiplier.operand_values(1), kind="stable")
    return table[np.ix_(rows, columns)]


def draw_map(
    axes: Any,
    multiplier: Multiplier,
    table: npt.NDArray[Any],
    title: str,
    *,
    centred: bool = True,
    labels: tuple[str, str] = ("a", "b"),
) -> None:
    """Draw a table over both operands as a heat map with a colour bar.

    Parameters
    ----------
    axes : matplotlib axes
    multiplier : Multiplier
        Gives the operand values of the axes.
    table : array
        In bit-pattern order.
    title : str
    centred : bool
        Colours symmetric about zero.
    labels : tuple of str
        Names of the first and second operand.
    """
    values = _in_numeric_order(multiplier, table)
    first, second = (multiplier.operand_values(operand) for operand in (0, 1))
    extent = (second.min() - 0.5, second.max() + 0.5, first.min() - 0.5, first.max() + 0.5)
    limits: dict[str, Any] = {}
    if centred:
        bound = float(np.abs(values).max()) or 1.0
        limits = {"vmin": -bound, "vmax": bound, "cmap": "RdBu_r"}
    image = axes.imshow(
        values, origin="lower", extent=extent, aspect="auto", interpolation="nearest", **limits
    )
    axes.set_title(title, fontsize=10)
    axes.set_ylabel(f"first operand: {labels[0]}")
    axes.set_xlabel(f"second operand: {labels[1]}")
    axes.figure.colorbar(image, ax=axes, pad=0.02)


def plot_multiplier(
    multiplier: Multiplier,
    path: str | os.PathLike[str],
    estimators: Sequence[str] = ("lut-2d:hws=16", "lut-1d", "ste"),
) -> None:
    """Write one PNG: error map, error histogram and gradient maps.

    Parameters
    ----------
    multiplier : Multiplier
    path : path-like
        The PNG; it appears under its name only when it is complete.
    estimators : sequence of str
        One pair of maps each: dAM/da and dAM/db.
    """
    plt = pyplot()
    rows = 1 + len(estimators)
    figure, axes = plt.subplots(
        rows, 2, figsize=(10, 3.6 * rows), constrained_layout=True, squeeze=False
    )
    error = multiplier.error_table
    draw_map(axes[0][0], multiplier, error, "error AM(a, b) - a·b")
    histogram = axes[0][1]
    histogram.hist(error.reshape(-1), bins=101, color="#4472a8")
    histogram.set_yscale("log")
    histogram.set_ylim(bottom=0.5)
    metrics = multiplier.metrics
    histogram.set_title(
        f"all {error.size} operand pairs: mean {metrics['bias']:.4g}, "
        f"worst {metrics['worst_case_error_distance']:.0f}",
        fontsize=10,
    )
    histogram.set_xlabel("error")
    histogram.set_ylabel("operand pairs")
    for row, estimator in zip(axes[1:], estimators, strict=True):
        for operand, axis in enumerate(row):
            gradient = multiplier.gradient_table(estimator, operand)
            draw_map(axis, multiplier, gradient, f"∂AM/∂{'ab'[operand]} by {estimator}")
    lhs, rhs = multiplier.operand_types
    figure.suptitle(f"{multiplier.name}   {lhs} x {rhs}   sha256 {multiplier.hash[:12]}")
    with renamed_when_complete(path) as temporary:
        figure.savefig(temporary, dpi=110)
    plt.close(figure)


def plot_results(results: Results, path: str | os.PathLike[str]) -> None:
    """Write one PNG: per multiplier its error map and the training curves.

    Parameters
    ----------
    results : Results
        Of the main job.
    path : path-like
        The PNG; it appears under its name only when it is complete.
    """
    plt = pyplot()
    names = results.options.multipliers
    figure, axes = plt.subplots(
        len(names), 3, figsize=(15, 4.2 * len(names) + 0.6), constrained_layout=True, squeeze=False
    )
    weight_first = results.options.operand_order == "weight_first"
    labels = ("weight", "activation") if weight_first else ("activation", "weight")
    for row, name in zip(axes, names, strict=True):
        multiplier = Multiplier(name)
        draw_map(row[0], multiplier, multiplier.error_table, f"error of {name}", labels=labels)
        curves = [("exact 8-bit", results.find("retrained", EXACT, "ste"), "0.35", "--")]
        for index, estimator in enumerate(results.options.estimators):
            stage = results.find("retrained", name, estimator)
            curves.append((estimator_label(estimator), stage, f"C{index}", "-"))
        _draw_curves(row[1], curves, "loss_curve", 1.0)
        row[1].set_yscale("log", subs=(2, 5))
        row[1].yaxis.set_major_formatter("{x:g}")
        row[1].yaxis.set_minor_formatter("{x:g}")
        row[1].set_ylabel("training loss")
        _draw_curves(row[2], curves, "accuracy_curve", 100.0)
        row[2].set_ylabel("test accuracy, %")
        for axis in row[1:]:
            axis.set_title(f"retrained on {name}", fontsize=10)
            axis.set_xlabel("epoch")
            axis.grid(which="both", alpha=0.3)
    seeds = results.options.seeds
    figure.suptitle(
        f"Digits network retrained for approximate multipliers; mean and standard error of "
        f"{seeds} seed{'s' if seeds > 1 else ''}"
    )
    handles, texts = axes[0][1].get_legend_handles_labels()
    figure.legend(handles, texts, loc="outside lower center", ncols=len(texts))
    with renamed_when_complete(path) as temporary:
        figure.savefig(temporary, dpi=110)
    plt.close(figure)


def _draw_curves(
    axes: Any, curves: Sequence[tuple[str, Stage | None, str, str]], name: str, scale: float
) -> None:
    """Draw the mean over seeds per epoch, with a band of one standard error."""
    for label, stage, color, style in curves:
        if stage is None:
            continue
        values = scale * np.array([getattr(run, name) for run in stage.runs])
        epochs = np.arange(1, values.shape[1] + 1)
        mean = values.mean(axis=0)
        axes.plot(epochs, mean, style, color=color, label=label)
        if len(values) > 1:
            error = values.std(axis=0, ddof=1) / np.sqrt(len(values))
            axes.fill_between(epochs, mean - error, mean + error, color=color, alpha=0.2)
