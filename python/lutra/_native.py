"""The C API of libLutra by ctypes: finding the library, calling it, its errors."""

from __future__ import annotations

import ctypes
import ctypes.util
import functools
import json
import os
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from ctypes import (
    POINTER,
    c_char_p,
    c_double,
    c_float,
    c_int,
    c_int32,
    c_int64,
    c_size_t,
    c_uint32,
    c_void_p,
)
from pathlib import Path
from typing import Any, TypeVar

from lutra.errors import LutraError

_R = TypeVar("_R")

LIBRARY_NAME = "libLutra.so"
# Makes a place fail (lutra._faults).
FAULTS_VARIABLE = "LUTRA_FAIL_AT"


class Buffer(ctypes.Structure):
    """`LutraBuffer`: a strided array, sizes and strides in elements."""

    _fields_ = [
        ("data", c_void_p),
        ("element_type", c_int32),
        ("rank", c_int32),
        ("sizes", POINTER(c_int64)),
        ("strides", POINTER(c_int64)),
    ]


# Name: (result, arguments). A c_void_p result is an object or a string that is
# owned by the caller.
_FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "lutraVersion": (c_char_p, []),
    "lutraStringFree": (None, [c_void_p]),
    "lutraLastError": (c_char_p, []),
    "lutraFaultInject": (c_int, [c_char_p]),
    "lutraFaultCount": (c_int64, []),
    "lutraFaultReached": (c_int, [c_char_p]),
    "lutraInterrupt": (None, []),
    "lutraHearInterrupts": (None, [c_int]),
    "lutraInterrupted": (c_int, []),
    "lutraContextCreate": (c_void_p, []),
    "lutraContextDestroy": (None, [c_void_p]),
    "lutraContextTakeDiagnostics": (c_void_p, [c_void_p]),
    "lutraModuleParse": (c_void_p, [c_void_p, c_char_p, c_size_t, c_char_p]),
    "lutraModuleDestroy": (None, [c_void_p]),
    "lutraModuleClone": (c_void_p, [c_void_p]),
    "lutraModulePrint": (c_void_p, [c_void_p]),
    "lutraModuleFunctions": (c_void_p, [c_void_p]),
    "lutraModuleRunPipeline": (c_int, [c_void_p, c_char_p]),
    "lutraModuleCompile": (c_void_p, [c_void_p, c_int32, c_int32]),
    "lutraExecutableDestroy": (None, [c_void_p]),
    "lutraExecutableSignature": (c_void_p, [c_void_p]),
    "lutraExecutableInvoke": (c_int, [c_void_p, c_char_p, POINTER(Buffer), c_size_t]),
    "lutraMultiplierLoad": (c_void_p, [c_char_p]),
    "lutraMultiplierImport": (c_void_p, [c_char_p, c_char_p]),
    "lutraMultiplierWarnings": (c_void_p, [c_void_p]),
    "lutraMultiplierFactorize": (c_void_p, [c_void_p]),
    "lutraMultiplierSave": (c_int, [c_void_p, c_char_p, c_char_p]),
    "lutraMultiplierCreate": (
        c_void_p,
        [c_char_p, c_char_p, POINTER(c_int32), c_size_t, c_char_p],
    ),
    "lutraMultiplierDestroy": (None, [c_void_p]),
    "lutraMultiplierInfo": (c_void_p, [c_void_p]),
    "lutraMultiplierTableSize": (c_size_t, [c_void_p]),
    "lutraMultiplierTable": (c_int, [c_void_p, POINTER(c_int32), c_size_t]),
    "lutraMultiplierGradientTable": (
        c_int,
        [c_void_p, c_char_p, c_int32, POINTER(c_float), c_size_t],
    ),
    "lutraDistributionLoad": (c_void_p, [c_char_p]),
    "lutraMultiplierMetrics": (
        c_void_p,
        [c_void_p, POINTER(c_double), c_size_t, POINTER(c_double), c_size_t],
    ),
    "lutraMultiplierWithCost": (c_void_p, [c_void_p, c_char_p]),
    "lutraMultipliersCompare": (c_void_p, [POINTER(c_void_p), c_size_t, c_char_p]),
    "lutraMultipliersSearch": (c_void_p, [c_char_p]),
    "lutraGradientsCompare": (c_void_p, [c_void_p, POINTER(c_char_p), c_size_t, c_char_p]),
    "lutraGradientScoreHalfWindows": (c_void_p, [c_void_p, c_char_p]),
    "lutraGradientFactors": (c_void_p, [c_void_p, c_char_p, POINTER(c_uint32), c_size_t]),
    "lutraMultiplierFamilies": (c_void_p, []),
    "lutraMultiplierWrappers": (c_void_p, []),
    "lutraGradientEstimators": (c_void_p, []),
}


