#!/usr/bin/env python3
"""Which gradient estimators help: the digits job, paired by seed.

usage: estimators.py MULTIPLIER... [--seeds N] [--operand-order ORDER] [--json FILE]

Operand histograms are recorded once, from the first seed's float network,
calibrated, in exact products on training samples; the weighted estimators and
`auto` use them. Every estimator starts from the same float weights and sees the
same batches, so differences to STE are taken seed by seed.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from lutra.digits import DigitsJob, DigitsOptions, Results
from lutra.files import renamed_when_complete
from lutra.report import (
    baseline,
    choices,
    comparison_data,
    comparisons,
    conditions,
    describe_multipliers,
    method,
    percent,
)

# {} is the file of histograms.
ESTIMATORS = (
    "ste",
    "lut-1d",
    "lut-1d:weights={}",
    "lut-2d:hws=4",
    "lut-2d:hws=16",
    "lut-2d:hws=64",
    "local-ls",
    "rank:k=1:weights={}",
    "rank:k=2:weights={}",
    "auto",
)


def record_histograms(options: DigitsOptions, path: Path) -> None:
    """Only the float training and the calibration of this job matter."""
    job = DigitsJob(options)
    job.wants_histograms = True
    job.run()
    assert job.histograms is not None
    job.histograms.save(path)


def rows(results: Results) -> list[dict[str, Any]]:
    """One per multiplier and estimator."""
    table = []
    compared = comparisons(results)
    for stage in results.stages:
        if stage.kind not in ("calibrated", "retrained"):
            continue
        accuracy = percent(stage)
        row: dict[str, Any] = {
            "multiplier": stage.multiplier,
            # Not where the file of histograms lay.
            "estimator": (stage.estimator or "not retrained").split("weights=")[0].rstrip(":")
            + (", weighted" if "weights=" in (stage.estimator or "") else ""),
            "accuracy": vars(accuracy),
            "train_loss": float(stage.values("train_loss").mean()),
            "accuracies": stage.values("accuracy").tolist(),
            "train_losses": stage.values("train_loss").tolist(),
            "choices": stage.facts.get("choices"),
        }
        if baseline(results, stage):
            for key, name in (("accuracy", "accuracy"), ("loss", "train_loss")):
                comparison = compared[stage.multiplier, stage.estimator, name]
                row[f"{key}_minus_ste"] = comparison_data(comparison)
        table.append(row)
    return table


def print_table(table: list[dict[str, Any]]) -> None:
    """Resolved differences carry a star."""
    print(
        f"{'multiplier':24} {'estimator':22} {'accuracy %':>13} {'minus STE':>16} "
        f"{'train loss':>10} {'minus STE':>19}"
    )
    previous = None
    for row in table:
        text = [f"{row['accuracy']['mean']:.2f} ± {row['accuracy']['error']:.2f}"]
        for key, digits in (("accuracy_minus_ste", 2), ("loss_minus_ste", 4)):
            gap = row.get(key)
            text.append(
                f"{gap['mean']:+.{digits}f} ± {gap['error']:.{digits}f}"
                f"{'*' if gap['resolved'] else ' '}"
                if gap
                else ""
            )
        name = "" if row["multiplier"] == previous else Path(row["multiplier"]).name
        previous = row["multiplier"]
        print(
            f"{name:24} {row['estimator']:22} {text[0]:>13} {text[1]:>16} "
            f"{row['train_loss']:>10.4f} {text[2]:>19}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("multipliers", nargs="+", metavar="MULTIPLIER")
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--float-epochs", type=int, default=40)
    parser.add_argument("--auto-batches", type=int, default=20)
    parser.add_argument("--operand-order", default="weight_first")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers here")
    arguments = parser.parse_args()
    common = {
        "float_epochs": arguments.float_epochs,
        "operand_order": arguments.operand_order,
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "histograms.json"
        record_histograms(
            DigitsOptions((arguments.multipliers[0],), ("ste",), seeds=1, epochs=1, **common), path
        )
        options = DigitsOptions(
            tuple(arguments.multipliers),
            tuple(name.format(path) for name in ESTIMATORS),
            seeds=arguments.seeds,
            epochs=arguments.epochs,
            auto_batches=arguments.auto_batches,
            histograms=str(path),
            **common,
        )
        results = DigitsJob(options).run()
        lines = [line.replace(f"weights={path}", "weighted") for line in choices(results)]
    table = rows(results)
    print_table(table)
    how = method(comparisons(results))
    print(
        "\n".join(
            [
                *([f"* {how}"] if how else []),
                *lines,
                conditions(options),
                describe_multipliers(results),
            ]
        )
    )
    print(f"{results.seconds:.0f} s")
    if arguments.json:
        data = {
            "rows": table,
            "choices": lines,
            "method": how,
            "conditions": conditions(options),
            "multipliers": {name: info["hash"] for name, info in results.multipliers.items()},
            "machine": results.machine,
            "seconds": results.seconds,
        }
        text = json.dumps(data, indent=1).replace(f"weights={path}", "weighted")
        with renamed_when_complete(arguments.json) as temporary:
            temporary.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
