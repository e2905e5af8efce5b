"""Pictures of a multiplier: its errors and its gradients, at the size of a printed page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra.errors import InputError, LutraError
from lutra.files import renamed_when_complete
from lutra.histograms import OperandDistribution
from lutra.multiplier import Multiplier

# Diverging, white at 0, and told apart with every kind of colour blindness.
DIVERGING = "RdBu_r"
BLUE, ORANGE = "#2b5c8a", "#b5651d"
# More cells than a printed map has dots are averaged in blocks.
MAX_CELLS = 512
PAGE_WIDTH = 7.0
STYLE = {
    "font.size": 9,
    "axes.titlesize": 9,
    "axes.labelsize": 9,
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
    "figure.titlesize": 10,
}


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


def block_means(values: npt.NDArray[Any], limit: int = MAX_CELLS) -> npt.NDArray[Any]:
    """Average blocks of a table of powers of two until no side exceeds `limit`."""
    rows, columns = (max(size // limit, 1) for size in values.shape)
    if rows == columns == 1:
        return values
    blocks = values.reshape(values.shape[0] // rows, rows, values.shape[1] // columns, columns)
    means: npt.NDArray[Any] = blocks.mean(axis=(1, 3))
    return means


def _ticks(values: npt.NDArray[Any]) -> list[int]:
    """Quarters of an operand's range, with 0 and both ends."""
    low, high = int(values.min()), int(values.max())
    quarter = (high - low + 1) // 4
    return [*range(low, high, quarter), high]


