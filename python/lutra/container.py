"""The native container of a multiplier: its table, gradients and factors."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra.errors import MultiplierError
from lutra.files import read_bytes
from lutra.multiplier import Multiplier

_DTYPES = {"F32": "<f4", "I32": "<i4", "I8": "|i1"}


@dataclass(frozen=True)
class Factors:
    """AM(a, b) = lhs_term[a] + rhs_term[b] + sum of 2^shift lhs[:, a] rhs[:, b].

    Indices are bit patterns; a row of ``lhs`` and ``rhs`` is one column of the
    factorisation, one MAC per product.
    """

    lhs: npt.NDArray[np.int8]
    rhs: npt.NDArray[np.int8]
    shift: npt.NDArray[np.int32]
    lhs_term: npt.NDArray[np.int32]
    rhs_term: npt.NDArray[np.int32]
    strategy: str

    def table(self) -> npt.NDArray[np.int64]:
        """The products that the factors give."""
        scaled = self.lhs.astype(np.int64) << self.shift[:, None].astype(np.int64)
        terms = self.lhs_term[:, None].astype(np.int64) + self.rhs_term[None, :]
        products: npt.NDArray[np.int64] = scaled.T @ self.rhs.astype(np.int64) + terms
        return products


@dataclass(frozen=True)
class Container:
    """What an ``.axm`` file holds."""

    multiplier: Multiplier
    #: dAM/da and dAM/db by the estimator's specification.
    gradients: dict[str, tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]] = field(
        default_factory=dict
    )
    factors: Factors | None = None
    #: The file's texts: name, description, sha256, ...
    metadata: dict[str, str] = field(default_factory=dict)


def load_container(path: str | os.PathLike[str]) -> Container:
    """Read an ``.axm`` file with all that it holds.

    The library verifies the file first: checksum, content hash, shapes, finite
    gradients and every product of the factors.

    Raises
    ------
    MultiplierError
        The file is damaged or no container.
    """
    multiplier = Multiplier(path, format="axm")
    try:
        data = read_bytes(path)
    except OSError as error:
        raise MultiplierError(f"{os.fspath(path)}: {error.strerror}") from None
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    metadata = header.pop("__metadata__")

    def tensor(name: str) -> npt.NDArray[Any]:
        begin, end = header[name]["data_offsets"]
        bytes_ = data[8 + size + begin : 8 + size + end]
        values: npt.NDArray[Any] = np.frombuffer(bytes_, _DTYPES[header[name]["dtype"]])
        shape: list[int] = header[name]["shape"]
        shaped: npt.NDArray[Any] = values.reshape(shape)
        return shaped

    names = [name[len("gradient.") : -len(".lhs")] for name in header if name.endswith(".lhs")]
    gradients = {
        name: (
            tensor(f"gradient.{name}.lhs").astype(np.float32),
            tensor(f"gradient.{name}.rhs").astype(np.float32),
        )
        for name in sorted(names)
        if f"gradient.{name}.lhs" in header
    }
    factors = None
    if "factors.shift" in header:
        factors = Factors(
            tensor("factors.lhs").astype(np.int8),
            tensor("factors.rhs").astype(np.int8),
            tensor("factors.shift").astype(np.int32),
            tensor("factors.lhs_term").astype(np.int32),
            tensor("factors.rhs_term").astype(np.int32),
            metadata["factors.strategy"],
        )
    return Container(multiplier, gradients, factors, metadata)
