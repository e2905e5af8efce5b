"""Training steps: state, evaluation, calibration, and every wrong use."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import lutra
import numpy as np
import pytest
from conftest import ROOT
from lutra.losses import CrossEntropy
from lutra.networks import NetworkBuilder, digits_cnn

cross_entropy = CrossEntropy()


def data(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    x = generator.uniform(0, 1, (count, 1, 4, 4)).astype(np.float32)
    return x, generator.integers(0, 10, count)


@pytest.fixture(scope="module")
def step(mlp: lutra.Model) -> lutra.TrainingStep:
    return mlp.approximate("truncated:8x8:drop=6").training_step(lutra.Adam(1e-2), threads=1)


@pytest.fixture(autouse=True)
def _fresh(step: lutra.TrainingStep, mlp: lutra.Model) -> None:
    step.reset(mlp.initial_parameters(0))


def test_training_lowers_the_loss(step: lutra.TrainingStep) -> None:
    x, y = data(8)
    losses = [step(x, y) for _ in range(50)]
    assert losses[-1] < 0.7 * losses[0]
    assert step.step_count == 50


def test_state_has_names_and_is_updated_in_place(step: lutra.TrainingStep) -> None:
    assert set(step.parameters) == {"fc.weight", "fc.bias"}
    assert set(step.ranges) == {"fc.input_range"}
    assert len(step.optimizer_state) == 4
    weight, before = step.parameters["fc.weight"], step.parameters["fc.weight"].copy()
    step(*data(8))
    assert step.parameters["fc.weight"] is weight
    assert not np.array_equal(weight, before)
    assert np.isfinite(step.ranges["fc.input_range"]).all()


def test_reset_gives_the_same_run(step: lutra.TrainingStep, mlp: lutra.Model) -> None:
    runs = []
    for _ in range(2):
        step.reset(mlp.initial_parameters(0))
        runs.append([step(*data(8, seed)) for seed in range(4)])
    assert runs[0] == runs[1]


def test_learning_rate_can_change(step: lutra.TrainingStep) -> None:
    step.learning_rate = 0.0
    before = step.parameters["fc.weight"].copy()
    step(*data(8))
    assert np.array_equal(step.parameters["fc.weight"], before)


def test_saved_state_continues(step: lutra.TrainingStep, tmp_path: Path) -> None:
    step(*data(8))
    step.save(tmp_path / "state.npz")
    expected = step(*data(8, 1))
    step(*data(8, 2))
    step.load(tmp_path / "state.npz")
    assert step(*data(8, 1)) == expected
    assert [path.name for path in tmp_path.iterdir()] == ["state.npz"]
    (tmp_path / "bad.npz").write_text("nonsense")
    with pytest.raises(lutra.LutraError, match=r"bad\.npz is not a file of saved state"):
        step.load(tmp_path / "bad.npz")
    np.savez(tmp_path / "other.npz", something=np.zeros(2))
    with (
        pytest.raises(lutra.InputError, match="has no state"),
        pytest.warns(UserWarning, match="saved by an earlier version"),
    ):
        step.load(tmp_path / "other.npz")


def test_saved_state_says_what_it_is_of(mlp: lutra.Model, tmp_path: Path) -> None:
    def make(multiplier: str, optimizer: lutra.Optimizer, **options: str) -> lutra.TrainingStep:
        return mlp.approximate(multiplier, **options).training_step(optimizer, threads=1)

    path = tmp_path / "state.npz"
    step = make("truncated:8x8:drop=9", lutra.Adam(1e-3))
    step.save(path)
    for other, message in (
        (make("or_compressed:8x8", lutra.Adam(1e-3)), "multiplier 'truncated:8x8:drop=9'"),
        (make("truncated:8x8:drop=9", lutra.Adam(1e-3), gradient="lut-1d"), "gradient 'ste'"),
        (make("truncated:8x8:drop=9", lutra.Adam(1e-3, beta1=0.5)), "optimizer"),
    ):
        before = other.state()
        with pytest.raises(lutra.InputError, match=rf"state\.npz is of {message}.*expected"):
            other.load(path)
        for name, value in other.state().items():
            np.testing.assert_array_equal(value, before[name])
        other.load(path, strict=False)
    # Another name of the same table is the same multiplier, another learning rate the same state.
    table = lutra.Multiplier.from_table(step.model.approximations[0].multiplier.table)
    mlp.approximate(table).training_step(lutra.Adam(1e-2), threads=1).load(path)
    # What was saved before there were manifests.
    np.savez(tmp_path / "old.npz", **step.state())
    with pytest.warns(UserWarning, match=r"old\.npz does not say which multiplier") as said:
        step.load(tmp_path / "old.npz")
    assert len(said) == 1


def test_an_estimators_files_are_read_once(mlp: lutra.Model, tmp_path: Path) -> None:
    ones, twos = (np.full((256, 256), value, np.float32) for value in (1, 2))
    paths = [tmp_path / "lhs.npy", tmp_path / "rhs.npy"]
    for path in paths:
        np.save(path, ones)

    def make() -> lutra.TrainingStep:
        names = f"table:lhs={paths[0]}:rhs={paths[1]}"
        model = mlp.approximate("truncated:8x8:drop=9", gradient=names)
        return model.training_step(lutra.SGD(0.1), threads=1)

    x, y = data(8)
    step, same = make(), make()
    for path in paths:
        np.save(path, twos)
    other = make()
    losses = []
    for each in (step, same, other):
        each(x, y)
        losses.append(each(x, y))
    assert losses[0] == losses[1] != losses[2]
    # What is saved is of the tables that were compiled.
    step.save(tmp_path / "state.npz")
    same.load(tmp_path / "state.npz")
    with pytest.raises(lutra.InputError, match="gradient 'table:"):
        other.load(tmp_path / "state.npz")
    # And nothing needs the files any more.
    for path in paths:
        path.unlink()
    step(x, y)
    with pytest.raises(lutra.LutraError, match=r"cannot read file '.*lhs\.npy'"):
        make()


def test_damaged_state_is_refused_in_one_sentence(step: lutra.TrainingStep, tmp_path: Path) -> None:
    path = tmp_path / "state.npz"
    step.save(path)
    good, before = path.read_bytes(), step.state()
    for place in range(0, len(good), 11):
        path.write_bytes(good[:place] + bytes([good[place] ^ 0x41]) + good[place + 1 :])
        with contextlib.suppress(lutra.LutraError):  # nothing else; a harmless byte is none
            step.load(path)
        for name, value in step.state().items():
            np.testing.assert_array_equal(value, before[name])
    path.write_bytes(good[: len(good) // 2])
    with pytest.raises(lutra.LutraError, match="is not a file of saved state"):
        step.load(path)


def test_state_that_is_infinite_in_its_own_type(step: lutra.TrainingStep) -> None:
    before = step.state()
    huge = np.full(10, 1e300)
    with pytest.raises(lutra.InputError, match=r"'fc\.bias' expects finite values, got inf"):
        step.load_state({"fc.bias": huge})
    np.testing.assert_array_equal(step.parameters["fc.bias"], before["fc.bias"])


def test_interrupted_calibration_keeps_the_ranges(mlp: lutra.Model) -> None:
    step = mlp.approximate("exact:8x8").training_step(lutra.SGD(0.1), threads=1)
    x, _ = data(8)
    step.calibrate(x)
    before = step.state()

    def batches() -> Iterator[np.ndarray]:
        yield 5 * x
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        step.calibrate(batches())
    for name, value in step.state().items():
        np.testing.assert_array_equal(value, before[name])


def test_load_state_checks_everything_first(step: lutra.TrainingStep) -> None:
    before = step.state()
    with pytest.raises(lutra.InputError, match="no state is called 'nonsense'"):
        step.load_state({"fc.bias": np.ones(10), "nonsense": np.zeros(1)})
    with pytest.raises(lutra.InputError, match=r"'fc.weight' expects float32 of shape \(10, 16\)"):
        step.load_state({"fc.bias": np.ones(10), "fc.weight": np.zeros((16, 10))})
    with pytest.raises(lutra.InputError, match=r"no value for parameter 'fc\.weight'"):
        step.reset({"fc.bias": np.zeros(10)})
    step.load_state({})
    for name, value in step.state().items():
        assert np.array_equal(value, before[name]), name


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("fc.bias", np.full(10, np.nan), r"'fc.bias' expects finite values, got nan"),
        ("fc.input_range", [0.0, np.inf], r"'fc.input_range' expects finite values, got inf"),
        (
            "fc.input_range",
            [1.0, -1.0],
            r"'fc.input_range' expects \(min, max\), got \(1.0, -1.0\)",
        ),
        ("fc.bias.exp_avg_sq", -np.ones(10), r"'fc.bias.exp_avg_sq' expects means of squares"),
        ("step_count", -1, r"'step_count' expects a count of at least 0, got -1"),
    ],
)
def test_load_state_refuses_what_no_step_leaves(
    mlp: lutra.Model, name: str, value: object, message: str
) -> None:
    step = mlp.approximate("exact:8x8").training_step(lutra.Adam(1e-3))
    step.load_state({"fc.input_range": [np.inf, -np.inf]})
    before = step.state()
    with pytest.raises(lutra.InputError, match=message):
        step.load_state({name: np.asarray(value, before[name].dtype)})
    for key, kept in step.state().items():
        np.testing.assert_array_equal(kept, before[key])


def test_evaluation_of_any_number_of_samples(step: lutra.TrainingStep) -> None:
    x, y = data(19)
    step.calibrate(x)
    whole = step.evaluate(x, y)
    assert whole.count == 19
    assert whole.logits is not None
    assert whole.logits.shape == (19, 10)
    assert whole.accuracy == pytest.approx(np.mean(whole.logits.argmax(1) == y))
    assert whole.loss == pytest.approx(cross_entropy(whole.logits, y), abs=1e-6)
    # One by one it is the same: a sample does not depend on what fills its batch.
    for index in (0, 18):
        alone = step.evaluate(x[index : index + 1], y[index : index + 1])
        np.testing.assert_array_equal(alone.logits, whole.logits[index : index + 1])
    full = step.evaluate(x[:16], y[:16])
    assert full.loss == pytest.approx(cross_entropy(full.logits, y[:16]), abs=1e-5)


def test_evaluation_leaves_state_alone(step: lutra.TrainingStep) -> None:
    x, y = data(8)
    step.calibrate(x)
    before = step.state()
    step.evaluate(10 * x, y)
    for name, value in step.state().items():
        assert np.array_equal(value, before[name]), name


@pytest.mark.parametrize("arithmetic", ["float", "int8", "approximate"])
def test_calibration_fills_the_ranges(step: lutra.TrainingStep, arithmetic: str) -> None:
    x, y = data(24)
    x[0], x[8:16] = -1.0, 3 * x[8:16]
    before = step.parameters["fc.weight"].copy()
    step.calibrate(x, arithmetic=arithmetic)
    low, high = np.float32(-1.0), x[:8].max()
    for batch in (x[8:16], x[16:24]):
        low += np.float32(0.1) * (batch.min() - low)
        high += np.float32(0.1) * (batch.max() - high)
    np.testing.assert_allclose(step.ranges["fc.input_range"], [low, high], rtol=1e-6)
    assert np.array_equal(step.parameters["fc.weight"], before)
    step.evaluate(x, y)


def test_calibration_arithmetic_reaches_later_layers(small_cnn: lutra.Model) -> None:
    """A layer behind an approximate one sees other values than in float."""
    model = small_cnn.approximate("truncated:8x8:drop=9")
    step = model.training_step(lutra.SGD(0.1), calibration="float", threads=1)
    x = np.random.default_rng(0).uniform(0, 1, (32, 1, 8, 8)).astype(np.float32)
    found = {}
    for arithmetic in ("float", "int8", "approximate"):
        step.calibrate(x, arithmetic=arithmetic)
        found[arithmetic] = step.ranges["f1.input_range"].copy()
    assert found["int8"] == pytest.approx(found["float"], rel=0.05)
    assert found["approximate"][1] < 0.9 * found["float"][1]


def test_bias_correction_restores_the_means(small_cnn: lutra.Model) -> None:
    float_step = small_cnn.training_step(lutra.SGD(0.1), seed=1, threads=1)
    step = small_cnn.approximate("truncated:8x8:drop=8").training_step(
        lutra.SGD(0.1), seed=1, calibration="float", threads=1
    )
    x = np.random.default_rng(0).uniform(0, 1, (48, 1, 8, 8)).astype(np.float32)
    reference = float_step.layer_means(x)
    assert list(reference) == ["c1", "c2", "f1"]
    step.calibrate(x)
    before = step.layer_means(x)
    biases = {layer: step.parameters[f"{layer}.bias"].copy() for layer in reference}
    added = step.correct_biases(x, reference)
    after = step.layer_means(x)
    for layer, mean in reference.items():
        moved = step.parameters[f"{layer}.bias"] - biases[layer]
        np.testing.assert_allclose(moved, added[layer], atol=1e-6)
        # The contraction's mean and what was added to the bias make the float mean.
        np.testing.assert_allclose(after[layer] + moved, mean, atol=1e-4)
        assert np.abs(before[layer] - mean).max() > 1e-3
    with pytest.raises(lutra.InputError, match="'nonsense' has no bias"):
        step.correct_biases(x, {"nonsense": np.zeros(3)})


def test_layer_means_are_the_contractions_means(mlp: lutra.Model) -> None:
    step = mlp.training_step(lutra.SGD(0.1), threads=1)
    x, _ = data(24)
    weight = step.parameters["fc.weight"]
    means = step.layer_means(x)
    np.testing.assert_allclose(means["fc"], (x.reshape(24, 16) @ weight.T).mean(0), atol=1e-5)


def test_keep_exact_and_keep_float(small_cnn: lutra.Model) -> None:
    ranges = {}
    for name, options in {
        "exact": {"keep_exact": ["c1"]},
        "float": {"keep_float": ["c1", "f1"]},
    }.items():
        model = small_cnn.approximate("truncated:8x8:drop=9", **options)  # type: ignore[arg-type]
        ranges[name] = set(model.training_step(lutra.SGD(0.1), threads=1).ranges)
    assert ranges["exact"] == {"c1.input_range", "c2.input_range", "f1.input_range"}
    assert ranges["float"] == {"c2.input_range"}


def test_the_example_is_the_generated_network() -> None:
    """examples/lenet_digits.mlir and networks.digits_cnn are one network."""
    example = lutra.load(ROOT / "examples" / "lenet_digits.mlir")
    generated = lutra.load(digits_cnn(64))
    assert example.parameters == generated.parameters
    x = np.random.default_rng(0).uniform(0, 1, (64, 1, 8, 8)).astype(np.float32)
    y = np.zeros(64, np.int64)
    logits = [
        model.training_step(lutra.SGD(0.1), seed=5, threads=1).evaluate(x, y).logits
        for model in (example, generated)
    ]
    np.testing.assert_array_equal(*logits)


# --- wrong use ---------------------------------------------------------------


def test_wrong_batches(step: lutra.TrainingStep) -> None:
    x, y = data(8)
    before = step.state()
    for batch, message in (
        ((x,), r"takes 2 arrays \(image, .*\), got 1"),
        ((x[:4], y[:4]), r"expects shape \[8, 1, 4, 4\], got \[4, 1, 4, 4\]"),
        ((x.reshape(8, 16), y), r"expects shape \[8, 1, 4, 4\], got \[8, 16\]"),
        ((x.astype(np.float64), y), "elements of type f32, got f64"),
        ((x, y.astype(np.int32)), "elements of type i64, got i32"),
        ((x, y.astype(np.complex64)), "expects int64, got complex64"),
    ):
        with pytest.raises(lutra.InputError, match=message):
            step(*batch)
    for name, value in step.state().items():
        assert np.array_equal(value, before[name]), name


def test_strided_inputs_are_read_as_they_are(step: lutra.TrainingStep, mlp: lutra.Model) -> None:
    x, y = data(16)
    expected = step(np.ascontiguousarray(x[::2]), np.ascontiguousarray(y[::2]))
    step.reset(mlp.initial_parameters(0))
    assert step(x[::2], y[::2]) == expected
    step.reset(mlp.initial_parameters(0))
    assert step(np.asfortranarray(x[::2]), y[::2]) == expected


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_inputs_that_are_not_finite(step: lutra.TrainingStep, bad: float) -> None:
    x, y = data(8)
    step(x, y)
    before = step.state()
    x[3, 0, 1, 2] = bad
    with pytest.raises(lutra.StepError, match="no state was changed") as caught:
        step(x, y)
    assert caught.value.what.startswith("inputs")
    assert isinstance(caught.value, lutra.LutraError)
    for name, value in step.state().items():
        assert np.array_equal(value, before[name]), name
    with pytest.raises(lutra.StepError, match="inputs"):
        step.evaluate(x, y)


def test_parameters_and_labels_that_make_the_loss_not_finite(step: lutra.TrainingStep) -> None:
    x, y = data(8)
    y[2] = 10
    with pytest.raises(lutra.InputError, match=r"has 10 at \[2\], expected 0 to 9"):
        step(x, y)
    y[2] = 9
    step.parameters["fc.bias"][0] = np.nan
    with pytest.raises(lutra.StepError, match="loss"):
        step(*data(8))
    assert step.step_count == 0


def test_ranges_that_are_not_finite(step: lutra.TrainingStep) -> None:
    step.ranges["fc.input_range"][...] = np.nan
    with pytest.raises(lutra.StepError):
        step(*data(8))
    assert np.isnan(step.ranges["fc.input_range"]).all()


def test_gradients_that_are_not_finite() -> None:
    """Every value of the forward pass is finite; the first layer's gradient overflows."""
    net = NetworkBuilder(8, 1, 4, 4).flatten().linear("f1", 4).linear("f2", 10)
    step = lutra.load(net.text()).training_step(lutra.SGD(0.1), threads=1)
    step.load_state({"f1.weight": np.zeros((4, 16)), "f1.bias": np.zeros(4)})
    step.parameters["f2.weight"][...] *= 1e30
    before = step.state()
    with pytest.raises(lutra.StepError) as caught:
        step(np.full((8, 1, 4, 4), 1e30, np.float32), np.zeros(8, np.int64))
    assert caught.value.what.startswith("gradients")
    for name, value in step.state().items():
        assert np.array_equal(value, before[name]), name


