"""`lutra multiplier gradient`: tables, comparison, score and factors of estimators."""

from __future__ import annotations

import argparse
import json
from typing import Any

import numpy as np

from lutra.analysis_cli import DISTRIBUTION_HELP, SPEC_HELP, Add
from lutra.errors import InputError
from lutra.files import renamed_when_complete
from lutra.gradients import compare_gradients, gradient_factors, score_half_windows
from lutra.multiplier import Multiplier


def _print_comparison(rows: list[dict[str, Any]]) -> None:
    width = max(len(f"{row['first']} / {row['second']}") for row in rows)
    print(
        f"{'estimators':<{width}}  operand  rel. Frob    largest       mean  signs %  correlation"
    )
    for row in rows:
        for operand in ("lhs", "rhs"):
            name = f"{row['first']} / {row['second']}" if operand == "lhs" else ""
            distance = row[operand]
            print(
                f"{name:<{width}}  {operand:<7}  {distance['relative_frobenius']:9.4f}  "
                f"{distance['maximum']:9.2f}  {distance['mean']:9.3f}  "
                f"{100 * distance['sign_disagreement']:7.2f}  {distance['correlation']:11.4f}"
            )


def _print_factors(multiplier: Multiplier, estimator: str) -> list[dict[str, Any]]:
    result = []
    for operand, factors in zip(
        ("lhs", "rhs"), gradient_factors(multiplier, estimator), strict=True
    ):
        result.append(
            {
                "operand": operand,
                "exact_rank": factors.u.shape[1],
                "truncations": factors.truncations,
            }
        )
    return result


def _run(arguments: argparse.Namespace) -> None:
    multiplier = Multiplier(arguments.multiplier)
    if arguments.compare:
        if len(arguments.compare) < 2:
            raise InputError("--compare expects two or more estimators, got one")
        rows = compare_gradients(multiplier, arguments.compare, arguments.distribution)
        if arguments.json:
            print(json.dumps(rows, indent=2))
        else:
            _print_comparison(rows)
    elif arguments.score_hws:
        scores = score_half_windows(multiplier, arguments.distribution)
        if arguments.json:
            print(json.dumps([{"hws": h, "error": error} for h, error in scores], indent=2))
        else:
            print("root mean square of slope less difference quotient, steps up to 16, by length")
            for h, error in scores:
                print(f"  hws={h:<3} {error:.6g}")
    elif arguments.factors:
        factors = _print_factors(multiplier, arguments.estimator)
        if arguments.json:
            print(json.dumps(factors, indent=2))
            return
        for row in factors:
            print(f"dAM/d{row['operand']}: exact form of rank {row['exact_rank']}")
            print("  rank  format  rel. Frobenius    largest")
            for error in row["truncations"]:
                print(
                    f"  {error['k']:>4}  {error['format']:<6}  "
                    f"{error['relative_frobenius']:14.2e}  {error['maximum']:9.4f}"
                )
    else:
        operand = 0 if arguments.wrt == "lhs" else 1
        table = multiplier.gradient_table(arguments.estimator, operand)
        facts = {
            "estimator": arguments.estimator,
            "operand": arguments.wrt,
            "smallest": float(table.min()),
            "largest": float(table.max()),
            "mean": float(table.mean(dtype=np.float64)),
        }
        if arguments.output:
            with renamed_when_complete(arguments.output) as path, open(path, "wb") as file:
                np.save(file, table)
            facts["wrote"] = arguments.output
        if arguments.json:
            print(json.dumps(facts, indent=2))
            return
        for name, value in facts.items():
            print(f"{name:<10} {value}")


def add_commands(add: Add) -> None:
    """Add the subcommand to `lutra multiplier`."""
    parser = add(
        "gradient",
        _run,
        "Compute a gradient table; compare estimators, score half windows, show factors.",
    )
    parser.add_argument("multiplier", help=SPEC_HELP)
    parser.add_argument(
        "--estimator", default="lut-2d", help="gradient estimator (default: %(default)s)"
    )
    parser.add_argument(
        "--wrt", choices=("lhs", "rhs"), default="rhs", help="operand (default: %(default)s)"
    )
    parser.add_argument("-o", "--output", metavar="FILE.npy", help="where to write the table")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument(
        "--compare", nargs="+", metavar="ESTIMATOR", help="how far these estimators are apart"
    )
    mode.add_argument(
        "--score-hws", action="store_true", help="score half windows from the table alone"
    )
    mode.add_argument(
        "--factors", action="store_true", help="exact rank, and what truncation costs"
    )
    parser.add_argument("--distribution", metavar="FILE[:LAYER]", help=DISTRIBUTION_HELP)
    parser.add_argument("--json", action="store_true", help="print JSON")
