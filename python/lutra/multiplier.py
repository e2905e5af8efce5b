"""Approximate multipliers: their tables, errors and gradient tables."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from ctypes import POINTER, c_double, c_float, c_int32, c_void_p
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from lutra import _faults, _native
from lutra.errors import LutraError, MultiplierError, MultiplierWarning
from lutra.factorization import Factorization, factorize

if TYPE_CHECKING:
    from lutra.histograms import OperandDistribution


class Multiplier:
    """A total function AM of two integers, given by its table.

    Parameters
    ----------
    spec : str or os.PathLike
        A built-in family with its widths and parameters, such as
        ``"truncated:8x8:drop=9"``, or the path of a table, circuit or
        container file (``.npy``, ``.v``, ``.c``, ``.axm``, ...), which may end
        in operand types: ``"table.npy:s8xu8"``. Either may stand in wrappers:
        ``"sign_magnitude(truncated:8x8:drop=9)"``.
    **options
        What is known of a file better than its content tells: ``types``
        (``"s8xu8"``), ``bits`` (``"8x4"``), ``signed`` and ``transpose``
        (bool), ``order`` (``"twos-complement"`` or ``"offset-binary"``),
        ``format``, ``function`` (or module), ``ports`` (``"a,b,p"``) and
        ``time_limit`` of external programs, in seconds.

    Raises
    ------
    MultiplierError
        When the specification or the file is wrong; the message says what was
        expected.

    Warns
    -----
    MultiplierWarning
        When another reading of the file is much closer to a b, a circuit's
        operands are declared in an unusual order, and the like.
    """

    def __init__(
        self, spec: str | os.PathLike[str], **options: str | bool | int | float | None
    ) -> None:
        text = os.fspath(spec)
        self._attach(
            _native.library().lutraMultiplierImport(text.encode(), json.dumps(options).encode())
        )
        # By name alone the compiler would read another multiplier.
        self._from_table = any(value is not None for value in options.values())
        for sentence in self.warnings:
            warnings.warn(f"{text!r}: {sentence}", MultiplierWarning, stacklevel=2)

    @classmethod
    def from_table(
        cls,
        table: npt.ArrayLike,
        lhs: str = "ui8",
        rhs: str = "ui8",
        name: str = "table",
    ) -> Multiplier:
        """Make a multiplier from its table.

        Parameters
        ----------
        table : array_like of int
            ``table[index(a), index(b)] = AM(a, b)``, where index is the
            two's-complement bit pattern of the operand's width.
        lhs, rhs : str
            Operand types: ``"ui8"``, ``"si4"``, ...
        name : str
            Where the table comes from.
        """
        values = np.asarray(table)
        if values.dtype.kind not in "iu":
            raise MultiplierError(f"a table holds integers, got {values.dtype}")
        limits = np.iinfo(np.int32)
        if values.size and (values.min() < limits.min or values.max() > limits.max):
            raise MultiplierError("an entry of the table does not fit 32 bits")
        flat = np.ascontiguousarray(values, dtype=np.int32).reshape(-1)
        multiplier = cls.__new__(cls)
        multiplier._attach(
            _native.library().lutraMultiplierCreate(
                lhs.encode(),
                rhs.encode(),
                flat.ctypes.data_as(POINTER(c_int32)),
                flat.size,
                name.encode(),
            )
        )
        multiplier._from_table = True
        return multiplier

    def _attach(self, pointer: int | None) -> None:
        library = _native.library()
        try:
            self._handle = _native.Handle(pointer, library.lutraMultiplierDestroy)
        except LutraError as error:
            raise MultiplierError(str(error)) from None

    def save(
        self,
        path: str | os.PathLike[str],
        gradients: Sequence[str] = (),
        factors: bool = False,
        format: str = "",
    ) -> None:
        """Write a table file, or a container (``.axm``).

        Parameters
        ----------
        path : str or path-like
            Its extension says which format: ``.axm``, ``.npy``, ``.bin``,
            ``.txt`` (lines ``a b product``), ``.csv`` (matrix), ``.h`` (C
            array) or ``.mlir``.
        gradients : sequence of str
            Estimators whose gradient tables a container is to keep.
        factors : bool
            Whether a container is to keep exact factors, which are found first.
        format : str
            Instead of the extension's.
        """
        options = json.dumps({"gradients": list(gradients), "factors": factors, "format": format})
        status = _native.library().lutraMultiplierSave(
            self._handle.pointer, os.fspath(path).encode(), options.encode()
        )
        if status:
            raise MultiplierError(_native.last_error())

    @functools.cached_property
    def factorization(self) -> Factorization:
        """Exact int8 factors (may take seconds the first time)."""
        return factorize(self._handle.pointer)

    @functools.cached_property
    def info(self) -> dict[str, Any]:
        """Name, operand types, hash, bounds and error metrics."""
        data = _native.take_json(_native.library().lutraMultiplierInfo(self._handle.pointer))
        if not isinstance(data, dict):
            raise MultiplierError("the library described the multiplier in an unknown way")
        return data

    @functools.cached_property
    def warnings(self) -> tuple[str, ...]:
        """What was suspicious about the file that the multiplier was read from."""
        pointer = _native.library().lutraMultiplierWarnings(self._handle.pointer)
        return tuple(map(str, _native.take_json(pointer)))

    @property
    def name(self) -> str:
        """The canonical specification, or the file or name it was made from."""
        return str(self.info["name"])

    @property
    def hash(self) -> str:
        """SHA-256 of the operand types and the canonical table."""
        return str(self.info["hash"])

    @property
    def operand_types(self) -> tuple[str, str]:
        """Types of the first and second operand: ``("ui8", "ui8")``."""
        return str(self.info["lhs"]), str(self.info["rhs"])

    @property
    def metrics(self) -> dict[str, float]:
        """Error metrics under uniform operands, as EvoApproxLib defines them."""
        return dict(self.info["metrics"])

    def metrics_under(
        self, distribution: OperandDistribution | str | os.PathLike[str]
    ) -> dict[str, float]:
        """Error metrics under an operand distribution.

        Parameters
        ----------
        distribution : OperandDistribution, str or path-like
            ``Histograms.distribution()``, or a file of recorded histograms:
            ``"histograms.json"`` or ``"histograms.json:conv1"``.

        Raises
        ------
        MultiplierError
            The distribution is of other operand types.
        """
        from lutra.histograms import OperandDistribution, load_distribution

        if not isinstance(distribution, OperandDistribution):
            distribution = load_distribution(distribution)
        if distribution.operands != self.operand_types:
            raise MultiplierError(
                f"the distribution of {distribution.source} is of "
                f"{' x '.join(distribution.operands)} operands, but {self.name!r} takes "
                f"{' x '.join(self.operand_types)}"
            )
        arrays = [
            np.ascontiguousarray(weights, np.float64)
            for weights in (distribution.lhs, distribution.rhs)
        ]
        weights = [(item.ctypes.data_as(POINTER(c_double)), item.size) for item in arrays]
        pointer = _native.library().lutraMultiplierMetrics(
            self._handle.pointer, *weights[0], *weights[1]
        )
        if not pointer:
            raise MultiplierError(_native.last_error())
        return dict(_native.take_json(pointer))

    def with_cost(self, cost: str) -> Multiplier:
        """The same table with a hardware cost that its source does not state.

        Parameters
        ----------
        cost : str
            ``"power=0.4mW,area=120um2,delay=1.3ns,gates=260,process=PDK45"``
            with any of these.
        """
        multiplier = Multiplier.__new__(Multiplier)
        multiplier._attach(
            _native.library().lutraMultiplierWithCost(self._handle.pointer, cost.encode())
        )
        multiplier._from_table = self._from_table
        return multiplier

    @property
    def cost(self) -> dict[str, Any] | None:
        """Area, power, delay, gate equivalents, process and source; None when unknown."""
        cost = self.info["cost"]
        return dict(cost) if cost else None

    @property
    def shape(self) -> tuple[int, int]:
        """Number of values of the first and second operand."""
        lhs, rhs = self.operand_types
        return 1 << int(lhs[2:]), 1 << int(rhs[2:])

    def operand_values(self, operand: int) -> npt.NDArray[np.int32]:
        """Value of every index of operand 0 or 1, in bit-pattern order."""
        kind = self.operand_types[operand]
        values = np.arange(1 << int(kind[2:]), dtype=np.int32)
        if kind.startswith("s"):
            values[len(values) // 2 :] -= len(values)
        return values

    @functools.cached_property
    def table(self) -> npt.NDArray[np.int32]:
        """The canonical table (read-only), see `from_table`."""
        table = np.empty(self.shape, np.int32)
        pointer = table.ctypes.data_as(POINTER(c_int32))
        if _native.library().lutraMultiplierTable(self._handle.pointer, pointer, table.size):
            raise MultiplierError(_native.last_error())
        table.flags.writeable = False
        return table

    @property
    def error_table(self) -> npt.NDArray[np.int32]:
        """AM(a, b) - a b for every operand pair."""
        product = np.multiply.outer(self.operand_values(0), self.operand_values(1))
        return self.table - product.astype(np.int32)

    def gradient_table(self, estimator: str, operand: int) -> npt.NDArray[np.float32]:
        """Estimate of dAM/da (operand 0) or dAM/db (operand 1) at every pair.

        Parameters
        ----------
        estimator : str
            ``"ste"``, ``"lut-2d:hws=16"``, ``"lut-1d"``, ...; see `estimators`.
        operand : int
            Which operand the derivative is with respect to.
        """
        table = np.empty(self.shape, np.float32)
        pointer = table.ctypes.data_as(POINTER(c_float))
        if _native.library().lutraMultiplierGradientTable(
            self._handle.pointer, estimator.encode(), operand, pointer, table.size
        ):
            raise MultiplierError(_native.last_error())
        return table

    @contextlib.contextmanager
    def as_option(self) -> Iterator[str]:
        """Text by which a compiler pass finds this multiplier.

        A multiplier that was made from an array, by import options or by an
        external program is written to a file for the time of the block.
        """
        if not self._from_table and self.info["format"] not in ("verilog", "c-function"):
            yield self.name
            return
        with contextlib.ExitStack() as folders:
            try:
                _faults.reach("file")
                folder = folders.enter_context(tempfile.TemporaryDirectory(prefix="lutra-"))
                path = os.path.join(folder, "table.npy")
                np.save(path, self.table)
                _faults.reach("file")
            except OSError as error:
                raise MultiplierError(
                    f"the table of {self.name!r} cannot be handed to the compiler by a temporary "
                    f"file: {error.strerror}"
                ) from None
            yield f"{path}:{'x'.join(kind.replace('i', '') for kind in self.operand_types)}"

    def __repr__(self) -> str:
        return f"Multiplier({self.name!r})"


def compare(
    *multipliers: Multiplier | str | os.PathLike[str],
    distribution: str | os.PathLike[str] | None = None,
) -> dict[str, Any]:
    """How multipliers are related, and how far apart.

    Parameters
    ----------
    *multipliers : Multiplier, str or path-like
        Two or more.
    distribution : str or path-like, optional
        A file of recorded histograms, as for `Multiplier.metrics_under`.

    Returns
    -------
    dict
        ``multipliers``: what `Multiplier.info` holds, of each; ``equal``: classes
        of equal tables, by index; ``pairs``: of each pair ``relation`` (None, or
        its ``text`` such as ``"equal up to transposition"`` and what it consists
        of), ``difference`` and ``transposed_difference``.
    """
    items = [item if isinstance(item, Multiplier) else Multiplier(item) for item in multipliers]
    if len(items) < 2:
        raise MultiplierError("compare expects two multipliers or more")
    handles = (c_void_p * len(items))(*(item._handle.pointer for item in items))
    pointer = _native.library().lutraMultipliersCompare(
        handles, len(items), None if distribution is None else os.fspath(distribution).encode()
    )
    if not pointer:
        raise MultiplierError(_native.last_error())
    return dict(_native.take_json(pointer))


def search(
    *sources: str | os.PathLike[str],
    maximum: Mapping[str, float] | None = None,
    minimum: Mapping[str, float] | None = None,
    sort: str = "mean_error_distance",
    pareto: Sequence[str] = (),
    equal_to: str | os.PathLike[str] | None = None,
    distribution: str | os.PathLike[str] | None = None,
    limit: int = 0,
) -> dict[str, Any]:
    """Multipliers of folders, files and families that meet bounds on error and cost.

    Parameters
    ----------
    *sources : str or path-like
        Folders, table files, and specs whose parameters may be ranges:
        ``"truncated:8x8:drop=1..12"``.
    maximum, minimum : mapping of str to float, optional
        Bounds by key, of a metric (``"mean_error_distance"``) or a cost
        (``"power_mw"``); a bias counts by its magnitude.
    sort : str
        Key that results are sorted by, the smallest first.
    pareto : sequence of str
        Keep only those that no other beats in all of these keys.
    equal_to : str or path-like, optional
        Keep only tables that are this multiplier's, also up to transposition,
        signedness or bit order.
    distribution : str or path-like, optional
        A file of recorded histograms, as for `Multiplier.metrics_under`.
    limit : int
        At most so many results; 0 for all.

    Returns
    -------
    dict
        ``results``: what `Multiplier.info` holds, and ``relation``; ``skipped``:
        ``name`` and ``reason`` of what could not be judged; ``candidates``: how
        many were tried.
    """
    request: dict[str, Any] = {
        "sources": [os.fspath(source) for source in sources],
        "max": dict(maximum or {}),
        "min": dict(minimum or {}),
        "sort": sort,
        "pareto": list(pareto),
        "limit": limit,
    }
    for key, value in (("equal_to", equal_to), ("distribution", distribution)):
        if value is not None:
            request[key] = os.fspath(value)
    pointer = _native.library().lutraMultipliersSearch(json.dumps(request).encode())
    if not pointer:
        raise MultiplierError(_native.last_error())
    return dict(_native.take_json(pointer))


def families() -> list[dict[str, Any]]:
    """Built-in families: name, summary, source and parameters of each."""
    return list(_native.take_json(_native.library().lutraMultiplierFamilies()))


def wrappers() -> list[dict[str, Any]]:
    """What may stand around a multiplier's name: name, summary, types.

    ``sign_magnitude(truncated:8x8:drop=9):s8xu8``: ``types`` says whether
    operand types may follow.
    """
    return list(_native.take_json(_native.library().lutraMultiplierWrappers()))


def estimators() -> list[dict[str, Any]]:
    """Gradient estimators: name, summary, source and parameters of each."""
    return list(_native.take_json(_native.library().lutraGradientEstimators()))