def draw_map(
    axes: Any,
    multiplier: Multiplier,
    table: npt.NDArray[Any],
    title: str,
    *,
    bound: float | None = None,
    labels: tuple[str, str] = ("a", "b"),
    quantity: str = "",
) -> None:
    """Draw a table over both operands as a heat map whose colours are white at 0.

    Parameters
    ----------
    axes : matplotlib axes
    multiplier : Multiplier
        Gives the operand values of the axes.
    table : array
        In bit-pattern order.
    title : str
    bound : float, optional
        Value of the strongest colours; the table's largest magnitude when left
        out.
    labels : tuple of str
        Names of the first and second operand.
    quantity : str
        What the colour bar shows.
    """
    values = block_means(_in_numeric_order(multiplier, table))
    first, second = (multiplier.operand_values(operand) for operand in (0, 1))
    extent = (second.min() - 0.5, second.max() + 0.5, first.min() - 0.5, first.max() + 0.5)
    bound = bound or float(np.abs(values).max()) or 1.0
    image = axes.imshow(
        values,
        origin="lower",
        extent=extent,
        aspect="auto",
        interpolation="nearest",
        cmap=DIVERGING,
        vmin=-bound,
        vmax=bound,
    )
    if values.shape != table.shape:
        block = " x ".join(str(a // b) for a, b in zip(table.shape, values.shape, strict=True))
        title += f"\n(means of blocks of {block})"
    axes.set_title(title)
    axes.set_ylabel(f"first operand: {labels[0]}")
    axes.set_xlabel(f"second operand: {labels[1]}")
    axes.set_yticks(_ticks(first))
    axes.set_xticks(_ticks(second))
    bar = axes.figure.colorbar(image, ax=axes, pad=0.02)
    if quantity:
        bar.set_label(quantity)


def _draw_histogram(
    axes: Any, multiplier: Multiplier, distribution: OperandDistribution | None
) -> None:
    """Share of the operand pairs by error; how rare an error is needs a log axis."""
    error = multiplier.error_table
    if distribution:
        parts = [weights / weights.sum() for weights in (distribution.lhs, distribution.rhs)]
        weights = np.multiply.outer(parts[0], parts[1])
        metrics = multiplier.metrics_under(distribution)
    else:
        weights = np.full(error.shape, 1 / error.size)
        metrics = multiplier.metrics
    low, high = int(error.min()), int(error.max())
    # Bins of equal width with 0 in the middle of one.
    width = max(1, -(-(high - low + 1) // 81))
    below, above = -(low // width) + 1, high // width + 1
    edges = np.arange(-below, above + 2) * width - width / 2
    shares, _ = np.histogram(error, bins=edges, weights=weights)
    axes.bar(edges[:-1], 100 * shares, width, align="edge", color=BLUE, linewidth=0)
    axes.set_yscale("log")
    axes.set_ylim(max(100 * shares[shares > 0].min() / 2, 1e-6), 200)
    axes.axvline(metrics["bias"], color=ORANGE, linewidth=1.2, linestyle="--")
    axes.set_title(
        f"{100 * metrics['error_rate']:.3g} % wrong, mean |E| {metrics['mean_error_distance']:.4g},"
        f"\nmean E {metrics['bias']:.4g} (dashed), worst |E| "
        f"{metrics['worst_case_error_distance']:.0f}"
    )
    axes.set_xlabel("error E = AM(a, b) - a·b")
    axes.set_ylabel(f"% of pairs ({'recorded' if distribution else 'uniform'})")
    axes.grid(axis="y", alpha=0.3)


def _draw_operands(
    row: Sequence[Any], multiplier: Multiplier, distribution: OperandDistribution
) -> None:
    for operand, (axes, weights) in enumerate(
        zip(row, (distribution.lhs, distribution.rhs), strict=True)
    ):
        values = multiplier.operand_values(operand)
        order = np.argsort(values)
        shares = 100 * weights[order] / weights.sum()
        axes.bar(values[order], shares, 1.0, color=BLUE, linewidth=0)
        axes.set_yscale("log")
        axes.set_xlim(values.min() - 0.5, values.max() + 0.5)
        axes.set_xticks(_ticks(values))
        name = ("first operand: a", "second operand: b")[operand]
        axes.set_xlabel(name)
        axes.set_ylabel("% of products")
        axes.set_title(f"codes of the {name.partition(':')[0]}")


def default_estimators(multiplier: Multiplier) -> tuple[str, ...]:
    """LUT-2D with a window that fits the narrower operand, and LUT-1D."""
    window = min(16, min(multiplier.shape) // 8)
    return f"lut-2d:hws={window}", "lut-1d"


def _title(multiplier: Multiplier, source: str | None) -> str:
    """Name, identity, encoding and order: without them a picture is of nothing in particular."""
    lhs, rhs = multiplier.operand_types
    info = multiplier.info
    name = multiplier.name
    if len(name) > 78:
        name = "..." + name[-75:]
    lines = [
        name,
        f"{lhs} x {rhs} ({info['encoding']}), operands {info['operand_order']}, "
        f"sha256 {multiplier.hash[:12]}",
    ]
    if source:
        lines.append(f"operands as in {source}")
    return "\n".join(lines)


def plot_multiplier(
    multiplier: Multiplier,
    path: str | os.PathLike[str],
    estimators: Sequence[str] | None = None,
    distribution: OperandDistribution | None = None,
) -> None:
    """Write one PNG: error map, error histogram and gradient maps.

    Parameters
    ----------
    multiplier : Multiplier
    path : path-like
        The PNG; it appears under its name only when it is complete.
    estimators : sequence of str, optional
        One pair of maps each, dAM/da and dAM/db, colours alike for all; LUT-2D
        and LUT-1D when left out, none when empty.
    distribution : OperandDistribution, optional
        Of the histogram's operand pairs; drawn, too. Uniform when left out.
    """
    plt = pyplot()
    if distribution and distribution.operands != multiplier.operand_types:
        raise InputError(
            f"the distribution of {distribution.source} is of "
            f"{' x '.join(distribution.operands)} operands, but {multiplier.name!r} takes "
            f"{' x '.join(multiplier.operand_types)}"
        )
    if estimators is None:
        estimators = default_estimators(multiplier)
    gradients = [
        [multiplier.gradient_table(estimator, operand) for operand in (0, 1)]
        for estimator in estimators
    ]
    rows = 1 + bool(distribution) + len(estimators)
    with plt.rc_context(STYLE):
        figure, axes = plt.subplots(
            rows,
            2,
            figsize=(PAGE_WIDTH, 2.6 * rows + 0.5),
            constrained_layout=True,
            squeeze=False,
        )
        draw_map(
            axes[0][0],
            multiplier,
            multiplier.error_table,
            "error of every operand pair",
            quantity="AM(a, b) - a·b",
        )
        _draw_histogram(axes[0][1], multiplier, distribution)
        if distribution:
            _draw_operands(axes[1], multiplier, distribution)
        bounds = [
            max((float(np.abs(pair[operand]).max()) for pair in gradients), default=0.0)
            for operand in (0, 1)
        ]
        for row, estimator, pair in zip(
            axes[rows - len(estimators) :], estimators, gradients, strict=True
        ):
            for operand, axis in enumerate(row):
                draw_map(
                    axis,
                    multiplier,
                    pair[operand],
                    estimator,
                    bound=bounds[operand],
                    quantity=f"∂AM/∂{'ab'[operand]}",
                )
        figure.suptitle(_title(multiplier, distribution.source if distribution else None))
        with renamed_when_complete(path) as temporary:
            figure.savefig(temporary, dpi=200)
        plt.close(figure)
