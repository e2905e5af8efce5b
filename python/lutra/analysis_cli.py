"""`lutra multiplier info`, `compare`, `search`, `plot` and `report`: errors and cost."""

from __future__ import annotations

import argparse
import json
import textwrap
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from lutra.errors import InputError, MultiplierWarning
from lutra.histograms import Histograms, load_distribution
from lutra.multiplier import Multiplier, compare, search
from lutra.multiplier_plots import plot_multiplier

SPEC_HELP = "a family such as truncated:8x8:drop=9, or a table file (.bin, .npy, ...)"
DISTRIBUTION_HELP = (
    "operand distribution that a network recorded: of one layer, or of all by their MACs "
    "(default: uniform operands)"
)
COST_HELP = (
    "hardware cost instead of what the source states, e.g. power=0.4mW,area=120um2; with "
    "several multipliers K: in front says which (from 1)"
)
# Key of a cost, and how it is titled.
COSTS = {
    "power_mw": "power, mW",
    "area_um2": "area, um2",
    "delay_ns": "delay, ns",
    "gate_equivalents": "gate equivalents",
}
# Metrics in the order in which they are shown; others would follow.
METRICS = (
    "error_rate",
    "mean_error_distance",
    "normalized_mean_error_distance",
    "mean_relative_error_distance",
    "worst_case_error_distance",
    "worst_case_relative_error_distance",
    "bias",
    "variance",
    "mean_squared_error",
)
# Adds a subcommand: name, function, description.
Add = Callable[[str, Callable[[argparse.Namespace], None], str], argparse.ArgumentParser]


def load_with_costs(specs: Sequence[str], costs: Sequence[str]) -> list[Multiplier]:
    """Load multipliers and apply ``--cost`` options to them."""
    multipliers = [Multiplier(spec) for spec in specs]
    for text in costs:
        number, colon, cost = text.partition(":")
        if not colon:
            number, cost = "1", text
            if len(specs) > 1:
                raise InputError(
                    "--cost expects K: in front, to say which of the multipliers is meant, "
                    f"got {text!r}"
                )
        if not number.isdecimal() or not 1 <= int(number) <= len(specs):
            raise InputError(
                f"--cost expects a multiplier from 1 to {len(specs)} in front of the colon, "
                f"got {number!r}"
            )
        index = int(number) - 1
        multipliers[index] = multipliers[index].with_cost(cost)
    return multipliers


def describe_cost(cost: dict[str, Any] | None) -> str:
    """One line: what is known, of which process, according to whom."""
    if not cost:
        return "unknown"
    known = [
        f"{title.partition(',')[0]} {cost[key]:.6g}{title.partition(',')[2]}"
        for key, title in COSTS.items()
        if cost[key] is not None
    ]
    origin = [cost[key] for key in ("process", "source") if cost[key]]
    return ", ".join(known) + (f" ({'; '.join(origin)})" if origin else "")


def number(value: float | None) -> str:
    """Six significant digits."""
    return "unknown" if value is None else f"{value:.6g}"


