"""`lutra tune hws`: choose a half window by short trainings."""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import sys
from typing import Any

from lutra.analysis_cli import SPEC_HELP
from lutra.files import renamed_when_complete
from lutra.tune import CRITERIA, NETWORKS, TuneOptions, TuneResult, tune_half_window

DESCRIPTION = """\
Train a small network for a few epochs with each half window of a gradient
estimator, from the same float weights, and name the one with the smallest loss
on the training split. Test samples take no part."""

# Option: (field of TuneOptions, metavar, help). The default says the type.
_OPTIONS = (
    ("estimator", "ESTIMATOR", "what takes hws, without it: lut-2d, local-ls, rank:k=2"),
    ("network", "NETWORK", "network that is trained"),
    ("data", "FILE.npz", "images [n, channels, height, width] and labels [n] (default: digits)"),
    ("epochs", "N", "epochs of each training"),
    ("seeds", "N", "float networks to start from; losses are averaged"),
    ("by", "SAMPLES", "loss that decides: of the samples trained on, or of those held out"),
    ("held_out", "FRACTION", "of the training split that is held out"),
    ("float_epochs", "N", "epochs of training in float"),
    ("batch_size", "N", "samples per step"),
    ("learning_rate", "RATE", "Adam's learning rate in retraining"),
    ("halve_every", "N", "epochs after which it is halved"),
    ("float_learning_rate", "RATE", "Adam's learning rate in float training"),
    ("float_halve_every", "N", "epochs after which it is halved"),
    ("operand_order", "ORDER", "the multiplier's first operand"),
    ("weight_observer", "OBSERVER", "range of weights"),
)
_CHOICES = {
    "network": tuple(NETWORKS),
    "by": CRITERIA,
    "operand_order": ("weight_first", "activation_first"),
    "weight_observer": ("min_max", "running", "symmetric"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `lutra tune hws`."""
    parser.add_argument("multiplier", help=SPEC_HELP)
    parser.add_argument(
        "--hws",
        nargs="+",
        type=int,
        default=[],
        metavar="H",
        help="half windows to try (default: 1 2 4 ... 64 as far as they fit)",
    )
    defaults = {field.name: field.default for field in dataclasses.fields(TuneOptions)}
    for name, metavar, text in _OPTIONS:
        default = defaults[name]
        keywords: dict[str, Any] = {"default": default, "help": f"{text} (default: %(default)s)"}
        if name == "data":
            keywords["help"] = text
        if name in _CHOICES:
            keywords["choices"] = _CHOICES[name]
        else:
            keywords.update(type=type(default), metavar=metavar)
        parser.add_argument(f"--{name.replace('_', '-')}", dest=name, **keywords)
    parser.add_argument(
        "--state",
        metavar="FILE.npz",
        help="keep every finished training here, so that the search can be resumed",
    )
    parser.add_argument("--resume", action="store_true", help="go on from the state file")
    parser.add_argument("-o", "--output", metavar="FILE.json", help="write the result as JSON")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--quiet", action="store_true", help="do not say what is being done")


def _print(result: TuneResult) -> None:
    options = result.options
    print(
        f"{options.multiplier} {result.multiplier_hash[:12]}, {options.estimator}, "
        f"{options.network}: {options.epochs} epochs, {options.seeds} seeds"
    )
    print(f"{'hws':>5}  {'train loss':>11}  {'held-out loss':>13}")
    best = result.best
    for row in result.rows:
        losses = [
            f"{value:.5f}" if math.isfinite(value) else "diverged"
            for value in (row.train_loss, row.validation_loss)
        ]
        mark = "  smallest" if row.hws == best else ""
        print(f"{row.hws:>5}  {losses[0]:>11}  {losses[1]:>13}{mark}")
    print(f"chosen by {options.by} loss: {result.estimator}")


def run(arguments: argparse.Namespace) -> None:
    """Search, print and write."""
    options = TuneOptions(
        arguments.multiplier, **{name: getattr(arguments, name) for name, _, _ in _OPTIONS}
    )
    result = tune_half_window(
        options,
        arguments.hws,
        state=arguments.state,
        resume=arguments.resume,
        progress=None if arguments.quiet else lambda what: print(what, file=sys.stderr),
    )
    text = json.dumps(result.to_json(), indent=2)
    if arguments.output:
        with renamed_when_complete(arguments.output) as temporary:
            temporary.write_text(text + "\n", encoding="utf-8")
    if arguments.json:
        print(text)
    else:
        _print(result)
