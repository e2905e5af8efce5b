"""Modules, pass pipelines and compiled functions: the compiler, from Python."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Mapping, Sequence
from ctypes import POINTER, c_int64
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from lutra import _native
from lutra.errors import CompileError, Diagnostic, InputError, LutraError

Array = npt.NDArray[Any]

# LutraElementType, in the order of the C header: MLIR's name and NumPy's.
_ELEMENT_TYPES: tuple[tuple[str, str], ...] = (
    ("f32", "float32"),
    ("f64", "float64"),
    ("i1", "bool"),
    ("i8", "int8"),
    ("i16", "int16"),
    ("i32", "int32"),
    ("i64", "int64"),
)
_CODES = {np.dtype(numpy): code for code, (_, numpy) in enumerate(_ELEMENT_TYPES)}
_DTYPES = {mlir: np.dtype(numpy) for mlir, numpy in _ELEMENT_TYPES}


@dataclass(frozen=True)
class Argument:
    """An argument or result of a function.

    Attributes
    ----------
    name, role : str or None
        ``approx.name`` and ``approx.role``.
    element_type : str
        ``"f32"``, ``"i64"``, ...
    shape : tuple of int or None
        A dynamic size is None.
    updates : str or None
        Of a result: the argument whose new value it is.
    donated, output : bool
        Of a compiled function: updated in place; written and never read.
    """

    name: str | None
    role: str | None
    element_type: str
    shape: tuple[int | None, ...]
    updates: str | None = None
    donated: bool = False
    output: bool = False

    @property
    def dtype(self) -> np.dtype[Any]:
        """The NumPy type of its elements."""
        try:
            return _DTYPES[self.element_type]
        except KeyError:
            raise InputError(
                f"argument {self.name!r} has elements of type {self.element_type}, "
                "which NumPy does not have"
            ) from None

    @property
    def static_shape(self) -> tuple[int, ...]:
        """The shape; raises `CompileError` where a size is dynamic."""
        sizes = [size for size in self.shape if size is not None]
        if len(sizes) != len(self.shape):
            raise CompileError(
                f"argument {self.name!r} has a dynamic size; a compiled step needs static shapes"
            )
        return tuple(sizes)

    @staticmethod
    def from_json(data: dict[str, Any]) -> Argument:
        """Read one element of what the C API returns."""
        return Argument(
            data["name"] or None,
            data["role"] or None,
            data["element_type"],
            tuple(data["shape"] or ()),
            data.get("updates"),
            bool(data.get("donated")),
            bool(data.get("output")),
        )


@dataclass(frozen=True)
class Function:
    """A function of a module, as its text declares it."""

    name: str
    arguments: tuple[Argument, ...]
    results: tuple[Argument, ...]
    attributes: Mapping[str, Any]


class Context:
    """An MLIR context with every dialect and pass, and what it has diagnosed.

    What is done with a context and its modules takes turns: a call and the reading of what it
    diagnosed are one (`with context:`). Different contexts work side by side.
    """

    def __init__(self) -> None:
        library = _native.library()
        _native.use_threads()
        self._lock = threading.RLock()
        self._handle = _native.Handle(library.lutraContextCreate(), library.lutraContextDestroy)

    @property
    def pointer(self) -> int:
        """The C object."""
        return self._handle.pointer

    def __enter__(self) -> Context:
        _native.use_threads()
        self._lock.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def take_diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything said since the last call."""
        taken = _native.library().lutraContextTakeDiagnostics(self.pointer)
        return tuple(Diagnostic.from_json(item) for item in _native.take_json(taken))

    def error(self, what: str | None = None) -> CompileError:
        """The exception for a call that failed just now."""
        message = what or _native.last_error()
        return CompileError(message, self.take_diagnostics())


_contexts = threading.local()


def default_context() -> Context:
    """The context that this thread's modules are made in when none is named."""
    context = getattr(_contexts, "context", None)
    if context is None:
        context = _contexts.context = Context()
    return context


