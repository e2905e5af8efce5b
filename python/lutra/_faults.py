"""Places of this package that a test makes fail; LUTRA_FAIL_AT (docs/runtime.md)."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator

from lutra import _native
from lutra.errors import InputError

# What the system says where a call fails.
_ERRORS = {"file": errno.EIO, "process": errno.EAGAIN}

_counting = bool(os.environ.get(_native.FAULTS_VARIABLE))


def reach(kind: str) -> None:
    """Pass a place that can fail; raise the system's error where this one is to.

    Parameters
    ----------
    kind : str
        ``"file"`` or ``"process"``.
    """
    if _counting and _native.library().lutraFaultReached(kind.encode()):
        raise OSError(_ERRORS[kind], os.strerror(_ERRORS[kind]))


@contextlib.contextmanager
def injected(spec: str) -> Iterator[Callable[[], int]]:
    """Make a place fail within the block, as ``LUTRA_FAIL_AT=spec`` does.

    Yields a function that says how many places have been reached.
    """
    global _counting
    library = _native.library()
    before = _counting
    if library.lutraFaultInject(spec.encode()):
        raise InputError(_native.last_error())
    _counting = True
    try:
        yield library.lutraFaultCount
    finally:
        _counting = before
        library.lutraFaultInject(None)
