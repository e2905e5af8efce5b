"""Every place that can fail does so once: nothing is half-done, one sentence says why, and the next
attempt succeeds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest
from lutra import _faults, checkpoints
from lutra.container import load_container
from lutra.frontends import cache, lowering
from lutra.networks import NetworkBuilder

FORMATS = ("axm", "npy", "bin", "txt", "csv", "h", "mlir")
NEVER = 1 << 40

C_SOURCE = "#include <stdint.h>\nuint8_t mul(uint8_t a, uint8_t b) { return a * b & 0xFE; }\n"
VERILOG = "module m(input [1:0] a, b, output [3:0] p); assign p = a * b; endmodule\n"


def walk(action: Callable[[], Any], check: Callable[[], None], kind: str = "") -> int:
    """Run an action with each of its places failing; call `check` after each failure.

    What the action survives (a cache that cannot be written) is no failure, but is counted.
    """
    prefix = f"{kind}:" if kind else ""
    for n in range(1, NEVER):
        with _faults.injected(f"{prefix}{n}") as count:
            try:
                action()
            except lutra.LutraError as error:
                said = str(error)
                assert said
                assert "\n" not in said, said
                assert count() >= n, said
                failed = True
            else:
                failed = False
            reached = count()
        if reached < n:
            assert not failed
            return n - 1
        if failed:
            check()
    raise AssertionError


def test_counts_and_specifications() -> None:
    with (
        pytest.raises(lutra.InputError, match=r"expected n or kind:n .*, got 'disk:1'"),
        _faults.injected("disk:1"),
    ):
        pass
    with _faults.injected("file:2") as count:
        _faults.reach("process")
        _faults.reach("file")
        with pytest.raises(OSError, match="Input/output error"):
            _faults.reach("file")
        _faults.reach("file")
        assert count() == 3
    _faults.reach("file")


def test_the_variable(tmp_path: Path) -> None:
    program = """
import lutra
for _ in range(2):
    try:
        lutra.Multiplier("exact:2x2").save("table.npy")
        print("saved")
    except lutra.LutraError as error:
        print(error)