def test_what_would_be_written_is_not_finite(mlp: lutra.Model) -> None:
    """Gradients and learning rate are finite, their product is not."""
    step = mlp.training_step(lutra.SGD(3e38, momentum=0.9))
    before = step.state()
    with pytest.raises(
        lutra.errors.StepError, match=r"parameters \(fc\.\w+\) not finite; no state"
    ):
        step(1e3 * np.ones((8, 1, 4, 4), np.float32), np.arange(8))
    for name, value in step.state().items():
        np.testing.assert_array_equal(value, before[name], name)
    step.load_state(before)


def test_failed_runtime_changes_no_state(mlp: lutra.Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call of the runtime fails: its results are not written, nor what depends on them."""
    model = mlp.approximate("truncated:8x8:drop=9")
    x, y = np.ones((8, 1, 4, 4), np.float32), np.arange(8)
    monkeypatch.setenv("LUTRA_KERNEL", "lookup_of_nobody")
    step = model.training_step(lutra.Adam(0.1), parameters=mlp.initial_parameters(0))
    before = step.state()
    for _ in range(2):
        with pytest.raises(lutra.LutraError, match="LUTRA_KERNEL: expected one of"):
            step(x, y)
    for name, value in step.state().items():
        np.testing.assert_array_equal(value, before[name], name)


def test_buffers_that_overlap_or_have_strides(mlp: lutra.Model) -> None:
    """Below TrainingStep, which owns its state: a compiled function's own checks."""
    module = mlp.module.run("approx-train-pipeline{optimizer=sgd momentum=0.9}")
    function = module.compile(threads=1)["train_step"]
    values = {
        str(argument.name): np.zeros(argument.static_shape, argument.dtype)
        for argument in function.arguments
        if not argument.output
    }
    assert float(function(values)["loss"]) == pytest.approx(np.log(10))
    momentum = next(name for name in values if name.startswith("fc.weight") and name[9:])
    with pytest.raises(lutra.InputError, match="overlap"):
        function({**values, momentum: values["fc.weight"]})
    with pytest.raises(lutra.InputError, match="contiguous"):
        function({**values, "fc.weight": np.zeros((16, 10), np.float32).T})
    frozen = values["fc.weight"].copy()
    frozen.flags.writeable = False
    with pytest.raises(lutra.InputError, match="is updated in place but is read-only"):
        function({**values, "fc.weight": frozen})
    del values["fc.bias"]
    with pytest.raises(lutra.InputError, match=r"argument 'fc\.bias' of train_step is missing"):
        function(values)


def test_evaluation_with_empty_ranges(step: lutra.TrainingStep) -> None:
    with pytest.raises(lutra.StepError, match=r"fc\.input_range.*train or calibrate before"):
        step.evaluate(*data(8))


def test_evaluation_without_samples(step: lutra.TrainingStep) -> None:
    x, y = data(8)
    with pytest.raises(lutra.InputError, match="at least one"):
        step.evaluate(x[:0], y[:0])
    with pytest.raises(lutra.InputError, match="same number of samples"):
        step.evaluate(x, y[:4])


def test_wrong_calibration(step: lutra.TrainingStep, mlp: lutra.Model) -> None:
    x, _ = data(8)
    with pytest.raises(lutra.InputError, match="unknown calibration arithmetic 'int4'"):
        step.calibrate(x, arithmetic="int4")
    with pytest.raises(lutra.InputError, match="at least one batch of 8"):
        step.calibrate(x[:7])
    with pytest.raises(lutra.InputError, match="no value of the model is quantised"):
        mlp.training_step(lutra.SGD(0.1), threads=1).calibrate(x)
    step.calibrate(x)
    before = step.ranges["fc.input_range"].copy()
    with pytest.raises(lutra.StepError):
        step.calibrate(np.full_like(x, np.nan))
    assert np.array_equal(step.ranges["fc.input_range"], before)


def test_wrong_choices(mlp: lutra.Model) -> None:
    with pytest.raises(lutra.InputError, match=r"expected lutra\.Adam"):
        mlp.training_step("adam")  # type: ignore[arg-type]
    with pytest.raises(lutra.CompileError, match=r"unknown target 'tpu' \(known: cpu\)"):
        mlp.training_step(lutra.Adam(1e-3), target="tpu")
    with pytest.raises(lutra.InputError, match="unknown loss 'hinge'"):
        mlp.training_step(lutra.Adam(1e-3), loss="hinge")
    with pytest.raises(lutra.CompileError, match="order"):
        mlp.approximate("exact:8x8", operand_order="sideways").training_step(lutra.SGD(0.1))
    with pytest.raises(lutra.CompileError, match="nonsense"):
        mlp.approximate("exact:8x8", keep_exact=["nonsense"]).training_step(lutra.SGD(0.1))
    with pytest.raises(lutra.InputError, match="sequence of names, got the string 'fc'"):
        mlp.approximate("exact:8x8", keep_exact="fc")
    with pytest.raises(lutra.MultiplierError, match="unknown multiplier family"):
        mlp.approximate("magic:8x8")
    with pytest.raises(lutra.MultiplierError, match="hws"):
        mlp.approximate("exact:8x8", gradient="lut-2d:hws=127")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: lutra.Adam(-1e-3), "learning_rate must be finite and not negative"),
        (lambda: lutra.Adam(float("nan")), "learning_rate"),
        (lambda: lutra.Adam(1e-3, beta1=1.0), "less than 1"),
        (lambda: lutra.SGD(0.1, momentum=-1), "momentum"),
        (lambda: lutra.SGD(0.1, nesterov=True), "nesterov needs a momentum"),
    ],
)
def test_wrong_optimizers(make: object, message: str) -> None:
    with pytest.raises(lutra.InputError, match=message):
        make()  # type: ignore[operator]