class Module:
    """A module of MLIR.

    Parameters
    ----------
    text : str
    filename : str
        What diagnostics call the text.
    context : Context, optional

    Raises
    ------
    CompileError
        The text is not valid MLIR.
    """

    def __init__(self, text: str, filename: str = "<text>", context: Context | None = None) -> None:
        context = context or default_context()
        data = text.encode()
        with context:
            pointer = _native.library().lutraModuleParse(
                context.pointer, data, len(data), filename.encode()
            )
            if not pointer:
                raise context.error()
            self._attach(context, pointer)

    def _attach(self, context: Context, pointer: int | None) -> None:
        self.context = context
        self._handle = _native.Handle(pointer, _native.library().lutraModuleDestroy)

    def clone(self) -> Module:
        """Return an independent copy."""
        copy = Module.__new__(Module)
        with self.context:
            copy._attach(self.context, _native.library().lutraModuleClone(self._handle.pointer))
        return copy

    def run(self, pipeline: str) -> Module:
        """Return a copy on which a textual pass pipeline has run.

        Raises
        ------
        CompileError
            With the compiler's message and where it points.
        """
        with self.context:
            copy = self.clone()
            failed = _native.interruptible(
                lambda: _native.library().lutraModuleRunPipeline(
                    copy._handle.pointer, pipeline.encode()
                )
            )
            if failed:
                raise self.context.error()
            self.context.take_diagnostics()
        return copy

    def functions(self) -> dict[str, Function]:
        """The functions by name."""
        with self.context:
            text = _native.library().lutraModuleFunctions(self._handle.pointer)
            listed = _native.take_json(text)
        return {
            item["name"]: Function(
                item["name"],
                tuple(Argument.from_json(argument) for argument in item["arguments"]),
                tuple(Argument.from_json(result) for result in item["results"]),
                item["attributes"],
            )
            for item in listed
        }

    def compile(self, threads: int = 0, optimization_level: int = 3) -> dict[str, CompiledFunction]:
        """Compile every public function for this machine.

        Parameters
        ----------
        threads : int
            Worker threads; 0 means as many as the machine has.
        optimization_level : int
            0 to 3, LLVM's.
        """
        library = _native.library()
        with self.context:
            pointer = _native.interruptible(
                lambda: library.lutraModuleCompile(
                    self._handle.pointer, optimization_level, threads
                )
            )
            if not pointer:
                raise self.context.error()
            self.context.take_diagnostics()
        handle = _native.Handle(pointer, library.lutraExecutableDestroy)
        signature = _native.take_json(library.lutraExecutableSignature(pointer))
        return {item["name"]: CompiledFunction(handle, item, threads) for item in signature}

    def __str__(self) -> str:
        with self.context:
            return _native.take_string(_native.library().lutraModulePrint(self._handle.pointer))


class _Frame:
    """Buffers of one call at a time, and what each of them describes.

    A description holds for as long as memory, sizes, strides and type are the same, whatever object
    has them: an array may have been changed in place since, or freed and made again.
    """

    def __init__(self, count: int) -> None:
        self.buffers = (_native.Buffer * max(count, 1))()
        self.keys: list[Any] = [None] * count
        self.kept: list[Any] = [None] * count

    def bind(self, index: int, function: str, argument: Argument, array: Array) -> Array:
        """Describe an array; the one that is returned has to live until the call is over."""
        if argument.donated and not array.flags.writeable:
            raise InputError(f"argument {argument.name!r} is updated in place but is read-only")
        address = array.__array_interface__["data"][0]
        key = (address, array.shape, array.strides, array.dtype)
        if self.keys[index] == key:
            return array
        self.keys[index] = None
        array, *sizes_and_strides = _describe(self.buffers[index], function, argument, array)
        self.kept[index] = sizes_and_strides
        if self.buffers[index].data == address:  # no copy was made
            self.keys[index] = key
        return array


