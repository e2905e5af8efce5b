"""Imported models on disk, so that the same model is not lowered twice.

An entry is the text of a module under the hash of what it was made from: the
framework's own description of the graph, the versions of every package on the
way, and the importer itself. Nothing is ever looked up by a file's name or time, and an entry
that is not what was written is made again: it ends with the hash of its text.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from lutra import _faults
from lutra.files import read_bytes, renamed_when_complete

# Names another folder; an empty value means that nothing is kept.
VARIABLE = "LUTRA_CACHE"
# The oldest entries go when there are more.
MAX_ENTRIES = 256


def folder() -> Path | None:
    """Where entries are kept, or None when nothing is."""
    chosen = os.environ.get(VARIABLE)
    if chosen is not None:
        return Path(chosen) if chosen else None
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "lutra" / "imports"


@functools.cache
def _importers() -> str:
    """What the importers themselves are: their version is their text."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return "".join(path.read_text(encoding="utf-8") for path in files)


def key(*parts: str) -> str:
    """SHA-256 of the parts and of the importers that make a text of them."""
    digest = hashlib.sha256()
    for part in (_importers(), *parts):
        data = part.encode()
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()


def get_or_make(entry: str, make: Callable[[], str]) -> str:
    """The text under the key `entry`, made and kept where there is none.

    A folder that cannot be written to only means that nothing is kept.
    """
    root = folder()
    if root is None:
        return _normal(make())
    path = root / f"{entry}.mlir"
    try:
        kept = read_bytes(path).decode()
        text = kept[: kept.rfind("\n", 0, -1) + 1]
        if kept == text + _seal(entry, text):
            with contextlib.suppress(OSError):  # one that may only be read serves as well
                _faults.reach("file")
                path.touch()
            return text
    except (OSError, UnicodeDecodeError):
        pass
    text = _normal(make())
    try:
        _faults.reach("file")
        root.mkdir(parents=True, exist_ok=True)
        with renamed_when_complete(path) as temporary:
            temporary.write_bytes((text + _seal(entry, text)).encode())
        _prune(root)
    except OSError:
        pass
    return text


def _normal(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _seal(entry: str, text: str) -> str:
    """The last line of an entry: of which key it is, and of what text."""
    return f"// {entry} {hashlib.sha256(text.encode()).hexdigest()}\n"


def _prune(root: Path) -> None:
    _faults.reach("file")
    entries = sorted(root.glob("*.mlir"), key=lambda path: path.stat().st_mtime)
    for path in entries[: max(0, len(entries) - MAX_ENTRIES)]:
        path.unlink(missing_ok=True)
