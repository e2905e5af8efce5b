"""Recorded operand histograms: against products listed one by one, and what is made of them."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.cli import main
from lutra.networks import NetworkBuilder

BATCH, CHANNELS, HEIGHT, WIDTH, FILTERS, CLASSES = 3, 2, 7, 9, 4, 5
STRIDES, DILATIONS, KERNEL = (2, 1), (1, 2), (3, 2)
OUT = tuple(
    (size - dilation * (kernel - 1) - 1) // stride + 1
    for size, kernel, stride, dilation in zip(
        (HEIGHT, WIDTH), KERNEL, STRIDES, DILATIONS, strict=True
    )
)
FEATURES = FILTERS * OUT[0] * OUT[1]


def shapes(layout: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    if layout == "nchw_fchw":
        return (
            (BATCH, CHANNELS, HEIGHT, WIDTH),
            (FILTERS, CHANNELS, *KERNEL),
            (BATCH, FILTERS, *OUT),
        )
    return (BATCH, HEIGHT, WIDTH, CHANNELS), (*KERNEL, CHANNELS, FILTERS), (BATCH, *OUT, FILTERS)


def tensor(shape: tuple[int, ...]) -> str:
    return f"tensor<{'x'.join(map(str, shape))}xf32>"


def network(layout: str) -> lutra.Model:
    """A strided, dilated convolution and a linear layer."""
    x, w, y = (tensor(shape) for shape in shapes(layout))
    fc, flat, out = (
        tensor((FEATURES, CLASSES)),
        tensor((BATCH, FEATURES)),
        tensor((BATCH, CLASSES)),
    )
    return lutra.load(f"""
func.func @main(%w: {w} {{approx.role = "parameter", approx.name = "conv.weight"}},
                %v: {fc} {{approx.role = "parameter", approx.name = "fc.weight"}},
                %x: {x} {{approx.role = "input", approx.name = "x"}})
    -> ({out} {{approx.role = "logits"}}) {{
  %zero = arith.constant 0.0 : f32
  %e0 = tensor.empty() : {y}
  %i0 = linalg.fill ins(%zero : f32) outs(%e0 : {y}) -> {y}
  %y = linalg.conv_2d_{layout}
      {{dilations = dense<{list(DILATIONS)}> : vector<2xi64>,
        strides = dense<{list(STRIDES)}> : vector<2xi64>}}
      ins(%x, %w : {x}, {w}) outs(%i0 : {y}) -> {y}
  %flat = tensor.collapse_shape %y [[0], [1, 2, 3]] : {y} into {flat}
  %e1 = tensor.empty() : {out}
  %i1 = linalg.fill ins(%zero : f32) outs(%e1 : {out}) -> {out}
  %z = linalg.matmul ins(%flat, %v : {flat}, {fc}) outs(%i1 : {out}) -> {out}
  return %z : {out}
}}
""")


def quantise(x: np.ndarray, low: float, high: float) -> tuple[np.ndarray, np.float32, int]:
    """M3 for ui8, step by step in float32: codes, scale, zero point."""
    low, high = np.float32(min(low, 0)), np.float32(max(high, 0))
    scale = np.float32((high - low) / np.float32(255))
    zero = np.clip(np.rint(np.float32(0) - low / scale), 0, 255)
    codes = np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.int64)
    return codes, scale, int(zero)


def conv_index(layout: str, n: int, c: int, h: int, w: int) -> tuple[int, ...]:
    return (n, c, h, w) if layout == "nchw_fchw" else (n, h, w, c)


def expected_counts(
    layout: str, x: np.ndarray, step: lutra.TrainingStep, table: np.ndarray, weight_first: bool
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Every product of the network, one by one: counts of (weight, activation) per layer."""
    counts = {name: (np.zeros(256, int), np.zeros(256, int)) for name in ("conv", "fc")}
    weight, fc = step.parameters["conv.weight"], step.parameters["fc.weight"]
    wq, sw, zw = quantise(weight, weight.min(), weight.max())
    xq, sx, zx = quantise(x, *step.ranges["conv.input_range"])
    y = np.zeros(shapes(layout)[2], np.int64)
    for n, f, i, j in itertools.product(range(BATCH), range(FILTERS), *map(range, OUT)):
        for c, kh, kw in itertools.product(range(CHANNELS), *map(range, KERNEL)):
            h, w = (
                i * STRIDES[0] + kh * DILATIONS[0],
                j * STRIDES[1] + kw * DILATIONS[1],
            )
            a = xq[conv_index(layout, n, c, h, w)]
            b = wq[(f, c, kh, kw) if layout == "nchw_fchw" else (kh, kw, c, f)]
            counts["conv"][0][b] += 1
            counts["conv"][1][a] += 1
            product = table[b, a] if weight_first else table[a, b]
            y[conv_index(layout, n, f, i, j)] += product - zw * a - zx * b + zx * zw
    flat = (y.astype(np.float32) * np.float32(sx * sw)).reshape(BATCH, FEATURES)
    vq, _, _ = quantise(fc, fc.min(), fc.max())
    aq, _, _ = quantise(flat, *step.ranges["fc.input_range"])
    for n, k, m in itertools.product(range(BATCH), range(FEATURES), range(CLASSES)):
        counts["fc"][0][vq[k, m]] += 1
        counts["fc"][1][aq[n, k]] += 1
    return counts


