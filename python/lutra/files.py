"""Reading regular files, and writing them so that a half-written one is never seen."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lutra import _faults
from lutra.errors import FileError

#: More than any text that this package reads.
MAX_TEXT_BYTES = 1 << 30


def _check_regular(mode: int, path: Path) -> None:
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "expects a regular file, no folder, pipe or device", str(path))


@contextlib.contextmanager
def renamed_when_complete(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a temporary name beside `path`, renamed to it when the block succeeds.

    A symbolic link stays: what it points to is replaced, and keeps its permissions.

    Raises
    ------
    FileError
        What is there is no regular file, or the system cannot write the new one;
        an `OSError`, too.
    """
    target = Path(os.path.realpath(path))
    try:
        with _renamed(target) as temporary:
            yield temporary
    except FileError:
        raise
    except OSError as error:
        raise FileError(error.errno, error.strerror or str(error), os.fspath(path)) from None


@contextlib.contextmanager
def _renamed(target: Path) -> Iterator[Path]:
    _faults.reach("file")
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = None
    if os.path.lexists(target):
        mode = target.lstat().st_mode
        _check_regular(mode, target)
    _faults.reach("file")
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix
    )
    temporary = Path(name)
    try:
        os.close(handle)
        yield temporary
        _faults.reach("file")  # stands for what the block writes
        if mode is None:
            # mkstemp made it private; a result is as readable as any other file.
            umask = os.umask(0)
            os.umask(umask)
            mode = 0o666 & ~umask
        _faults.reach("file")
        temporary.chmod(stat.S_IMODE(mode))
        # A name must not come to disk before what it names.
        with temporary.open("rb") as file:
            _faults.reach("file")
            os.fsync(file.fileno())
        _faults.reach("file")
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def open_regular(path: str | os.PathLike[str]) -> BinaryIO:
    """Open a file to read bytes, unless it is a folder, a pipe or a device, which may never end.

    Raises
    ------
    OSError
        It is no regular file, or cannot be read.
    """
    _faults.reach("file")
    # Opening a pipe would wait for a writer.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        _check_regular(os.fstat(descriptor).st_mode, Path(path))
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Read a regular file.

    Raises
    ------
    OSError
        It is no regular file, or cannot be read.
    """
    with open_regular(path) as file:
        _faults.reach("file")
        return file.read()


def read_text(path: str | os.PathLike[str]) -> str:
    """Read UTF-8 from a regular file of at most `MAX_TEXT_BYTES`.

    Raises
    ------
    OSError
        It is no regular file, is larger, or cannot be read.
    UnicodeDecodeError
        It is no text.
    """
    with open_regular(path) as file:
        _faults.reach("file")
        data = file.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise OSError(errno.EFBIG, f"expects at most {MAX_TEXT_BYTES} bytes", str(path))
    return data.decode("utf-8")