"""
    said = {}
    for value in ("file:2", "none"):
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "LUTRA_FAIL_AT": value},
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=True,
        )
        said[value] = run.stdout.splitlines()
    assert said["file:2"] == ["cannot write file 'table.npy': Input/output error", "saved"]
    assert len(said["none"]) == 2
    assert "LUTRA_FAIL_AT: expected n or kind:n" in said["none"][0]
    assert said["none"][0].endswith(", got 'none'")


# --- the C API --------------------------------------------------------------

TEXT = """
func.func @f(%x: tensor<4xf32> {approx.name = "x", approx.role = "input"}) -> tensor<4xf32> {
  %0 = arith.addf %x, %x : tensor<4xf32>
  %1 = tensor.extract_slice %0[0] [2] [2] : tensor<4xf32> to tensor<2xf32>
  %2 = tensor.concat dim(0) %1, %1 : (tensor<2xf32>, tensor<2xf32>) -> tensor<4xf32>
  return %2 : tensor<4xf32>
}
"""


def test_modules() -> None:
    module = lutra.Module(TEXT)
    text = str(module)

    def compile_and_call() -> None:
        copy = lutra.Module(TEXT)
        assert list(copy.functions()) == ["f"]
        function = copy.run("canonicalize").compile(threads=1)["f"]
        strided = np.arange(8, dtype=np.float32)[::2]
        result = next(iter(function({"x": strided}).values()))
        np.testing.assert_array_equal(result, [0, 8, 0, 8])

    def check() -> None:
        assert str(module) == text

    assert walk(compile_and_call, check) > 8
    compile_and_call()


def test_multipliers() -> None:
    good = lutra.Multiplier("truncated:4x4:drop=3")

    def use() -> None:
        multiplier = lutra.Multiplier("truncated:4x4:drop=3")
        assert multiplier.hash == good.hash
        assert multiplier.info == good.info
        np.testing.assert_array_equal(multiplier.table, good.table)
        copy = lutra.Multiplier.from_table(good.table, *good.operand_types)
        assert copy.hash == good.hash

    assert walk(use, lambda: None) > 3
    use()


# --- steps ------------------------------------------------------------------


@pytest.fixture(scope="module")
def step() -> lutra.TrainingStep:
    """Convolutions and linear layers in tables and exact, a linear one in factors."""
    net = NetworkBuilder(4, 1, 8, 8)
    net.conv("c1", 3, 3, padding=1).relu().conv("c2", 4, 3).relu().max_pool().flatten()
    net.linear("f1", 6).relu().linear("f2", 5).relu().linear("f3", 4)
    model = lutra.load(net.text())
    for layers, factorize in ((["c1", "f1"], "off"), (["f2"], "all")):
        model = model.approximate(
            "truncated:4x4:drop=3", gradient="lut-2d:hws=2", layers=layers, factorize=factorize
        )
    generator = np.random.default_rng(0)
    values = {
        name: generator.normal(0, 0.4, argument.static_shape).astype(np.float32)
        for name, argument in model.arguments("parameter").items()
    }
    return model.training_step(lutra.SGD(0.1, momentum=0.9), parameters=values, threads=1)


@pytest.fixture(scope="module")
def batch() -> tuple[Any, Any]:
    images = np.random.default_rng(1).normal(size=(4, 1, 8, 8)).astype(np.float32)
    return images, np.arange(4)


def bits(state: dict[str, Any]) -> dict[str, bytes]:
    return {name: value.tobytes() for name, value in state.items()}


def test_steps(step: lutra.TrainingStep, batch: tuple[Any, Any]) -> None:
    step(*batch)  # what is made once is made; RuntimeTests fails that, too
    before = step.state()
    loss = step(*batch)
    after = bits(step.state())
    step.load_state(before)

    def check() -> None:
        assert bits(step.state()) == bits(before)
        assert step(*batch) == loss
        assert bits(step.state()) == after
        step.load_state(before)

    strided = (np.asfortranarray(batch[0]), batch[1])

    def once() -> None:
        step.load_state(before)
        step(*strided)

    assert walk(once, check) > 40


def test_evaluation_and_calibration(step: lutra.TrainingStep, batch: tuple[Any, Any]) -> None:
    before = step.state()
    loss = step.evaluate(*batch).loss
    step.calibrate(batch[0], "approximate")
    ranges = bits(step.state())
    step.load_state(before)

    def check() -> None:
        assert bits(step.state()) == bits(before)
        assert step.evaluate(*batch).loss == loss

    def calibrate() -> None:
        step.load_state(before)
        step.calibrate(batch[0], "approximate")
        assert bits(step.state()) == ranges

    assert walk(lambda: step.evaluate(*batch), check) > 10
    assert walk(calibrate, check) > 10
    step.load_state(before)


# --- files ------------------------------------------------------------------


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }


def test_state_files(step: lutra.TrainingStep, tmp_path: Path) -> None:
    path = tmp_path / "state.npz"
    step.save(path)
    before = contents(tmp_path)
    own = bits(step.state())
    zero = {name: np.zeros_like(value) for name, value in step.parameters.items()}

    def saved() -> None:
        assert contents(tmp_path) == before

    assert walk(lambda: step.save(path), saved) >= 6
    path.unlink()

    def not_saved() -> None:
        assert contents(tmp_path) == {}

    def save_anew() -> None:
        path.unlink(missing_ok=True)
        step.save(path)

    assert walk(save_anew, not_saved) >= 6
    assert {name: len(data) for name, data in contents(tmp_path).items()} == {
        name: len(data) for name, data in before.items()
    }

    def load() -> None:
        step.load_state(zero)
        step.load(path)
        assert bits(step.state()) == own

    def not_loaded() -> None:
        assert all(not value.any() for value in step.parameters.values())

    assert walk(load, not_loaded) >= 1


@pytest.mark.parametrize("extension", FORMATS)
def test_tables(extension: str, tmp_path: Path) -> None:
    good = lutra.Multiplier("truncated:4x4:drop=3")
    path = tmp_path / f"table.{extension}"
    lutra.Multiplier("exact:4x4").save(path)
    before = contents(tmp_path)

    def old() -> None:
        assert contents(tmp_path) == before

    assert walk(lambda: good.save(path), old) >= 6
    saved = contents(tmp_path)
    assert list(saved) == list(before)
    assert saved != before
    if extension != "mlir":  # which is only written
        assert walk(lambda: lutra.Multiplier(path, types="u4xu4"), lambda: None) >= 3
        assert lutra.Multiplier(path, types="u4xu4").hash == good.hash
    if extension == "axm":
        assert walk(lambda: load_container(path), lambda: None) >= 5
    link = tmp_path / f"link.{extension}"
    link.symlink_to(path.name)
    walk(lambda: good.save(link), lambda: None)
    assert link.is_symlink()
    assert contents(tmp_path) == {path.name: saved[path.name], link.name: saved[path.name]}


def test_a_failed_look_does_not_widen_permissions(tmp_path: Path) -> None:
    path = tmp_path / "table.npy"
    multiplier = lutra.Multiplier("exact:2x2")
    multiplier.save(path)
    path.chmod(0o600)

    def check() -> None:
        assert path.stat().st_mode & 0o777 == 0o600

    walk(lambda: multiplier.save(path), check)
    check()


# --- imports ----------------------------------------------------------------


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files of this test go."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


# Of what both do the circuit walks all.
@pytest.mark.parametrize(
    ("name", "text", "kind", "places"),
    [("m.c", C_SOURCE, "process", 4), ("m.v", VERILOG, "", 15)],
    ids=["function", "circuit"],
)
def test_circuits_and_functions(
    name: str, text: str, kind: str, places: int, tmp_path: Path, scratch: Path
) -> None:
    path = tmp_path / name
    path.write_text(text)
    types = "u2xu2"
    good = lutra.Multiplier(path, types=types).hash

    def load() -> None:
        assert lutra.Multiplier(path, types=types).hash == good

    def check() -> None:
        assert list(scratch.iterdir()) == []

    assert walk(load, check, kind) >= places
    check()
    load()


def test_tables_for_the_compiler(scratch: Path) -> None:
    multiplier = lutra.Multiplier.from_table(np.arange(16).reshape(4, 4), "ui2", "ui2")

    def use() -> None:
        with multiplier.as_option() as text:
            assert text

    def check() -> None:
        assert list(scratch.iterdir()) == []

    assert walk(use, check) == 2
    check()


def test_cache_of_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    entry = tmp_path / "cache" / "key.mlir"

    def make() -> None:
        entry.unlink(missing_ok=True)
        assert cache.get_or_make("key", lambda: "text") == "text\n"
        # Whole or not there, and nothing else.
        assert list(contents(tmp_path)) in ([], ["cache/key.mlir"])
        if entry.exists():
            assert entry.read_text().startswith("text\n")

    assert walk(make, lambda: None) >= 8
    cache.get_or_make("key", lambda: "text")
    kept = contents(tmp_path)

    def reuse() -> None:
        assert cache.get_or_make("key", lambda: "text") == "text\n"

    assert walk(reuse, lambda: None) >= 3
    assert contents(tmp_path) == kept


def test_passes_of_the_importer(scratch: Path) -> None:
    def lower() -> None:
        try:
            assert "func.func" in lowering.lower("func.func private @f()", "builtin.module()")
        except lowering.LoweringError as error:  # which importers make an error of ours
            raise lutra.FrontendError(str(error)) from None

    def check() -> None:
        assert list(scratch.iterdir()) == []

    assert walk(lower, check) == 2


def test_estimators_of_files(tmp_path: Path) -> None:
    table = tmp_path / "table.npy"
    np.save(table, np.zeros(4))
    assert walk(lambda: checkpoints._with_hashes(f"table:lhs={table}"), lambda: None) == 2