@pytest.mark.parametrize("layout", ["nchw_fchw", "nhwc_hwcf"])
@pytest.mark.parametrize("order", ["weight_first", "activation_first"])
def test_counts_are_those_of_all_products(layout: str, order: str) -> None:
    multiplier = lutra.Multiplier("or_compressed:8x8")
    model = network(layout).approximate(multiplier, keep_exact=["fc"], operand_order=order)
    step = model.training_step(lutra.SGD(0.1))
    x = np.random.default_rng(1).normal(size=(2 * BATCH, *shapes(layout)[0][1:]))
    x = x.astype(np.float32)
    step.calibrate(x)
    histograms = step.record_histograms(x)

    assert histograms.samples == 2 * BATCH
    assert list(histograms.layers) == ["conv", "fc"]
    assert [layer.policy for layer in histograms.layers.values()] == ["approximate", "int8"]
    table = multiplier.table.astype(np.int64)
    weight_first = order == "weight_first"
    sums = [
        expected_counts(layout, batch, step, table, weight_first)
        for batch in (x[:BATCH], x[BATCH:])
    ]
    for name, layer in histograms.layers.items():
        assert layer.operand_order == order
        assert layer.operands == ("ui8", "ui8")
        weight, activation = (sums[0][name][i] + sums[1][name][i] for i in (0, 1))
        first, second = (weight, activation) if weight_first else (activation, weight)
        np.testing.assert_array_equal(layer.lhs, first)
        np.testing.assert_array_equal(layer.rhs, second)
        assert layer.macs * histograms.samples == layer.lhs.sum() == layer.rhs.sum()
    assert histograms.layers["conv"].hash == multiplier.hash
    assert histograms.layers["fc"].hash == lutra.Multiplier("exact:8x8").hash


