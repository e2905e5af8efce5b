"""What the main job's numbers are and mean: statistics, table, sentence."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra.digits import DigitsOptions, Results, Stage


@dataclass(frozen=True)
class Estimate:
    """A mean over seeds with its standard error (nan for one seed)."""

    mean: float
    error: float

    @staticmethod
    def of(values: npt.NDArray[np.float64]) -> Estimate:
        """Mean and standard error of independent values."""
        error = np.std(values, ddof=1) / math.sqrt(len(values)) if len(values) > 1 else math.nan
        return Estimate(float(np.mean(values)), float(error))

    @property
    def is_resolved(self) -> bool:
        """Whether it differs from zero by at least two standard errors."""
        return not math.isnan(self.error) and self.mean != 0 and abs(self.mean) >= 2 * self.error


def percent(stage: Stage) -> Estimate:
    """Accuracy in percent."""
    return Estimate.of(100 * stage.values("accuracy"))


def difference(stage: Stage, other: Stage, name: str, scale: float = 1.0) -> Estimate:
    """Paired difference between two stages: seed by seed, then the mean."""
    return Estimate.of(scale * (stage.values(name) - other.values(name)))


def _with_error(estimate: Estimate, digits: int, sign: bool = False) -> str:
    text = f"{estimate.mean:{'+' if sign else ''}.{digits}f}"
    return text if math.isnan(estimate.error) else f"{text} ± {estimate.error:.{digits}f}"


def describe_difference(estimate: Estimate, digits: int) -> str:
    """A difference with its standard error, and whether it is one."""
    text = _with_error(estimate, digits, sign=True)
    if math.isnan(estimate.error):
        return f"{text}\none seed"
    return text if estimate.is_resolved else f"{text}\nnot resolved"


def estimator_label(estimator: str) -> str:
    """``lut-2d:hws=16`` as ``LUT-2D``."""
    return estimator.split(":")[0].upper()


def stage_label(results: Results, stage: Stage) -> str:
    """First column of the table."""
    if stage.kind == "float":
        return "trained in float"
    if stage.kind == "calibrated":
        return "calibrated, not retrained"
    if stage.kind == "bias-corrected":
        return "  and bias-corrected"
    if stage.multiplier == results.options.exact:
        return "retrained"
    return f"retrained, {estimator_label(stage.estimator or '')}"


def baseline(results: Results, stage: Stage) -> Stage | None:
    """The STE run that a retrained stage is compared with."""
    is_exact = stage.multiplier == results.options.exact
    if stage.kind != "retrained" or is_exact or stage.estimator == "ste":
        return None
    return results.find("retrained", stage.multiplier, "ste")


COLUMNS = (
    "stage",
    "accuracy %",
    "minus STE",
    "training loss",
    "minus STE",
    "s/epoch",
    "compile s",
)


def table_rows(results: Results) -> list[tuple[str, list[list[str]]]]:
    """Rows of the table in groups: (title, rows)."""
    groups: list[tuple[str, list[list[str]]]] = []
    for name in (None, results.options.exact, *results.options.multipliers):
        rows = []
        for stage in results.stages:
            if stage.multiplier != name:
                continue
            other = baseline(results, stage)
            rows.append(
                [
                    stage_label(results, stage),
                    _with_error(percent(stage), 1),
                    describe_difference(difference(stage, other, "accuracy", 100), 2)
                    if other
                    else "",
                    f"{np.mean(stage.values('train_loss')):.4f}",
                    describe_difference(difference(stage, other, "train_loss"), 4) if other else "",
                    "" if stage.seconds_per_epoch is None else f"{stage.seconds_per_epoch:.3f}",
                    "" if stage.compile_seconds is None else f"{stage.compile_seconds:.2f}",
                ]
            )
        groups.append(("float" if name is None else name, rows))
    return groups


def describe_multipliers(results: Results) -> str:
    """What the multipliers' names stand for: encoding, operand order, table (M2)."""
    lines = []
    for name, info in results.multipliers.items():
        lines += [
            f"{name}: {info['encoding']}, operands {info['operand_order']}",
            f"  sha256 {info['hash']}",
            *(f"  warning: {text}" for text in info["warnings"]),
        ]
    return "multipliers: " + "\n             ".join(lines)


