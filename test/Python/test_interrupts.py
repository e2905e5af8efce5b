"""Ctrl-C while the compiler works: heard before the next pass, and nothing is half-done."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from typing import Any

import lutra
import numpy as np
import pytest
from lutra import _faults, _native

TEXT = """
func.func @f(%x: tensor<4xf32> {approx.name = "x", approx.role = "input"}) -> tensor<4xf32> {
  %c = arith.constant dense<2.0> : tensor<4xf32>
  %0 = arith.addf %x, %c : tensor<4xf32>
  %1 = arith.mulf %0, %0 : tensor<4xf32>
  return %1 : tensor<4xf32>
}
"""
PIPELINE = ",".join(["func.func(convert-elementwise-to-linalg)", "canonicalize", "cse"] * 3)


@pytest.fixture(autouse=True)
def _keyboard_interrupt() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupted_at(place: int, action: Callable[[], Any], threads: int = 1) -> None:
    """SIGINT comes before one pass; that pass and those after it do not run.

    Of several functions, each other thread may have just begun one.
    """
    with _faults.injected(f"interrupt:{place}") as count:
        with pytest.raises(KeyboardInterrupt):
            action()
        # Passes that run are counted before they do.
        assert place <= count() < place + threads
    # The call itself ended, and not only what follows it.
    assert _native.library().lutraInterrupted()


def places_of(action: Callable[[], Any]) -> int:
    with _faults.injected("interrupt:1000000000") as count:
        action()
        return count()


def test_pipelines() -> None:
    module = lutra.Module(TEXT)
    before, after = str(module), str(module.run(PIPELINE))
    places = places_of(lambda: module.run(PIPELINE))
    assert places >= 9
    for place in range(1, places + 1):
        interrupted_at(place, lambda: module.run(PIPELINE))
        assert str(module) == before
        assert str(module.run(PIPELINE)) == after
        assert not _native.library().lutraInterrupted()
    # Python's own handler is back.
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_compilation() -> None:
    module = lutra.Module(TEXT)
    before = str(module)
    places = places_of(lambda: module.compile(threads=1))
    # Passes, LLVM's own optimisation, and last what stands before code generation.
    for place in sorted({1, 2, 40, places // 2, places - 1, places}):
        interrupted_at(place, lambda: module.compile(threads=1))
        assert str(module) == before
    result = module.compile(threads=1)["f"]({"x": np.arange(4, dtype=np.float32)})
    np.testing.assert_array_equal(next(iter(result.values())), [4, 9, 16, 25])


def test_a_step_that_compiles_when_asked(mlp: lutra.Model) -> None:
    step = mlp.approximate("exact:8x8").training_step(lutra.SGD(0.1), threads=1)
    images = np.random.default_rng(0).normal(size=(8, 1, 4, 4)).astype(np.float32)
    step(images, np.arange(8))
    before = {name: value.tobytes() for name, value in step.state().items()}
    interrupted_at(30, lambda: step.calibrate(2 * images, "float"), os.cpu_count() or 1)
    assert {name: value.tobytes() for name, value in step.state().items()} == before
    step.calibrate(2 * images, "float")
    assert {name: value.tobytes() for name, value in step.state().items()} != before


def test_a_handler_that_lets_the_program_go_on() -> None:
    heard = []
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    module = lutra.Module(TEXT)
    after = str(module.run(PIPELINE))
    with _faults.injected("interrupt:3"):
        assert str(module.run(PIPELINE)) == after
    assert heard == [signal.SIGINT]


def test_other_threads_do_not_listen() -> None:
    """Python's main thread alone runs handlers: another one's compilation goes on, as before."""
    heard, results = [], []
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    after = str(lutra.Module(TEXT).run(PIPELINE))
    with _faults.injected("interrupt:3"):
        worker = threading.Thread(
            target=lambda: results.append(str(lutra.Module(TEXT).run(PIPELINE)))
        )
        worker.start()
        worker.join()
    assert results == [after]
    assert heard == [signal.SIGINT]