def test_signed_codes_and_float_layers() -> None:
    """Narrow signed codes count by their bit pattern; a float layer has MACs alone."""
    net = NetworkBuilder(2, 1, 4, 4)
    net.flatten().linear("f1", 5).relu().linear("f2", 3)
    model = lutra.load(net.text()).approximate("exact:s4xu6", keep_float=["f2"])
    step = model.training_step(lutra.SGD(0.1))
    x = np.random.default_rng(0).random((2, 1, 4, 4), dtype=np.float32)
    step.calibrate(x)
    layers = step.record_histograms(x).layers
    weight = step.parameters["f1.weight"]
    low, high = min(weight.min(), 0), max(weight.max(), 0)
    scale = np.float32((high - low) / np.float32(15))
    zero = np.clip(np.rint(np.float32(-8) - low / scale), -8, 7)
    codes = np.clip(np.rint(weight / scale) + zero, -8, 7).astype(int)
    expected = np.bincount(codes.reshape(-1) & 15, minlength=16) * 2
    np.testing.assert_array_equal(layers["f1"].lhs, expected)
    assert layers["f1"].operands == ("si4", "ui6")
    assert layers["f1"].rhs is not None
    assert layers["f1"].rhs.shape == (64,)
    assert layers["f2"].policy == "float"
    assert layers["f2"].lhs is None
    assert (layers["f1"].macs, layers["f2"].macs) == (80, 15)


def test_symmetric_weights_of_a_sign_magnitude_multiplier() -> None:
    net = NetworkBuilder(2, 1, 4, 4).flatten().linear("f1", 5)
    model = lutra.load(net.text()).approximate(
        "sign_magnitude(truncated:8x8:drop=6)", weight_observer="symmetric"
    )
    step = model.training_step(lutra.SGD(0.1))
    x = np.random.default_rng(0).random((2, 1, 4, 4), dtype=np.float32)
    step.calibrate(x)
    layer = step.record_histograms(x).layers["f1"]
    weight = step.parameters["f1.weight"]
    scale = np.float32(np.abs(weight).max() / np.float32(127))
    codes = np.rint(weight / scale).astype(int)
    assert codes.min() < 0 < codes.max()
    expected = np.bincount(codes.reshape(-1) & 255, minlength=256) * 2
    np.testing.assert_array_equal(layer.lhs, expected)
    assert layer.operands == ("si8", "ui8")
    metrics = lutra.Multiplier("sign_magnitude(truncated:8x8:drop=6)").metrics_under(
        lutra.Histograms({"f1": layer}, 2).distribution("f1")
    )
    assert metrics["mean_error_distance"] > 0


def test_products_of_two_activations() -> None:
    """A batched product without a weight: its lhs is the multiplier's first operand."""
    x = tensor((2, 3, 4))
    model = lutra.load(f"""
func.func @main(%w: tensor<1xf32> {{approx.role = "parameter", approx.name = "w"}},
                %x: {x} {{approx.role = "input", approx.name = "x"}})
    -> (tensor<2x9xf32> {{approx.role = "logits"}}) {{
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<2x3x3xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  %t = linalg.batch_matmul
      indexing_maps = [affine_map<(b, m, n, k) -> (b, m, k)>, affine_map<(b, m, n, k) -> (b, n, k)>,
                       affine_map<(b, m, n, k) -> (b, m, n)>]
      ins(%x, %x : {x}, {x}) outs(%i : tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  %flat = tensor.collapse_shape %t [[0], [1, 2]] : tensor<2x3x3xf32> into tensor<2x9xf32>
  %e2 = tensor.empty() : tensor<2x9xf32>
  %wide = linalg.generic {{indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (0)>,
                                          affine_map<(i, j) -> (i, j)>],
                         iterator_types = ["parallel", "parallel"]}}
      ins(%flat, %w : tensor<2x9xf32>, tensor<1xf32>) outs(%e2 : tensor<2x9xf32>) {{
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  }} -> tensor<2x9xf32>
  return %wide : tensor<2x9xf32>
}}
""").approximate("exact:8x8")
    step = model.training_step(lutra.SGD(0.1))
    data = np.random.default_rng(0).normal(size=(2, 3, 4)).astype(np.float32)
    step.calibrate(data)
    (layer,) = step.record_histograms(data).layers.values()
    assert layer.operand_order == "lhs_first"
    assert layer.macs == 3 * 3 * 4
    ranges = list(step.ranges.values())
    codes, _, _ = quantise(data, *ranges[0])
    expected = np.bincount(codes.reshape(-1), minlength=256) * 3
    np.testing.assert_array_equal(layer.lhs, expected)
    np.testing.assert_array_equal(layer.rhs, expected)