def _candidates() -> Iterator[Path]:
    """Where libLutra may be, in the order in which it is looked for."""
    package = Path(__file__).resolve().parent
    yield package / LIBRARY_NAME
    yield package.parents[1] / "build" / "lib" / LIBRARY_NAME
    for prefix in (Path(sys.prefix), package.parents[2], Path("/usr/local"), Path("/usr")):
        yield prefix / "lib" / LIBRARY_NAME


def find_library() -> Path:
    """Path of libLutra.

    ``LUTRA_LIBRARY`` names it, else it lies in the package's folder, in the
    build tree beside the package's sources, or in an install tree.
    """
    named = os.environ.get("LUTRA_LIBRARY")
    if named:
        if not Path(named).is_file():
            raise LutraError(f"LUTRA_LIBRARY names {named}, which is not a file")
        return Path(named)
    tried = list(_candidates())
    for path in tried:
        if path.is_file():
            return path
    found = ctypes.util.find_library("Lutra")
    if found:
        return Path(found)
    raise LutraError(
        f"{LIBRARY_NAME} not found: build it with scripts/quickstart --no-run, or name it in "
        f"LUTRA_LIBRARY (looked at {', '.join(str(path) for path in tried)})"
    )


@functools.cache
def library() -> ctypes.CDLL:
    """Load libLutra once and declare its functions."""
    path = find_library()
    try:
        handle = ctypes.CDLL(str(path))
    except OSError as error:
        raise LutraError(f"{path} cannot be loaded: {error}") from None
    for name, (result, arguments) in _FUNCTIONS.items():
        try:
            function = getattr(handle, name)
        except AttributeError:
            raise LutraError(f"{path} has no {name}: it is another version of Lutra") from None
        function.restype = result
        function.argtypes = arguments
    faults = os.environ.get(FAULTS_VARIABLE)
    if faults and handle.lutraFaultInject(faults.encode()):
        raise LutraError(handle.lutraLastError().decode(errors="replace"))
    return handle


_threads_used = False
_forked = False


def _after_fork() -> None:
    global _forked
    _forked = _threads_used


os.register_at_fork(after_in_child=_after_fork)


def use_threads() -> None:
    """Note that the library's threads may run from now on; refuse where they were lost by a fork.

    Raises
    ------
    LutraError
        The process was forked from one that had used them: a pool of threads (OpenMP's, the
        compiler's) that is not there any more would be waited for without end.
    """
    global _threads_used
    if _forked:
        raise LutraError(
            "this process was forked from one in which Lutra had compiled or run something, so its "
            'threads are gone: start it with multiprocessing.get_context("spawn") or "forkserver", '
            "or fork before the first use"
        )
    _threads_used = True


def interruptible(call: Callable[[], _R]) -> _R:
    """Run or compile a module, so that Ctrl-C in the main thread is heard before its end.

    Python's handler has run when the call returns, and has usually raised `KeyboardInterrupt`.
    Where another handler lets the program go on, the call is made again.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    while True:
        library().lutraHearInterrupts(in_main_thread)
        result = call()
        if not library().lutraInterrupted():
            return result


def last_error() -> str:
    """Why the last call of this thread failed."""
    text: bytes = library().lutraLastError()
    return text.decode(errors="replace")


def take_string(pointer: int | None) -> str:
    """Copy and free a string of the library; raises `LutraError` for null."""
    if not pointer:
        raise LutraError(last_error())
    try:
        return ctypes.string_at(pointer).decode(errors="replace")
    finally:
        library().lutraStringFree(pointer)


def take_json(pointer: int | None) -> Any:
    """As `take_string`, parsed."""
    return json.loads(take_string(pointer))


class Handle:
    """An object of the library, destroyed with its last Python owner."""

    def __init__(self, pointer: int | None, destroy: Callable[[int], None]) -> None:
        if not pointer:
            raise LutraError(last_error())
        self.pointer = pointer
        weakref.finalize(self, destroy, pointer)