def _describe(buffer: Any, function: str, argument: Argument, array: Array) -> tuple[Any, ...]:
    """Fill a `LutraBuffer`; what is returned has to live as long as it is used."""
    code = _CODES.get(array.dtype)
    if code is None:
        raise InputError(
            f"argument {argument.name!r} of {function} expects {argument.dtype}, got {array.dtype}"
        )
    if argument.donated and not array.flags.writeable:
        raise InputError(f"argument {argument.name!r} is updated in place but is read-only")
    if any(stride % array.itemsize for stride in array.strides):
        if argument.donated or argument.output:
            raise InputError(
                f"argument {argument.name!r} of {function} is written in place and expects strides "
                f"that are multiples of {array.itemsize} bytes, got {array.strides}"
            )
        array = np.ascontiguousarray(array)
    rank = array.ndim
    sizes = (c_int64 * rank)(*array.shape)
    strides = (c_int64 * rank)(*(stride // array.itemsize for stride in array.strides))
    buffer.data = array.ctypes.data
    buffer.element_type = code
    buffer.rank = rank
    buffer.sizes = ctypes.cast(sizes, POINTER(c_int64))
    buffer.strides = ctypes.cast(strides, POINTER(c_int64))
    return array, sizes, strides


class CompiledFunction:
    """Machine code of one function, called on NumPy arrays.

    Attributes
    ----------
    name : str
    arguments : tuple of Argument
        In call order: inputs and donated state, then outputs.
    status_names : tuple of str
        What a non-zero status means.
    workspace_bytes : int
        Scratch memory of one call.
    """

    def __init__(self, handle: _native.Handle, signature: dict[str, Any], threads: int) -> None:
        self._handle = handle
        self._alone = threads == 1
        self.name = str(signature["name"])
        self.arguments = tuple(Argument.from_json(item) for item in signature["arguments"])
        self.status_names = tuple(signature["status_names"])
        self.workspace_bytes = int(signature.get("workspace_bytes", 0))
        # Those that no call is using: a call takes one, or makes one.
        self._frames: list[_Frame] = []
        self._symbol = self.name.encode()

    def __call__(self, values: Mapping[str, npt.ArrayLike]) -> dict[str, Array]:
        """Call the function.

        Several threads may call at once; the calls themselves take turns.

        Parameters
        ----------
        values : mapping of str to array
            One array per argument that is not an output, by name. Donated ones
            are updated in place.

        Returns
        -------
        dict of str to array
            New arrays, by the name of the result or else its role; a second
            ``logits`` is ``logits1``.

        Raises
        ------
        InputError
            An argument is missing, or its shape or type differs.
        LutraError
            The runtime failed.
        """
        try:
            frame = self._frames.pop()
        except IndexError:
            frame = _Frame(len(self.arguments))
        outputs: dict[str, Array] = {}
        keep = []
        for index, argument in enumerate(self.arguments):
            if argument.output:
                array = np.empty(argument.static_shape, argument.dtype)
                key = name = argument.name or argument.role or f"result{index}"
                number = 0
                while key in outputs:
                    number += 1
                    key = f"{name}{number}"
                outputs[key] = array
            else:
                name = argument.name or ""
                if name not in values:
                    raise InputError(f"argument {name!r} of {self.name} is missing")
                array = np.asarray(values[name])
            keep.append(frame.bind(index, self.name, argument, array))
        self._invoke(frame.buffers)
        del keep  # alive until here
        self._frames.append(frame)
        return outputs

    def run(self, arrays: Sequence[Array]) -> None:
        """Call the function on one array per argument, outputs among them.

        Nothing of the arrays is kept, and several threads may call at once; the
        calls themselves take turns.

        Raises
        ------
        InputError, LutraError
            As for a call.
        """
        buffers = (_native.Buffer * max(len(arrays), 1))()
        keep = [
            _describe(buffer, self.name, argument, array)
            for buffer, argument, array in zip(buffers, self.arguments, arrays, strict=True)
        ]
        self._invoke(buffers)
        del keep  # sizes and strides are read until here

    def _invoke(self, buffers: Any) -> None:
        if not self._alone:
            _native.use_threads()
        failed = _native.library().lutraExecutableInvoke(
            self._handle.pointer, self._symbol, buffers, len(self.arguments)
        )
        if failed:
            message = _native.last_error()
            refused = message.startswith(("argument", "@", "no function"))
            raise InputError(message) if refused else LutraError(message)
