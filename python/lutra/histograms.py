"""How often a network's layers use each operand of their multipliers.

`TrainingStep.record_histograms` runs a compiled network on data and counts;
the file that `Histograms.save` writes is what ``--distribution`` takes
everywhere.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra import _native
from lutra.errors import InputError, LutraError
from lutra.files import read_text, renamed_when_complete

FORMAT = "lutra-operand-histograms"
VERSION = 1
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True)
class OperandDistribution:
    """How often each operand value occurs, by bit pattern; operands independent.

    Attributes
    ----------
    source : str
        Where it comes from.
    operands : tuple of str
        Types of the multiplier's first and second operand.
    lhs, rhs : array
        One weight per value.
    """

    source: str
    operands: tuple[str, str]
    lhs: Weights
    rhs: Weights


def load_distribution(text: str | os.PathLike[str]) -> OperandDistribution:
    """Read ``"histograms.json"`` (all layers, by MACs) or ``"histograms.json:conv1"``.

    Raises
    ------
    LutraError
        No such file or layer, or weights that are no distribution.
    """
    data = _native.take_json(_native.library().lutraDistributionLoad(os.fspath(text).encode()))
    return OperandDistribution(
        data["source"],
        (data["operands"][0], data["operands"][1]),
        np.array(data["lhs"], np.float64),
        np.array(data["rhs"], np.float64),
    )


@dataclass(frozen=True)
class LayerHistograms:
    """One matmul or convolution of a network, and what it multiplied.

    Attributes
    ----------
    name, kind : str
        The layer's name and its kind of contraction.
    policy : str
        ``"approximate"``, ``"int8"`` or ``"float"`` (M12).
    macs : int
        Products per sample.
    multiplier, hash, operand_order : str or None
        Of a quantised layer.
    operands : tuple of str or None
        Types of the multiplier's first and second operand.
    lhs, rhs : array of int or None
        By bit pattern: in how many products of all recorded samples each code
        was the multiplier's first, and its second, operand.
    """

    name: str
    kind: str
    policy: str
    macs: int
    multiplier: str | None = None
    hash: str | None = None
    operand_order: str | None = None
    operands: tuple[str, str] | None = None
    lhs: npt.NDArray[np.int64] | None = None
    rhs: npt.NDArray[np.int64] | None = None

    def to_json(self) -> dict[str, Any]:
        """As plain data, without the name and without what is None."""
        data = {
            field.name: getattr(self, field.name)
            for field in dataclasses.fields(self)
            if field.name != "name" and getattr(self, field.name) is not None
        }
        for key in ("lhs", "rhs"):
            if key in data:
                data[key] = data[key].tolist()
        return data


@dataclass(frozen=True)
class Histograms:
    """What a network's layers multiplied.

    Attributes
    ----------
    layers : dict of str to LayerHistograms
        Every matmul and convolution, in the order in which they are computed.
    samples : int
        How many samples were recorded.
    """

    layers: dict[str, LayerHistograms]
    samples: int

    @property
    def macs(self) -> int:
        """Products per sample of the whole network."""
        return sum(layer.macs for layer in self.layers.values())

    def distribution(self, layer: str | None = None) -> OperandDistribution:
        """Operand distribution of one layer, or of all weighted by their MACs.

        Parameters
        ----------
        layer : str, optional

        Raises
        ------
        InputError
            No such layer, or one that is not quantised; layers of different
            operand types together.
        """
        if layer is not None and layer not in self.layers:
            known = ", ".join(self.layers)
            raise InputError(f"no layer is called {layer!r} (known: {known})")
        chosen = [self.layers[layer]] if layer is not None else list(self.layers.values())
        sums: list[Weights] = []
        types: tuple[str, str] | None = None
        for item in chosen:
            if item.lhs is None or item.rhs is None or item.operands is None:
                continue
            if types is not None and types != item.operands:
                raise InputError(
                    f"layers have different operand types, {' x '.join(types)} and "
                    f"{' x '.join(item.operands)}: name a layer"
                )
            types = item.operands
            parts = [item.macs * counts / counts.sum() for counts in (item.lhs, item.rhs)]
            sums = [a + b for a, b in zip(sums, parts, strict=True)] if sums else parts
        if types is None:
            what = f"layer {layer!r} is" if layer is not None else "no layer is"
            raise InputError(f"{what} {'not ' if layer is not None else ''}quantised")
        source = f"layer {layer!r}" if layer is not None else "all layers"
        return OperandDistribution(source, types, sums[0], sums[1])

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write a JSON file, under its name when complete."""
        data = {
            "format": FORMAT,
            "version": VERSION,
            "samples": self.samples,
            "layers": {name: layer.to_json() for name, layer in self.layers.items()},
        }
        with renamed_when_complete(path) as temporary:
            temporary.write_text(json.dumps(data) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: str | os.PathLike[str]) -> Histograms:
        """Read what `save` wrote.

        Raises
        ------
        LutraError
            The file is missing or is another one.
        """
        try:
            data = json.loads(read_text(path))
        except OSError as error:
            raise LutraError(f"{os.fspath(path)}: {error.strerror}") from None
        except (ValueError, RecursionError) as error:
            raise LutraError(f"{os.fspath(path)} is not JSON: {error}") from None
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise LutraError(f"{os.fspath(path)} is not a file of recorded histograms")
        if data.get("version") != VERSION:
            raise LutraError(
                f"{os.fspath(path)} is of version {data.get('version')}, expected {VERSION}"
            )
        try:
            layers = {
                name: LayerHistograms(name, **_read_layer(layer))
                for name, layer in data["layers"].items()
            }
            return Histograms(layers, int(data["samples"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise LutraError(
                f"{os.fspath(path)} is not what recording histograms writes: {error}"
            ) from None


def _read_layer(data: dict[str, Any]) -> dict[str, Any]:
    values = dict(data)
    if values.get("operands") is not None:
        first, second = values["operands"]
        values["operands"] = (str(first), str(second))
    for key in ("lhs", "rhs"):
        if values.get(key) is not None:
            values[key] = np.array(values[key], np.int64)
    if values["policy"] not in ("approximate", "int8", "float") or int(values["macs"]) < 1:
        raise ValueError("a layer's policy or number of MACs is wrong")
    return values


def add_up(
    contractions: Iterable[Mapping[str, Any]],
    runs: Iterable[Mapping[str, npt.NDArray[Any]]],
    batch_size: int,
    names: Mapping[str, str],
) -> Histograms:
    """Add up what a function of approx-record-histograms returned.

    Parameters
    ----------
    contractions : iterable of dict
        Its attribute ``approx.contractions``.
    runs : iterable of dict
        Its results of each batch, by name.
    batch_size : int
    names : mapping of str to str
        Names of multipliers by hash, where they are not the compiler's.
    """
    counts: dict[str, npt.NDArray[np.int64]] = {}
    batches = 0
    for outputs in runs:
        batches += 1
        for name, value in outputs.items():
            if name.endswith("_counts"):
                counts[name] = counts[name] + value if name in counts else value
    if not batches:
        raise InputError("recording needs at least one batch")
    layers = {}
    for item in contractions:
        name = str(item["name"])
        macs, rest = divmod(int(item["macs"]), batch_size)
        if rest:
            raise LutraError(
                f"layer {name!r} has {item['macs']} products per batch of {batch_size}: "
                "not a whole number per sample"
            )
        quantised: dict[str, Any] = {}
        if "hash" in item:
            quantised = {
                "multiplier": names.get(item["hash"], item["multiplier"]),
                "hash": item["hash"],
                "operand_order": item["operand_order"],
                "operands": (item["operands"][0], item["operands"][1]),
                "lhs": counts[f"{name}.lhs_counts"],
                "rhs": counts[f"{name}.rhs_counts"],
            }
        layers[name] = LayerHistograms(name, item["kind"], item["policy"], macs, **quantised)
    return Histograms(layers, batches * batch_size)
