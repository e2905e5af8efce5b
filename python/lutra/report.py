"""What the main job's numbers are and mean: statistics, table, sentence."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

import numpy as np

from lutra.digits import DigitsOptions, Results, Stage
from lutra.statistics import SIGNIFICANCE, Comparison, Estimate, compare


def percent(stage: Stage) -> Estimate:
    """Accuracy in percent."""
    return Estimate.of(100 * stage.values("accuracy"))


def difference(stage: Stage, other: Stage, name: str, scale: float = 1.0) -> Estimate:
    """Paired difference between two stages: seed by seed, then the mean."""
    return Estimate.of(scale * (stage.values(name) - other.values(name)))


def _with_error(estimate: Estimate, digits: int, sign: bool = False) -> str:
    text = f"{estimate.mean:{'+' if sign else ''}.{digits}f}"
    return text if math.isnan(estimate.error) else f"{text} ± {estimate.error:.{digits}f}"


def describe_difference(comparison: Comparison, digits: int) -> str:
    """A difference with its standard error, and whether it is one."""
    text = _with_error(comparison.difference, digits, sign=True)
    if comparison.difference.seeds == 1:
        return f"{text}\none seed"
    return text if comparison.is_resolved else f"{text}\nnot resolved"


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


# What is compared with STE: name of a stage's values and the scale that they are shown in.
_SCALES = {"accuracy": 100.0, "train_loss": 1.0}

# (multiplier, estimator, name of the values): the difference to STE.
Comparisons = dict[tuple[str | None, str | None, str], Comparison]


def comparisons(results: Results) -> Comparisons:
    """Every difference to STE of a retrained stage: accuracies in points, training losses.

    Whether one is resolved depends on all of them, since among many one is large by chance.
    """
    return compare(
        {
            (stage.multiplier, stage.estimator, name): difference(stage, other, name, scale)
            for stage in results.stages
            if (other := baseline(results, stage))
            for name, scale in _SCALES.items()
        }
    )


def method(compared: Comparisons) -> str:
    """How differences were judged; empty where there are none to judge."""
    judged = sum(not math.isnan(item.p_value) for item in compared.values())
    if not judged:
        return ""
    return (
        f"resolved: paired by seed, Student's t, Holm's correction for {judged} differences, "
        f"significance {SIGNIFICANCE:g}"
    )


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
    compared = comparisons(results)

    def describe(stage: Stage, name: str, digits: int) -> str:
        if not baseline(results, stage):
            return ""
        return describe_difference(compared[stage.multiplier, stage.estimator, name], digits)

    groups: list[tuple[str, list[list[str]]]] = []
    for name in (None, results.options.exact, *results.options.multipliers):
        rows = []
        for stage in results.stages:
            if stage.multiplier != name:
                continue
            rows.append(
                [
                    stage_label(results, stage),
                    _with_error(percent(stage), 1),
                    describe(stage, "accuracy", 2),
                    f"{np.mean(stage.values('train_loss')):.4f}",
                    describe(stage, "train_loss", 4),
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


def _comparison(results: Results, compared: Comparisons, name: str) -> str:
    """How the estimators compare with STE, in words."""
    parts = []
    for estimator in results.options.estimators:
        comparison = compared.get((name, estimator, "accuracy"))
        if not comparison:
            continue
        gap = comparison.difference
        label = estimator_label(estimator)
        if gap.seeds == 1:
            parts.append(f"{label} differs from STE by {gap.mean:+.1f} points in this one seed")
        elif not comparison.is_resolved:
            parts.append(
                f"the difference of {label} to STE ({_with_error(gap, 2, sign=True)} points) is "
                f"not resolved by {gap.seeds} seeds"
            )
        else:
            side = "above" if gap.mean > 0 else "below"
            parts.append(
                f"{label} ends {abs(gap.mean):.2f} ± {gap.error:.2f} points {side} STE "
                f"(p {comparison.p_value:.2g})"
            )
    return " and ".join(parts)


def sentence(results: Results) -> str:
    """One sentence that says what the numbers mean, whatever they are."""
    clauses = []
    compared = comparisons(results)
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
        comparison = _comparison(results, compared, name)
        clauses.append(f"{clause}, where {comparison}" if comparison else clause)
    return "; ".join(clauses) + "."


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """A difference as plain data; ``p_value`` is adjusted, None for one seed."""
    return {
        **vars(comparison.difference),
        "p_value": None if math.isnan(comparison.p_value) else comparison.p_value,
        "resolved": comparison.is_resolved,
    }


def summary(results: Results) -> dict[str, Any]:
    """The table's numbers as plain data."""
    rows = []
    compared = comparisons(results)
    for stage in results.stages:
        row: dict[str, Any] = {
            "stage": stage.kind,
            "multiplier": stage.multiplier,
            "estimator": stage.estimator,
            "accuracy_percent": vars(percent(stage)),
            "train_loss": vars(Estimate.of(stage.values("train_loss"))),
            "seconds_per_epoch": stage.seconds_per_epoch,
            "compile_seconds": stage.compile_seconds,
        }
        if baseline(results, stage):
            for key, name in (
                ("accuracy_points_minus_ste", "accuracy"),
                ("train_loss_minus_ste", "train_loss"),
            ):
                row[key] = comparison_data(compared[stage.multiplier, stage.estimator, name])
        rows.append(row)
    return {
        "rows": rows,
        "conditions": conditions(results.options),
        "method": method(compared),
        "sentence": sentence(results),
    }
