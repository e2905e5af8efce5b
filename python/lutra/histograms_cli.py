"""`lutra histograms`: record what a trained model multiplies."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lutra.errors import InputError, LutraError
from lutra.files import open_regular
from lutra.histograms import Histograms
from lutra.model import PADDINGS, Model, load
from lutra.optimizers import SGD

DESCRIPTION = """\
Calibrate a model on inputs, run it on them and count how often each layer's
multiplier meets each operand code. The file is what --distribution takes, and
what lutra multiplier report computes the power of a network from."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `lutra histograms`."""
    parser.add_argument("model", help="a model of linalg on tensors (.mlir)")
    parser.add_argument(
        "--state",
        required=True,
        metavar="FILE.npz",
        help="parameters and buffers by name, as TrainingStep.save writes them",
    )
    parser.add_argument(
        "--inputs", required=True, metavar="FILE.npy", help="inputs; full batches of them are used"
    )
    parser.add_argument(
        "--multiplier",
        default="exact:8x8",
        metavar="SPEC",
        help="what the layers multiply with; later layers' codes depend on it (%(default)s)",
    )
    parser.add_argument(
        "--operand-order",
        default="weight_first",
        choices=("weight_first", "activation_first"),
        help="the multiplier's first operand (%(default)s)",
    )
    parser.add_argument(
        "--weight-observer",
        default="min_max",
        choices=("min_max", "running", "symmetric"),
        help="range of weights (%(default)s)",
    )
    parser.add_argument(
        "--per-channel", action="store_true", help="one weight scale per output channel"
    )
    parser.add_argument(
        "--padding",
        default="zero_point",
        choices=PADDINGS,
        help="zeros around images: products like any other, or left out (%(default)s)",
    )
    for name, text in (
        ("exact", "layers that are quantised but multiply exactly"),
        ("float", "layers that are not quantised"),
    ):
        parser.add_argument(f"--keep-{name}", nargs="*", default=[], metavar="LAYER", help=text)
    parser.add_argument(
        "-o",
        "--output",
        default="histograms.json",
        metavar="FILE",
        help="file to write (%(default)s)",
    )


def _load_array(path: str) -> npt.NDArray[np.float32]:
    try:
        with open_regular(path) as file:
            array = np.load(file)
    except (OSError, ValueError) as error:
        raise LutraError(f"{path} is not an array: {error}") from None
    if not isinstance(array, np.ndarray) or not np.issubdtype(array.dtype, np.floating):
        raise InputError(f"{path} expects an array of floats")
    return array.astype(np.float32)


def _load_state(path: str, model: Model) -> dict[str, dict[str, npt.NDArray[np.generic]]]:
    """Parameters and buffers of the model; other state in the file is not needed."""
    try:
        with open_regular(path) as opened, np.load(opened) as file:
            values = {name: file[name] for name in file.files}
    except (OSError, ValueError, AttributeError) as error:
        raise LutraError(f"{path} is not a file of saved state: {error}") from None
    state = {}
    for role in ("parameter", "buffer"):
        names = model.arguments(role)
        missing = [name for name in names if name not in values]
        if missing:
            raise InputError(f"{path} has no {role} {missing[0]!r}")
        state[role] = {name: values[name] for name in names}
    return state


def describe(histograms: Histograms) -> list[str]:
    """One line per layer."""
    lines = []
    for layer in histograms.layers.values():
        text = f"{layer.name}: {layer.policy}, {layer.macs} MACs per sample"
        if layer.lhs is not None and layer.rhs is not None:
            used = (np.count_nonzero(layer.lhs), np.count_nonzero(layer.rhs))
            text += (
                f", {used[0]} of {layer.lhs.size} first and {used[1]} of {layer.rhs.size} second "
                f"operands used ({layer.operand_order})"
            )
        lines.append(text)
    return lines


def run(arguments: argparse.Namespace) -> None:
    """Record and write the file."""
    model = load(arguments.model)
    state = _load_state(arguments.state, model)
    inputs = _load_array(arguments.inputs)
    approximate = model.approximate(
        arguments.multiplier,
        operand_order=arguments.operand_order,
        weight_observer=arguments.weight_observer,
        per_channel=arguments.per_channel,
        padding=arguments.padding,
        keep_exact=arguments.keep_exact,
        keep_float=arguments.keep_float,
    )
    # Nothing is trained; a step is what holds the state.
    step = approximate.training_step(
        SGD(0.0), parameters=state["parameter"], buffers=state["buffer"]
    )
    step.calibrate(inputs)
    histograms = step.record_histograms(inputs)
    if os.path.isdir(arguments.output):
        raise InputError(f"{arguments.output} is a folder")
    histograms.save(Path(arguments.output))
    print("\n".join(describe(histograms)))
    print(f"wrote {arguments.output}: {histograms.samples} samples")