def in_order(metrics: dict[str, float]) -> dict[str, float]:
    """Metrics as they are shown: JSON has them by name."""
    return {key: metrics[key] for key in (*METRICS, *(metrics.keys() - set(METRICS)))}


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Columns, the first left-aligned and the others right-aligned."""
    widths = [max(len(row[i]) for row in rows if i < len(row)) for i in range(len(rows[0]))]
    for row in rows:
        cells = [
            text.ljust(width) if index == 0 else text.rjust(width)
            for index, (text, width) in enumerate(zip(row, widths, strict=False))
        ]
        print("  " + "  ".join([*cells, *row[len(widths) :]]).rstrip())


def _info(arguments: argparse.Namespace) -> None:
    with warnings.catch_warnings():
        # They are printed below.
        warnings.simplefilter("ignore", MultiplierWarning)
        (multiplier,) = load_with_costs([arguments.multiplier], arguments.cost)
    info = dict(multiplier.info)
    if arguments.distribution:
        info["distribution"] = {
            "source": arguments.distribution,
            "metrics": multiplier.metrics_under(arguments.distribution),
        }
    if arguments.json:
        print(json.dumps(info, indent=2))
        return
    lhs, rhs = multiplier.operand_types
    facts = [
        ("name", info["name"]),
        ("operands", f"{lhs} x {rhs} (first x second)"),
        ("table", f"{' x '.join(map(str, multiplier.shape))} entries"),
        ("sha256", info["hash"]),
        ("source", ": ".join(part for part in (info["format"], info["description"]) if part)),
        ("encoding", f"{info['encoding']}; operands {info['operand_order']}"),
        ("cost", describe_cost(info["cost"])),
        *(("warning", text) for text in info["warnings"]),
        ("products", f"{info['bounds']['min']} to {info['bounds']['max']}"),
        ("errors", f"{info['error_bounds']['min']} to {info['error_bounds']['max']}"),
        ("AM(0, 0)", info["zero_product"]),
        ("exact", "yes" if info["exact"] else "no"),
        ("commutative", "yes" if info["commutative"] else "no: the operand order matters"),
    ]
    if arguments.distribution:
        facts.append(("metrics under", arguments.distribution))
        metrics = info["distribution"]["metrics"]
    else:
        facts.append(("metrics under", "uniform operands"))
        metrics = info["metrics"]
    facts += [(key.replace("_", " "), number(value)) for key, value in in_order(metrics).items()]
    width = max(len(name) for name, _ in facts)
    for name, value in facts:
        # A hash is longer than the rest of the line but is not broken.
        lines = textwrap.wrap(str(value), 98 - width, break_long_words=False) or [""]
        for index, line in enumerate(lines):
            print(f"{name if index == 0 else '':<{width}}  {line}")


def _describe_pair(pair: dict[str, Any]) -> str:
    if pair["relation"]:
        return str(pair["relation"]["text"])
    apart = pair["difference"]
    text = (
        f"differ for {number(100 * apart['differing'])} % of {apart['pairs']} operand pairs: mean "
        f"|D| {number(apart['mean_absolute'])}, mean D {number(apart['mean'])}, max |D| "
        f"{apart['max_absolute']} at ({apart['at'][0]}, {apart['at'][1]})"
    )
    transposed = pair["transposed_difference"]["mean_absolute"]
    if 2 * transposed < apart["mean_absolute"]:
        text += f"; much nearer when one is transposed: mean |D| {number(transposed)}"
    return text


def _compare(arguments: argparse.Namespace) -> None:
    multipliers = load_with_costs(arguments.multipliers, arguments.cost)
    result = compare(*multipliers, distribution=arguments.distribution)
    if arguments.json:
        print(json.dumps(result, indent=2))
        return
    infos = result["multipliers"]
    names = [f"[{index + 1}]" for index in range(len(infos))]
    for name, info in zip(names, infos, strict=True):
        print(
            f"{name} {info['name']}: {info['lhs']} x {info['rhs']}, {info['encoding']}, operands "
            f"{info['operand_order']}, sha256 {info['hash'][:12]}"
        )
        if info["cost"]:
            print(f"    cost: {describe_cost(info['cost'])}")
    print("Relations, D = first - second")
    for pair in result["pairs"]:
        print(f"  {names[pair['first']]} and {names[pair['second']]}: {_describe_pair(pair)}")
    under = result["distribution"]
    print(f"Operands as in {under}" if under else "Operands uniformly distributed")
    metrics = [(info.get("distribution") or info)["metrics"] for info in infos]
    rows = [["", *names]]
    rows += [
        [key.replace("_", " "), *(number(item[key]) for item in metrics)] for key in metrics[0]
    ]
    for key, title in COSTS.items():
        values = [(info["cost"] or {}).get(key) for info in infos]
        if any(value is not None for value in values):
            rows.append([title, *map(number, values)])
    print_table(rows)


def _bounds(texts: Sequence[str], option: str) -> dict[str, float]:
    bounds = {}
    for text in texts:
        key, _, limit = text.partition("=")
        try:
            bounds[key] = float(limit)
        except ValueError:
            raise InputError(f"--{option} expects key=limit, got {text!r}") from None
    return bounds


def _search(arguments: argparse.Namespace) -> None:
    maximum, minimum = _bounds(arguments.max, "max"), _bounds(arguments.min, "min")
    pareto = [key for key in arguments.pareto.split(",") if key]
    found = search(
        *arguments.sources,
        maximum=maximum,
        minimum=minimum,
        sort=arguments.sort,
        pareto=pareto,
        equal_to=arguments.equal_to,
        distribution=arguments.distribution,
        limit=arguments.limit,
    )
    if arguments.json:
        print(json.dumps(found, indent=2))
        return
    results = found["results"]
    costs = [
        key for key in COSTS if any((row["cost"] or {}).get(key) is not None for row in results)
    ]
    wanted = [
        "mean_error_distance",
        "error_rate",
        "worst_case_error_distance",
        *maximum,
        *minimum,
        *pareto,
        arguments.sort,
        *costs,
    ]
    columns = list(dict.fromkeys(wanted))
    rows = [["multiplier", *columns, "sha256"]]
    for row in results:
        values = {**(row["cost"] or {}), **(row.get("distribution") or row)["metrics"]}
        cells = [row["name"], *(number(values.get(key)) for key in columns), row["hash"][:12]]
        rows.append(cells + ([row["relation"]] if row["relation"] else []))
    if results:
        print_table(rows)
    else:
        print("no multiplier meets the bounds")
    print(f"{len(results)} of {found['candidates']} candidates")
    for item in found["skipped"][:8]:
        print(f"skipped {item['name']}: {item['reason']}")
    if len(found["skipped"]) > 8:
        print(f"skipped {len(found['skipped']) - 8} more (--json lists them)")


def _plot(arguments: argparse.Namespace) -> None:
    multiplier = Multiplier(arguments.multiplier)
    distribution = load_distribution(arguments.distribution) if arguments.distribution else None
    plot_multiplier(multiplier, arguments.output, arguments.gradient, distribution)
    print(f"wrote {arguments.output}")


def _report(arguments: argparse.Namespace) -> None:
    from lutra.multiplier_report import MultiplierReport

    multipliers = load_with_costs(arguments.multipliers, arguments.cost)
    baseline = Multiplier(arguments.baseline) if arguments.baseline else None
    if arguments.baseline_cost:
        if baseline is None:
            lhs, rhs = (kind.replace("i", "") for kind in multipliers[0].operand_types)
            baseline = Multiplier(f"exact:{lhs}x{rhs}")
        baseline = baseline.with_cost(arguments.baseline_cost)
    network = Histograms.load(arguments.histograms) if arguments.histograms else None
    report = MultiplierReport(multipliers, network, baseline, arguments.histograms or "")
    if arguments.json:
        print(json.dumps(report.to_json(), indent=2))
        return
    report.save(arguments.output)
    for multiplier, power in zip(multipliers, report.power, strict=False):
        print(f"{multiplier.name}: power {power.describe()}")
    print(f"wrote {arguments.output}")


def add_distribution(parser: argparse.ArgumentParser) -> None:
    """Add ``--distribution``."""
    parser.add_argument("--distribution", metavar="FILE[:LAYER]", help=DISTRIBUTION_HELP)


def add_cost(parser: argparse.ArgumentParser) -> None:
    """Add ``--cost``."""
    parser.add_argument("--cost", action="append", default=[], metavar="COST", help=COST_HELP)


def add_commands(add: Add) -> None:
    """Add the subcommands of this module."""
    parser = add(
        "info", _info, "Describe a multiplier: operands, source, hash, cost, error metrics."
    )
    parser.add_argument("multiplier", help=SPEC_HELP)
    add_distribution(parser)
    add_cost(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")

    parser = add(
        "compare",
        _compare,
        "Say how multipliers are related: equal, equal up to transposition, signedness or bit "
        "order, or how far apart; errors and cost side by side.",
    )
    parser.add_argument("multipliers", nargs="+", metavar="multiplier", help=SPEC_HELP)
    add_distribution(parser)
    add_cost(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")

    parser = add(
        "search",
        _search,
        "List the multipliers of folders, files and families that meet bounds on error and cost.",
    )
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="source",
        help="a folder, a table file, or a spec whose parameters may be ranges: "
        "truncated:8x8:drop=1..12",
    )
    for name, text in (("max", "largest"), ("min", "smallest")):
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="KEY=LIMIT",
            help=f"{text} value of a metric or a cost, e.g. mean_error_distance=100",
        )
    parser.add_argument(
        "--sort",
        default="mean_error_distance",
        metavar="KEY",
        help="metric or cost to sort by (%(default)s)",
    )
    parser.add_argument(
        "--pareto", default="", metavar="KEY,KEY", help="only those that no other beats in all"
    )
    parser.add_argument(
        "--equal-to",
        metavar="MULTIPLIER",
        help="only tables equal to this one, also up to transposition, signedness or bit order",
    )
    add_distribution(parser)
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="at most so many results")
    parser.add_argument("--json", action="store_true", help="print JSON")

    parser = add("plot", _plot, "Draw error map, error histogram and gradient maps as one PNG.")
    parser.add_argument("multiplier", help=SPEC_HELP)
    parser.add_argument("-o", "--output", default="multiplier.png", help="PNG (%(default)s)")
    parser.add_argument(
        "--gradient",
        nargs="*",
        metavar="ESTIMATOR",
        help="estimators to draw (default: LUT-2D with a window that fits, LUT-1D)",
    )
    add_distribution(parser)

    parser = add(
        "report",
        _report,
        "Write a report on several multipliers: error and cost side by side, and what they cost "
        "in a recorded network.",
    )
    parser.add_argument("multipliers", nargs="+", metavar="multiplier", help=SPEC_HELP)
    parser.add_argument(
        "-o", "--output", default="multipliers.html", help=".html or .md (%(default)s)"
    )
    parser.add_argument(
        "--histograms",
        metavar="FILE",
        help="a network, as lutra histograms or lutra train --record-histograms recorded it",
    )
    parser.add_argument(
        "--baseline",
        metavar="MULTIPLIER",
        help="exact multiplier that power is relative to (default: the first exact one that "
        "states a cost, else the built-in one)",
    )
    add_cost(parser)
    parser.add_argument(
        "--baseline-cost", metavar="COST", help="its cost, e.g. power=0.39mW,process=PDK45"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, write no file")
