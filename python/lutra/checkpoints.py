"""Files of saved state: what they are of, and what is said when they are of something else."""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from lutra.errors import InputError, LutraError
from lutra.files import open_regular, read_bytes, renamed_when_complete

if TYPE_CHECKING:
    from lutra.compiler import Array
    from lutra.model import Model
    from lutra.optimizers import Optimizer

FORMAT = 1
# Beside the state, which has the names of the model's arguments.
KEY = "lutra.manifest"
# Two names of one table are one multiplier, and factors change no result.
_SAYS_NOTHING = ("multiplier", "factorize")


def manifest(model: Model, optimizer: Optimizer) -> dict[str, Any]:
    """What a step computes, but for the values of its state.

    The multiplier, quantisation and estimator of every approximation, in order,
    and the optimizer's constants. Tables are told by the hash of their entries;
    files that an estimator names by that of their bytes.
    """
    return {
        "format": FORMAT,
        "optimizer": optimizer.options(),
        "approximations": [
            {
                **item.describe(),
                "gradient": _with_hashes(item.gradient),
                "momentum": item.momentum,
            }
            for item in model.approximations
        ],
    }


def _with_hashes(estimator: str) -> str:
    parts = []
    for part in estimator.split(":"):
        name, equals, value = part.partition("=")
        if equals and Path(value).is_file():
            try:
                value = hashlib.sha256(read_bytes(value)).hexdigest()
            except OSError as error:
                raise LutraError(f"{value}, which {name} names: {error.strerror}") from None
        parts.append(f"{name}{equals}{value}")
    return ":".join(parts)


def _difference(saved: Mapping[str, Any], own: Mapping[str, Any]) -> str | None:
    """The first thing that a file is of and a step is not, as words for a sentence."""
    if saved.get("optimizer") != own["optimizer"]:
        return f"optimizer {saved.get('optimizer')}, expected {own['optimizer']}"
    theirs, ours = saved.get("approximations", []), own["approximations"]
    if len(theirs) != len(ours):
        return f"{len(theirs)} approximations, expected {len(ours)}"
    for one, other in zip(theirs, ours, strict=True):
        for key, value in other.items():
            if key not in _SAYS_NOTHING and one.get(key) != value:
                shown = "multiplier" if key == "hash" else key
                layers = ", ".join(other["layers"])
                return f"{shown} {one.get(shown)!r} in layers {layers}, expected {other[shown]!r}"
    return None


def save(path: str | os.PathLike[str], state: Mapping[str, Array], own: Mapping[str, Any]) -> None:
    """Write state and manifest to a NumPy ``.npz`` file, under its name when complete.

    Raises
    ------
    FileError
        The system cannot write it.
    """
    arrays: dict[str, Any] = {KEY: np.array(json.dumps(own)), **state}
    with renamed_when_complete(path) as temporary, temporary.open("wb") as file:
        np.savez(file, **arrays)


def load(path: str | os.PathLike[str], own: Mapping[str, Any], strict: bool) -> dict[str, Array]:
    """Read what `save` wrote; a file without a manifest is taken, with a warning.

    Raises
    ------
    LutraError
        The file cannot be read, or is damaged.
    InputError
        It is of something else (only if `strict`), or of a newer format.
    """
    name = os.fspath(path)
    try:
        with open_regular(path) as opened, np.load(opened, allow_pickle=False) as file:
            values = {key: file[key] for key in file.files}
        saved = json.loads(str(values.pop(KEY))) if KEY in values else None
        if saved is not None and not isinstance(saved.get("format"), int):
            raise ValueError("its manifest has no format")
    except Exception as error:  # zipfile, zlib, tokenize and ast each have errors of their own
        said = str(error) or type(error).__name__
        raise LutraError(f"{name} is not a file of saved state: {said}") from None
    if saved is None:
        warnings.warn(
            f"{name} does not say which multiplier and optimizer it is of: it was saved by an "
            "earlier version",
            stacklevel=3,
        )
    elif saved["format"] > FORMAT:
        raise InputError(f"{name} has format {saved['format']}, expected at most {FORMAT}")
    elif strict and (difference := _difference(saved, own)):
        raise InputError(f"{name} is of {difference} (strict=False loads it all the same)")
    return values