def test_a_table_from_an_array_keeps_its_name(mlp: lutra.Model) -> None:
    table = lutra.Multiplier.from_table(lutra.Multiplier("exact:8x8").table + 1, name="mine")
    step = mlp.approximate(table).training_step(lutra.SGD(0.1))
    x = np.random.default_rng(0).random((8, 1, 4, 4), dtype=np.float32)
    step.calibrate(x)
    assert step.record_histograms(x).layers["fc"].multiplier == "mine"


def test_recording_needs_ranges_and_a_batch(mlp: lutra.Model) -> None:
    step = mlp.approximate("exact:8x8").training_step(lutra.SGD(0.1))
    x = np.zeros((8, 1, 4, 4), np.float32)
    with pytest.raises(lutra.StepError, match="train or calibrate before"):
        step.record_histograms(x)
    with pytest.raises(lutra.InputError, match="at least one batch"):
        step.record_histograms([])


@pytest.fixture
def recorded(small_cnn: lutra.Model) -> lutra.Histograms:
    step = small_cnn.approximate("truncated:8x8:drop=6").training_step(lutra.SGD(0.1))
    x = np.random.default_rng(0).random((32, 1, 8, 8), dtype=np.float32)
    step.calibrate(x)
    return step.record_histograms(x)


def oracle_metrics(multiplier: lutra.Multiplier, p: np.ndarray, q: np.ndarray) -> dict[str, float]:
    """The definitions, over the outer product of two distributions."""
    weight = np.multiply.outer(p / p.sum(), q / q.sum())
    error = multiplier.error_table.astype(np.float64)
    exact = multiplier.table - error
    nonzero = exact != 0
    relative = np.abs(error[nonzero]) / np.abs(exact[nonzero])
    met = weight > 0
    bias, square = (weight * error).sum(), (weight * error**2).sum()
    distance = (weight * np.abs(error)).sum()
    return {
        "error_rate": weight[error != 0].sum(),
        "mean_error_distance": distance,
        "normalized_mean_error_distance": distance / np.abs(exact).max(),
        "mean_relative_error_distance": (weight[nonzero] * relative).sum() / weight[nonzero].sum(),
        "worst_case_error_distance": np.abs(error[met]).max(),
        "worst_case_relative_error_distance": relative[met[nonzero]].max(),
        "bias": bias,
        "variance": square - bias**2,
        "mean_squared_error": square,
    }


def test_metrics_under_a_distribution(recorded: lutra.Histograms, tmp_path: Path) -> None:
    path = tmp_path / "h.json"
    recorded.save(path)
    for spec in ("truncated:8x8:drop=9", "or_compressed:8x8"):
        multiplier = lutra.Multiplier(spec)
        for layer in ("c1", "c2", "f1", None):
            distribution = recorded.distribution(layer)
            expected = oracle_metrics(multiplier, distribution.lhs, distribution.rhs)
            text = str(path) if layer is None else f"{path}:{layer}"
            for found in (multiplier.metrics_under(distribution), multiplier.metrics_under(text)):
                assert found.keys() == expected.keys() == multiplier.metrics.keys()
                for key, value in expected.items():
                    assert found[key] == pytest.approx(value, rel=1e-9, abs=1e-9), key
        uniform = oracle_metrics(multiplier, np.ones(256), np.ones(256))
        for key, value in uniform.items():
            assert multiplier.metrics[key] == pytest.approx(value, rel=1e-9, abs=1e-9), key


def test_distribution_of_all_layers_is_weighted_by_macs(recorded: lutra.Histograms) -> None:
    total = recorded.distribution()
    expected = sum(
        layer.macs * layer.rhs / layer.rhs.sum()  # type: ignore[union-attr]
        for layer in recorded.layers.values()
    )
    np.testing.assert_allclose(total.rhs, expected)
    assert total.lhs.sum() == pytest.approx(recorded.macs)


