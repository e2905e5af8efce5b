"""`lutra multiplier import`: a multiplier from any file into a container or table."""

from __future__ import annotations

import argparse
import warnings

from lutra.analysis_cli import Add
from lutra.errors import MultiplierWarning
from lutra.multiplier import Multiplier

# Option, what a value looks like, help; a bool where the value may be left out.
OPTIONS = (
    ("types", "s8xu8", "operand types"),
    ("bits", "8x4", "widths of the operands"),
    ("signed", "true|false", "whether the operands are signed"),
    ("transpose", "true|false", "exchange the operands: AM(a, b) = file(b, a)"),
    ("order", "auto|twos-complement|offset-binary", "order of rows of signed operands"),
    ("format", "NAME", "read the file in this format"),
    ("function", "NAME", "C function, Verilog module or BLIF model to read"),
    ("ports", "a,b,p", "ports of a circuit: operands and product"),
    ("time-limit", "SECONDS", "limit of each external program's time"),
)


def _run(arguments: argparse.Namespace) -> None:
    names = [name.replace("-", "_") for name, _, _ in OPTIONS]
    with warnings.catch_warnings():
        # They are printed below.
        warnings.simplefilter("ignore", MultiplierWarning)
        multiplier = Multiplier(
            arguments.multiplier, **{name: getattr(arguments, name) for name in names}
        )
    if arguments.cost:
        multiplier = multiplier.with_cost(arguments.cost)
    if arguments.output:
        multiplier.save(arguments.output, arguments.with_gradient, arguments.with_factors)
    info = multiplier.info
    lhs, rhs = multiplier.operand_types
    facts = [
        ("name", info["name"]),
        ("operands", f"{lhs} x {rhs} (first x second), {info['operand_order']}"),
        ("encoding", info["encoding"]),
        ("sha256", info["hash"]),
        ("source", f"{info['format']}: {info['description'] or 'a table'}"),
    ]
    facts += [("warning", warning) for warning in multiplier.warnings]
    commutative = info["commutative"]
    order = "commutative" if commutative else "not commutative: a layer's weight comes first"
    facts.append(("order", order))
    if arguments.output:
        facts.append(("wrote", arguments.output))
    for name, value in facts:
        print(f"{name:<10}{value}")


def add_commands(add: Add) -> None:
    """Add the subcommand to `lutra multiplier`."""
    parser = add(
        "import", _run, "Read a multiplier from any file: table, Verilog, BLIF, C, container."
    )
    parser.add_argument("multiplier", help="the file, or any multiplier's name")
    parser.add_argument("-o", "--output", help="a container (.axm) or a table file to write it to")
    for name, value, text in OPTIONS:
        if value == "true|false":
            parser.add_argument(f"--{name}", nargs="?", const="true", metavar=value, help=text)
        else:
            parser.add_argument(f"--{name}", metavar=value, help=text)
    parser.add_argument("--cost", help="hardware cost: power=0.4mW,area=120um2,process=PDK45")
    parser.add_argument(
        "--with-factors", action="store_true", help="find exact factors and keep them"
    )
    parser.add_argument(
        "--with-gradient",
        action="append",
        default=[],
        metavar="ESTIMATOR",
        help="keep the gradient tables of this estimator (may be repeated)",
    )
