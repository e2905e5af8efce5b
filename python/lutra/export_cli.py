"""`lutra multiplier export`, `generate` and `factorize`."""

from __future__ import annotations

import argparse
import json
import time

from lutra.analysis_cli import Add
from lutra.multiplier import Multiplier

SPEC_HELP = "a family such as truncated:8x8:drop=9, or a file (.axm, .npy, .v, ...)"


def _export(arguments: argparse.Namespace) -> None:
    multiplier = Multiplier(arguments.multiplier)
    multiplier.save(
        arguments.output,
        format=arguments.format,
        factors=arguments.with_factors,
        gradients=arguments.with_gradient,
    )
    print(f"wrote {arguments.output}: {multiplier.name}, sha256 {multiplier.hash}")


def _factorize(arguments: argparse.Namespace) -> None:
    rows = []
    for spec in arguments.multipliers:
        multiplier = Multiplier(spec)
        start = time.perf_counter()
        factors = multiplier.factorization
        rows.append(
            {
                "name": multiplier.name,
                "hash": multiplier.hash,
                "macs": factors.macs,
                "lower_bound": factors.lower_bound,
                "strategy": factors.strategy,
                "one_hot": factors.one_hot,
                "seconds": time.perf_counter() - start,
            }
        )
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return
    width = max(10, *(len(str(row["name"])) for row in rows))
    print(f"{'multiplier':<{width}}  MACs  bound  seconds  strategy")
    for row in rows:
        print(
            f"{row['name']:<{width}}  {row['macs']:>4}  {row['lower_bound']:>5}  "
            f"{row['seconds']:>7.2f}  {row['strategy']}"
        )


def _add_container_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--with-factors", action="store_true", help="keep exact int8 factors too (.axm)"
    )
    parser.add_argument(
        "--with-gradient",
        action="append",
        default=[],
        metavar="ESTIMATOR",
        help="keep the gradient tables of an estimator (.axm); may be repeated",
    )


def add_commands(add: Add) -> None:
    """Add the subcommands to `lutra multiplier`."""
    for name, text in (
        ("export", "Write a multiplier to a file: .axm, .npy, .bin, .txt, .csv, .h, .mlir."),
        ("generate", "The same as export."),
    ):
        parser = add(name, _export, text)
        parser.add_argument("multiplier", help=SPEC_HELP)
        parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the file")
        parser.add_argument("--format", default="", help="instead of the extension's")
        _add_container_options(parser)
    parser = add(
        "factorize", _factorize, "Write multipliers as exact int8 products: MACs per product."
    )
    parser.add_argument("multipliers", nargs="+", metavar="MULTIPLIER", help=SPEC_HELP)
    parser.add_argument("--json", action="store_true", help="print JSON")
