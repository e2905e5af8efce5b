"""Calls from several threads, from forked processes, and on arrays that were changed in place."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from typing import Any

import lutra
import numpy as np
import pytest
from lutra.compiler import CompiledFunction, Module
from lutra.networks import NetworkBuilder

DOUBLE = """
func.func @main(%a: tensor<4xf32> {approx.name = "a"}) -> (tensor<4xf32> {approx.name = "y"}) {
  %0 = arith.addf %a, %a : tensor<4xf32>
  return %0 : tensor<4xf32>
}
"""


@pytest.fixture(scope="module")
def double() -> CompiledFunction:
    return Module(DOUBLE).compile(threads=1)["main"]


@pytest.fixture(scope="module")
def step() -> lutra.TrainingStep:
    net = NetworkBuilder(4, 1, 4, 4).flatten().linear("fc", 3).text()
    model = lutra.load(net).approximate("truncated:8x8:drop=9")
    return model.training_step(lutra.SGD(0.1), threads=2)


def in_threads(work: Callable[[int], None], count: int = 2) -> None:
    """Run work(0), work(1), ... side by side; what one raises is raised here."""
    failed: list[BaseException] = []

    def caught(index: int) -> None:
        try:
            work(index)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=caught, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def test_fields_of_packed_records_are_read_anew(double: CompiledFunction) -> None:
    """Their stride is no multiple of an item: they are copied, at every call."""
    field = np.zeros(4, np.dtype([("x", "<f4"), ("tag", "i1")]))["x"]
    for value in (1, 5):
        field[:] = value
        np.testing.assert_array_equal(double({"a": field})["y"], 2 * np.full(4, value))


def test_fields_of_packed_records_are_not_written(double: CompiledFunction) -> None:
    """A copy of them would be, and nothing of it seen."""
    field = np.zeros(4, np.dtype([("x", "<f4"), ("tag", "i1")]))["x"]
    with pytest.raises(lutra.InputError, match=r"multiples of 4 bytes, got \(5,\)"):
        double.run([np.ones(4, np.float32), field])


def test_an_array_resized_in_place_has_other_memory(double: CompiledFunction) -> None:
    array = np.arange(4, dtype=np.float32)
    double({"a": array})
    array.resize(400_000, refcheck=False)
    array.resize(4, refcheck=False)
    array[:] = 7
    np.testing.assert_array_equal(double({"a": array})["y"], np.full(4, 14))


@pytest.mark.parametrize("shape", [(2, 2), (4, 1), (1, 4)])
def test_an_array_of_a_new_shape_is_checked_again(
    double: CompiledFunction, shape: tuple[int, ...]
) -> None:
    array = np.arange(4, dtype=np.float32)
    double({"a": array})
    array.shape = shape
    with pytest.raises(lutra.InputError, match=r'\("a"\) of @main expects shape'):
        double({"a": array})
    array.shape = (4,)
    np.testing.assert_array_equal(double({"a": array})["y"], 2 * array)


def test_an_array_made_read_only_is_not_updated(step: lutra.TrainingStep) -> None:
    x, y = np.zeros((4, 1, 4, 4), np.float32), np.zeros(4, np.int64)
    step(x, y)
    parameter = next(iter(step.parameters.values()))
    parameter.flags.writeable = False
    try:
        with pytest.raises(lutra.InputError, match="read-only"):
            step(x, y)
    finally:
        parameter.flags.writeable = True


def test_one_function_from_two_threads(double: CompiledFunction) -> None:
    def work(index: int) -> None:
        array = np.full(4, index + 1, np.float32)
        for _ in range(2000):
            np.testing.assert_array_equal(double({"a": array})["y"], 2 * array)

    in_threads(work)


def test_one_step_from_two_threads(step: lutra.TrainingStep) -> None:
    draw = np.random.default_rng(0)
    batches = [
        (scale * draw.normal(size=(4, 1, 4, 4)).astype(np.float32), draw.integers(0, 3, 4))
        for scale in (1, 5)
    ]
    step.calibrate(batches)
    expected = [step.evaluate(*batch).loss for batch in batches]

    def work(index: int) -> None:
        for _ in range(500):
            assert step.evaluate(*batches[index]).loss == expected[index]

    in_threads(work)


def test_ranges_are_never_seen_between_two_states(step: lutra.TrainingStep) -> None:
    """Calibration empties them first: no other thread's call comes between."""
    draw = np.random.default_rng(0)
    x, y = draw.normal(size=(4, 1, 4, 4)).astype(np.float32), draw.integers(0, 3, 4)
    step.calibrate(x)
    expected = step.evaluate(x, y).loss
    losses: list[float] = []
    other = threading.Thread(target=lambda: losses.append(step.evaluate(x, y).loss))

    def batches() -> Iterator[np.ndarray[Any, Any]]:
        other.start()
        other.join(0.2)  # it waits, and is not waited for
        yield x

    step.calibrate(batches())
    other.join()
    assert losses == [expected]


def test_steps_from_two_threads_are_as_many(step: lutra.TrainingStep) -> None:
    """None of them is lost."""
    x, y = np.ones((4, 1, 4, 4), np.float32), np.zeros(4, np.int64)
    before = step.step_count

    def work(_: int) -> None:
        for _ in range(100):
            step(x, y)

    in_threads(work)
    assert step.step_count == before + 200


def test_each_thread_has_its_own_error() -> None:
    def work(index: int) -> None:
        name = "ab"[index] * 8
        text = f"func.func @main() {{ call @{name}() : () -> () return }}"
        for _ in range(100):
            with pytest.raises(lutra.CompileError, match=name):
                Module(text)

    in_threads(work)


def test_modules_of_one_context_in_two_threads() -> None:
    """A module is used wherever it is handed to; what is said of it stays together."""
    module = Module(DOUBLE)

    def work(index: int) -> None:
        for _ in range(50):
            with pytest.raises(lutra.CompileError, match=f"no-such-pass-{index}"):
                module.run(f"no-such-pass-{index}")
            assert "main" in module.functions()

    in_threads(work)


def call_in_child(call: Callable[[], Any], queue: Any) -> None:
    try:
        queue.put(repr(call()))
    except lutra.LutraError as error:
        queue.put(str(error))


def forked(call: Callable[[], Any]) -> str:
    """What a call gives, or the sentence that it is refused with, in a forked process."""
    context = multiprocessing.get_context("fork")
    queue = context.SimpleQueue()
    process = context.Process(target=call_in_child, args=(call, queue))
    process.start()
    process.join(20)
    if process.is_alive():
        process.kill()
        pytest.fail("the forked process hangs")
    return str(queue.get())


def test_threads_are_not_waited_for_behind_a_fork(step: lutra.TrainingStep) -> None:
    x, y = np.ones((4, 1, 4, 4), np.float32), np.zeros(4, np.int64)
    step(x, y)
    for call in (lambda: step(x, y), lambda: step.evaluate(x, y), lambda: Module(DOUBLE)):
        assert "was forked" in forked(call)


def test_a_function_of_one_thread_runs_behind_a_fork(double: CompiledFunction) -> None:
    ones = np.ones(4, np.float32)
    double({"a": ones})
    assert "2., 2., 2., 2." in forked(lambda: double({"a": ones})["y"])