def test_file_is_read_back(recorded: lutra.Histograms, tmp_path: Path) -> None:
    path = tmp_path / "new" / "h.json"
    recorded.save(path)
    assert [file.name for file in path.parent.iterdir()] == ["h.json"]
    read = lutra.Histograms.load(path)
    assert (read.samples, list(read.layers)) == (recorded.samples, list(recorded.layers))
    for name, layer in recorded.layers.items():
        np.testing.assert_array_equal(read.layers[name].lhs, layer.lhs)
        np.testing.assert_array_equal(read.layers[name].rhs, layer.rhs)
        assert read.layers[name].to_json() == layer.to_json()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "is not a file of recorded histograms"),
        ('{"format": "lutra-operand-histograms", "version": 9}', "version 9, expected 1"),
        ('{"format": "lutra-operand-histograms", "version": 1}', "not what recording"),
        (
            '{"format": "lutra-operand-histograms", "version": 1, "samples": 1, '
            '"layers": {"c": {"kind": "conv_2d", "policy": "int9", "macs": 3}}}',
            "policy",
        ),
    ],
)
def test_other_files(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "h.json"
    path.write_text(text)
    with pytest.raises(lutra.LutraError, match=message):
        lutra.Histograms.load(path)


def test_wrong_distributions(recorded: lutra.Histograms, tmp_path: Path) -> None:
    with pytest.raises(lutra.InputError, match=r"no layer is called 'c9' \(known: c1, c2, f1\)"):
        recorded.distribution("c9")
    with pytest.raises(lutra.MultiplierError, match="ui8 x ui8 operands, but 'exact:4x4' takes"):
        lutra.Multiplier("exact:4x4").metrics_under(recorded.distribution("c1"))
    path = tmp_path / "d.json"
    path.write_text(json.dumps({"lhs": [1, 2], "rhs": [1, 2]}))
    with pytest.raises(lutra.LutraError, match="2\\^2 to 2\\^12 counts in 'lhs', got 2"):
        lutra.Multiplier("exact:4x4").metrics_under(path)


def test_command_line(
    small_cnn: lutra.Model, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`lutra histograms` records what `record_histograms` does."""
    model = tmp_path / "model.mlir"
    model.write_text(str(small_cnn.module))
    step = small_cnn.approximate("exact:8x8", keep_float=["f1"]).training_step(lutra.SGD(0.1))
    step.save(tmp_path / "state.npz")
    x = np.random.default_rng(0).random((32, 1, 8, 8), dtype=np.float32)
    np.save(tmp_path / "x.npy", x)
    out = tmp_path / "h.json"
    files = ["--state", str(tmp_path / "state.npz"), "--inputs", str(tmp_path / "x.npy")]
    arguments = ["histograms", str(model), *files, "--keep-float", "f1", "-o", str(out)]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "c1: approximate, 2304 MACs per sample" in printed
    assert "f1: float, 240 MACs per sample" in printed
    step.calibrate(x)
    expected = step.record_histograms(x)
    for name, layer in lutra.Histograms.load(out).layers.items():
        assert layer.to_json() == expected.layers[name].to_json()

    (tmp_path / "broken.npz").write_bytes(b"nothing")
    np.save(tmp_path / "int.npy", np.zeros(3, int))
    np.savez(tmp_path / "other.npz", weight=x)
    for option, name, message in (
        ("--state", "broken.npz", "is not a file of saved state"),
        ("--state", "other.npz", "has no parameter 'c1.weight'"),
        ("--inputs", "int.npy", "expects an array of floats"),
        ("--inputs", "none.npy", "is not an array"),
    ):
        assert main([*arguments, option, str(tmp_path / name)]) == 1
        assert message in capsys.readouterr().err