# --- the compiler's messages -----------------------------------------------------


def test_syntax_errors_have_a_location() -> None:
    with pytest.raises(lutra.CompileError) as caught:
        lutra.load("func.func @main() {\n  nonsense\n}\n")
    assert "<text>:2:" in str(caught.value)
    assert caught.value.diagnostics[0].line == 2


def test_op_without_a_derivative_is_named() -> None:
    text = """
    func.func private @external(tensor<8x10xf32>) -> tensor<8x10xf32>
    func.func @main(%w: tensor<8x10xf32> {approx.role = "parameter", approx.name = "w"},
                    %x: tensor<8x10xf32> {approx.role = "input", approx.name = "x"})
        -> (tensor<8x10xf32> {approx.role = "logits"}) {
      %0 = func.call @external(%w) : (tensor<8x10xf32>) -> tensor<8x10xf32>
      %1 = arith.addf %0, %x : tensor<8x10xf32>
      return %1 : tensor<8x10xf32>
    }
    """
    with pytest.raises(lutra.CompileError, match="call") as caught:
        lutra.load(text).training_step(lutra.SGD(0.1))
    assert caught.value.diagnostics


def test_buffers_in_place_of_tensors() -> None:
    text = """
    func.func @main(%w: memref<4x4xf32> {approx.role = "parameter", approx.name = "w"}) {
      return
    }
    """
    with pytest.raises(lutra.CompileError):
        lutra.load(text).training_step(lutra.SGD(0.1))


def test_dynamic_shapes_are_refused_with_a_sentence() -> None:
    text = """
    func.func @main(%w: tensor<4x4xf32> {approx.role = "parameter", approx.name = "w"},
                    %x: tensor<?x4xf32> {approx.role = "input", approx.name = "x"},
                    %init: tensor<?x4xf32> {approx.role = "input", approx.name = "init"})
        -> (tensor<?x4xf32> {approx.role = "logits"}) {
      %0 = linalg.matmul ins(%x, %w : tensor<?x4xf32>, tensor<4x4xf32>)
          outs(%init : tensor<?x4xf32>) -> tensor<?x4xf32>
      return %0 : tensor<?x4xf32>
    }
    """
    with pytest.raises(lutra.CompileError, match=r"static|dynamic"):
        lutra.load(text).training_step(lutra.SGD(0.1))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(lutra.LutraError, match=r"missing\.mlir: No such file"):
        lutra.load(tmp_path / "missing.mlir")
    binary = tmp_path / "binary.mlir"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(lutra.LutraError, match="not a text file"):
        lutra.load(binary)
