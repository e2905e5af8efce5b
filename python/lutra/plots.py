"""Pictures of the main job: error maps and training curves."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import numpy as np

from lutra.digits import Results, Stage
from lutra.files import renamed_when_complete
from lutra.multiplier import Multiplier
from lutra.multiplier_plots import draw_map, pyplot
from lutra.report import estimator_label
from lutra.statistics import standard_error


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
    exact = results.find("retrained", results.options.exact, "ste")
    for row, name in zip(axes, names, strict=True):
        multiplier = Multiplier(name)
        draw_map(row[0], multiplier, multiplier.error_table, f"error of {name}", labels=labels)
        curves = [("exact 8-bit", exact, "0.35", "--")]
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
            error = standard_error(values)
            axes.fill_between(epochs, mean - error, mean + error, color=color, alpha=0.2)
