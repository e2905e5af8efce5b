"""Files that cannot be written or read: the good one stays, and one sentence says why."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.container import load_container
from lutra.files import open_regular, read_text, renamed_when_complete
from lutra.histograms import load_distribution

FORMATS = ("npy", "axm", "txt", "csv", "mlir", "bin", "h")

# Files larger than a limit cannot be written: a full disk that needs no mount. Python ignores the
# signal that comes with it.
FULL_DISK = """
import resource, sys
import lutra

multiplier = lutra.Multiplier("truncated:8x8:drop=9")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    multiplier.save(sys.argv[1])
except lutra.LutraError as error:
    print(error)
"""


def _writable(path: Path) -> bool:
    with contextlib.suppress(lutra.LutraError):
        lutra.Multiplier("exact:2x2").save(path)
    return path.is_file()


def test_a_full_disk_leaves_the_table_alone(tmp_path: Path) -> None:
    extensions = [e for e in FORMATS if _writable(tmp_path / f"small.{e}")]
    assert {"npy", "axm"} <= set(extensions)
    (tmp_path / "tables").mkdir()
    for extension in extensions:
        path = tmp_path / "tables" / f"good.{extension}"
        path.write_bytes(b"precious")
        run = subprocess.run(
            [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True
        )
        assert run.returncode == 0, run.stderr
        assert run.stdout.strip() == f"cannot write file '{path}': File too large"
        assert path.read_bytes() == b"precious"
    # Nothing half-written stays either.
    assert sorted(p.name for p in (tmp_path / "tables").iterdir()) == sorted(
        f"good.{e}" for e in extensions
    )


def _save_table(path: Path) -> None:
    lutra.Multiplier("exact:2x2").save(path)


def _save_bytes(path: Path) -> None:
    with renamed_when_complete(path) as temporary:
        temporary.write_bytes(b"new")


@pytest.mark.parametrize("save", [_save_table, _save_bytes])
def test_symbolic_links_stay(save: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "target.npy"
    target.write_bytes(b"old")
    target.chmod(0o600)
    first, second = tmp_path / "first.npy", tmp_path / "second.npy"
    first.symlink_to("second.npy")
    second.symlink_to("folder/target.npy")
    save(first)
    assert first.is_symlink()
    assert second.is_symlink()
    assert target.read_bytes() not in (b"old", b"")
    assert target.stat().st_mode & 0o777 == 0o600
    # Where nothing is yet, the link says where it will be.
    target.unlink()
    save(first)
    assert first.is_symlink()
    assert target.is_file()
    assert {p.name for p in tmp_path.rglob("*")} == {
        "folder",
        "target.npy",
        "first.npy",
        "second.npy",
    }


def test_links_in_a_circle(tmp_path: Path) -> None:
    path = tmp_path / "circle.npy"
    path.symlink_to("circle.npy")
    with pytest.raises(lutra.LutraError, match="Too many levels of symbolic links"):
        _save_table(path)


@pytest.mark.parametrize("save", [_save_table, _save_bytes])
def test_what_is_no_file_is_not_replaced(save: Callable[[Path], None], tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.npy"
    os.mkfifo(pipe)
    folder = tmp_path / "folder.npy"
    folder.mkdir()
    # A device that nobody misses, should it be replaced after all.
    ends = os.openpty()
    terminal = os.ttyname(ends[1])
    device = tmp_path / "device.npy"
    device.symlink_to(terminal)
    for path in (pipe, folder, device):
        with pytest.raises((lutra.LutraError, OSError), match="a regular file"):
            save(path)
    assert pipe.is_fifo()
    assert folder.is_dir()
    assert Path(terminal).is_char_device()
    for end in ends:
        os.close(end)


def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.npy"
    os.mkfifo(pipe)
    device = tmp_path / "device.npy"
    device.symlink_to("/dev/zero")
    readers: list[Callable[[Path], object]] = [
        lutra.Multiplier,
        lutra.load,
        lutra.Histograms.load,
        load_container,
        load_distribution,
        open_regular,
        read_text,
    ]
    for path in (pipe, device):
        for reader in readers:
            with pytest.raises((lutra.LutraError, OSError), match="a regular file"):
                reader(path)
    # Neither in place of a folder's only table.
    (tmp_path / "device.npy").unlink()
    with pytest.raises(lutra.LutraError, match="a regular file"):
        lutra.Multiplier(tmp_path)


def test_interrupted_writing(tmp_path: Path) -> None:
    path = tmp_path / "state"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with renamed_when_complete(path) as temporary:
            temporary.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["state"]


def test_saved_state_in_a_pipe(mlp: lutra.Model, tmp_path: Path) -> None:
    step = mlp.training_step(lutra.SGD(0.1), threads=1)
    pipe = tmp_path / "pipe.npz"
    os.mkfifo(pipe)
    with pytest.raises(lutra.LutraError, match="a regular file"):
        step.load(pipe)
    with pytest.raises(OSError, match="a regular file"):
        step.save(pipe)
    target = tmp_path / "state.npz"
    (tmp_path / "link.npz").symlink_to(target)
    step.save(tmp_path / "link.npz")
    assert (tmp_path / "link.npz").is_symlink()
    with np.load(target) as file:
        assert file.files
