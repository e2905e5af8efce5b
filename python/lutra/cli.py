"""The command line: `lutra train`, `tune`, `histograms` and `multiplier`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from lutra import (
    analysis_cli,
    export_cli,
    gradients_cli,
    histograms_cli,
    import_cli,
    train,
    tune_cli,
)
from lutra.errors import LutraError, MultiplierWarning
from lutra.multiplier import estimators, families, wrappers


def _print_item(indent: int, text: str) -> None:
    """A text that goes on four columns further in, within 100 columns."""
    first, rest = " " * indent, " " * (indent + 4)
    print(textwrap.fill(text, 100, initial_indent=first, subsequent_indent=rest))


def _print_rows(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        _print_item(2, f"{row['name']}: {row['summary']}")
        _print_item(6, f"source: {row['source']}")
        for parameter in row["parameters"]:
            default = parameter["default"]
            # A default of "auto" is said in the help.
            note = {None: " (required)", "auto": ""}.get(default, f" (default {default})")
            _print_item(
                6, f"{parameter['name']}=<{parameter['domain']}>  {parameter['help']}{note}"
            )


def _multiplier_list(arguments: argparse.Namespace) -> None:
    tables = {"families": families(), "wrappers": wrappers(), "estimators": estimators()}
    if arguments.json:
        print(json.dumps(tables, indent=2))
        return
    print("Multiplier families, e.g. truncated:8x8:drop=9, exact:s8xu4")
    _print_rows(tables["families"])
    print("Wrappers, e.g. sign_magnitude(truncated:8x8:drop=9), transpose(table.npy:s8xu8)")
    for row in tables["wrappers"]:
        types = "[:TYPES]" if row["types"] else ""
        _print_item(2, f"{row['name']}(MULTIPLIER){types}: {row['summary']}")
    print("Gradient estimators, e.g. lut-2d:hws=16")
    _print_rows(tables["estimators"])


def _add_multiplier_commands(parent: argparse.ArgumentParser) -> None:
    commands = parent.add_subparsers(dest="action", metavar="ACTION", required=True)

    def add(
        name: str, run: Callable[[argparse.Namespace], None], text: str
    ) -> argparse.ArgumentParser:
        parser = commands.add_parser(name, help=text, description=text)
        parser.set_defaults(run=run)
        return parser

    parser = add("list", _multiplier_list, "List families, wrappers and gradient estimators.")
    parser.add_argument("--json", action="store_true", help="print JSON")

    analysis_cli.add_commands(add)
    import_cli.add_commands(add)
    export_cli.add_commands(add)
    gradients_cli.add_commands(add)


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="lutra",
        description="Train neural networks for hardware with approximate multipliers.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    parser_train = commands.add_parser(
        "train",
        help="the main job: a network retrained for approximate multipliers",
        description=train.DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    train.add_arguments(parser_train)
    parser_train.set_defaults(run=train.run)
    parser_histograms = commands.add_parser(
        "histograms",
        help="record how often a model's layers use each operand",
        description=histograms_cli.DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    histograms_cli.add_arguments(parser_histograms)
    parser_histograms.set_defaults(run=histograms_cli.run)
    parser_tune = commands.add_parser("tune", help="choose what an estimator leaves open")
    tunables = parser_tune.add_subparsers(dest="tunable", metavar="WHAT", required=True)
    parser_hws = tunables.add_parser(
        "hws",
        help="the half window, by short trainings",
        description=tune_cli.DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    tune_cli.add_arguments(parser_hws)
    parser_hws.set_defaults(run=tune_cli.run)
    _add_multiplier_commands(
        commands.add_parser("multiplier", help="describe and plot approximate multipliers")
    )
    return parser


def _print_warning(message: Warning | str, category: type[Warning], *_: Any, **__: Any) -> None:
    print(f"lutra: warning: {message}", file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; errors and warnings are sentences on standard error."""
    arguments = make_parser().parse_args(argv)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", MultiplierWarning)
            warnings.showwarning = _print_warning
            arguments.run(arguments)
    except LutraError as error:
        print(f"lutra: error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever reads the output has seen enough; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"lutra: error: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("lutra: interrupted", file=sys.stderr)
        return 130
    return 0