def choices(results: Results) -> list[str]:
    """What `auto` chose, one line per multiplier."""
    lines = []
    for stage in results.stages:
        chosen = Counter(item["estimator"] for item in stage.facts.get("choices", ()))
        if chosen:
            counts = ", ".join(f"{name} ({count})" for name, count in chosen.most_common())
            lines.append(f"auto on {stage.multiplier} chose, by number of seeds: {counts}")
    return lines


def conditions(options: DigitsOptions) -> str:
    """The choices that a number depends on (M12)."""
    encoding = "symmetric" if options.weight_observer == "symmetric" else "affine"
    policies = []
    if options.keep_exact:
        policies.append(f"{', '.join(options.keep_exact)} exact int8")
    if options.keep_float:
        policies.append(f"{', '.join(options.keep_float)} float")
    policy = (
        f"all layers approximate but {'; '.join(policies)}"
        if policies
        else ("every convolution and linear layer approximate")
    )
    scale = "per output channel" if options.per_channel else "per tensor"
    first = options.operand_order.replace("_first", "")
    samples = options.calibration_batches * options.batch_size
    return (
        f"order: the {first} is the multiplier's first operand; encoding: {encoding}, weights "
        f"{scale} ({options.weight_observer}), activations {options.activation_observer}; "
        f"padding: {options.padding}; "
        f"calibration: {options.calibration} arithmetic on {samples} samples; policy: {policy}; "
        f"{options.seeds} seeds, {options.epochs} epochs of batch {options.batch_size}, Adam "
        f"{options.learning_rate:g} halved every {options.halve_every} epochs"
    )


def _comparison(results: Results, name: str) -> str:
    """How the estimators compare with STE, in words."""
    parts = []
    for estimator in results.options.estimators:
        stage = results.find("retrained", name, estimator)
        other = baseline(results, stage) if stage else None
        if not stage or not other:
            continue
        gap = difference(stage, other, "accuracy", 100)
        label = estimator_label(estimator)
        if math.isnan(gap.error):
            parts.append(f"{label} differs from STE by {gap.mean:+.1f} points in this one seed")
        elif not gap.is_resolved:
            parts.append(
                f"the difference of {label} to STE ({_with_error(gap, 2, sign=True)} points) is "
                "not resolved"
            )
        else:
            side = "above" if gap.mean > 0 else "below"
            parts.append(f"{label} ends {abs(gap.mean):.2f} ± {gap.error:.2f} points {side} STE")
    return " and ".join(parts)


def sentence(results: Results) -> str:
    """One sentence that says what the numbers mean, whatever they are."""
    clauses = []
    trained = results.find("float")
    exact = results.find("retrained", results.options.exact, "ste")
    if trained and exact:
        clauses.append(
            f"The network reaches {percent(trained).mean:.1f} % in float and "
            f"{percent(exact).mean:.1f} % when retrained as long with exact 8-bit products"
        )
    for name in results.options.multipliers:
        before = results.find("calibrated", name)
        corrected = results.find("bias-corrected", name)
        after = [
            (percent(stage).mean, estimator_label(estimator))
            for estimator in results.options.estimators
            if (stage := results.find("retrained", name, estimator))
        ]
        if not before or not corrected or not after:
            continue
        reached = ", ".join(f"{value:.1f} % with {label}" for value, label in after)
        clause = (
            f"on {name} it has {percent(before).mean:.1f} % without retraining, "
            f"{percent(corrected).mean:.1f} % after bias correction and, retrained, {reached}"
        )
        comparison = _comparison(results, name)
        clauses.append(f"{clause}, where {comparison}" if comparison else clause)
    return "; ".join(clauses) + "."


def summary(results: Results) -> dict[str, Any]:
    """The table's numbers as plain data."""
    rows = []
    for stage in results.stages:
        other = baseline(results, stage)
        row: dict[str, Any] = {
            "stage": stage.kind,
            "multiplier": stage.multiplier,
            "estimator": stage.estimator,
            "accuracy_percent": vars(percent(stage)),
            "train_loss": vars(Estimate.of(stage.values("train_loss"))),
            "seconds_per_epoch": stage.seconds_per_epoch,
            "compile_seconds": stage.compile_seconds,
        }
        if other:
            for key, name, scale in (
                ("accuracy_points_minus_ste", "accuracy", 100.0),
                ("train_loss_minus_ste", "train_loss", 1.0),
            ):
                gap = difference(stage, other, name, scale)
                row[key] = {**vars(gap), "resolved": gap.is_resolved}
        rows.append(row)
    return {"rows": rows, "conditions": conditions(results.options), "sentence": sentence(results)}
