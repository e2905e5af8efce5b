"""Models whose inputs are indices: embeddings, language models, labels for every token."""

from __future__ import annotations

import copy
import itertools
import time
from typing import Any

import lutra
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is what is compared with")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
nn, functional = torch.nn, torch.nn.functional


class Reader(nn.Module):
    """Embeds tokens and positions, and gives logits for every token."""

    def __init__(self, vocabulary: int = 11, dim: int = 6, tied: bool = False, **kwargs: Any):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, dim, **kwargs)
        self.positions = nn.Embedding(9, dim)  # more than there are tokens
        self.head = nn.Linear(dim, vocabulary, bias=False)
        if tied:
            self.head.weight = self.tokens.weight

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = self.tokens(x) + self.positions(torch.arange(x.shape[1]))
        return self.head(torch.tanh(h))


class Table(nn.Module):
    """A parameter that is read at the indices in one of PyTorch's ways."""

    def __init__(self, read: Any, shape: tuple[int, ...] = (7, 4)) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.randn(shape))
        self.read = read

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.read(self.w, x)


def gradients(module: Any, x: torch.Tensor, y: torch.Tensor) -> dict[str, np.ndarray]:
    module = copy.deepcopy(module)
    logits = module(x)
    functional.cross_entropy(logits.flatten(0, -2), y.flatten()).backward()
    return {name: value.grad.numpy() for name, value in module.named_parameters()}


def compare(module: Any, x: torch.Tensor) -> None:
    """Loss, logits and gradients of one import."""
    with torch.no_grad():
        logits = module(x)
    y = torch.randint(0, logits.shape[-1], logits.shape[:-1])
    model = lutra.from_torch(module, x)
    got = model.value_and_grad()({**model.initial_parameters(), "x": x.numpy(), "label": y.numpy()})
    np.testing.assert_allclose(got["logits"], logits.numpy(), rtol=1e-5, atol=1e-6)
    for name, expected in gradients(module, x, y).items():
        np.testing.assert_allclose(
            got[f"{name} gradient"], expected, rtol=1e-4, atol=1e-6, err_msg=name
        )


@pytest.mark.parametrize("kind", [torch.int64, torch.int32])
@pytest.mark.parametrize("tied", [False, True])
def test_embeddings(kind: Any, tied: bool) -> None:
    torch.manual_seed(0)
    compare(Reader(tied=tied), torch.randint(0, 11, (3, 5), dtype=kind))


READS = {
    "index": lambda w, x: w[x],
    "from the end": lambda w, x: w[x - 7],
    "index_select": lambda w, x: torch.index_select(w, 0, x[0]),
    "gather": lambda w, x: torch.gather(w, 0, x[:, :4]),
    "two indices": lambda w, x: w.reshape(7, 2, 2)[x, x % 2],
    "of a constant": lambda w, x: w[torch.tensor([-1, 2, 2, 0])] * x[0, :4, None],
    "relative positions": lambda w, x: (
        w[torch.arange(4)[:, None] - torch.arange(4)[None, :] + 3] * x[0, :4, None, None]
    ),
    "flip": lambda w, x: w.flip(0, 1)[:4] * x[0, :4, None],
    "as_strided": lambda w, x: w.as_strided((4, 3), (4, 1), 5) * x[0, :4, None],
    "nearest": lambda w, x: (
        functional.interpolate(w[:, None], scale_factor=3)[:4, 0] * x[0, :4, None]
    ),
    "nearest, uneven": lambda w, x: (
        functional.interpolate(w[:, None], size=7)[:4, 0] * x[0, :4, None]
    ),
    "roll": lambda w, x: torch.roll(w, 2, 0)[:4] * x[0, :4, None],
}


@pytest.mark.parametrize("name", list(READS))
def test_ways_to_read_a_table(name: str) -> None:
    torch.manual_seed(1)
    compare(Table(READS[name]), torch.randint(0, 7, (3, 5)))


def test_positions_are_read_by_a_map() -> None:
    """The look-up of positions is affine: only that of the tokens is left."""
    model = lutra.from_torch(Reader(), torch.randint(0, 11, (3, 5)))
    assert str(model).count("tensor.extract %") == 1


def test_an_index_out_of_range_is_refused_before_anything_runs() -> None:
    x, y = np.array([[1, 2, 10], [4, 5, 0]]), np.array([[3, 3, 3], [0, 10, 0]])
    step = lutra.from_torch(Reader(), torch.tensor(x)).training_step(lutra.SGD(0.1))
    assert step.model.arguments("input")["x"].element_type == "i64"
    step(x, y)
    before = step.state()
    for wrong in (11, -1, 2**40):
        bad = x.copy()
        bad[1, 2] = wrong
        message = rf'\("x"\) of @train_step has {wrong} at \[1, 2\], expected 0 to 10'
        with pytest.raises(lutra.InputError, match=message):
            step(bad, y)
        with pytest.raises(lutra.InputError, match="of @evaluate has"):
            step.evaluate(bad, y)
        labels = y.copy()
        labels[1, 0] = wrong
        with pytest.raises(lutra.InputError, match=rf'"label"\) .* has {wrong} at \[1, 0\]'):
            step(x, labels)
    with pytest.raises(lutra.InputError, match="expects elements of type i64, got i32"):
        step(x.astype(np.int32), y)
    assert all(np.array_equal(value, before[name]) for name, value in step.state().items())


def test_computed_indices_out_of_range_make_the_loss_nan() -> None:
    """Where no argument can be checked, a look-up still never leaves its tensor."""
    table = Table(lambda w, x: w[x * 3])
    x, y = torch.tensor([[0, 1, 2]]), np.zeros((1, 3), np.int64)
    step = lutra.from_torch(table, x).training_step(lutra.SGD(0.1))
    step(x.numpy(), y)
    before = step.state()
    for wrong in (3, 10**9):
        with pytest.raises(lutra.StepError, match="loss not finite"):
            step(np.array([[0, wrong, 2]]), y)
    assert all(np.array_equal(value, before[name]) for name, value in step.state().items())


def test_the_row_of_padding_has_no_gradient() -> None:
    torch.manual_seed(0)
    module, x = Reader(padding_idx=2), torch.tensor([[2, 0, 3], [1, 2, 2]])
    with torch.no_grad():
        module.tokens.weight[2] = 0.5
    y = torch.randint(0, 11, (2, 3))
    assert not gradients(module, x, y)["tokens.weight"][2].any()
    compare(module, x)
    with pytest.raises(lutra.FrontendError, match="scale_grad_by_freq=True has another gradient"):
        lutra.from_torch(Reader(scale_grad_by_freq=True), x)


def test_tied_weights_train() -> None:
    torch.manual_seed(0)
    module, x = Reader(tied=True), torch.randint(0, 11, (3, 5))
    y = torch.randint(0, 11, (3, 5))
    model = lutra.from_torch(module, x)
    assert list(model.parameters) == ["tokens.weight", "positions.weight"]
    step, optimizer = model.training_step(lutra.SGD(0.5)), torch.optim.SGD(module.parameters(), 0.5)
    for _ in range(10):
        optimizer.zero_grad()
        loss = functional.cross_entropy(module(x).flatten(0, -2), y.flatten())
        loss.backward()
        optimizer.step()
        assert step(x.numpy(), y.numpy()) == pytest.approx(loss.item(), rel=1e-5)
    copied = step.to_torch()
    assert copied.head.weight is copied.tokens.weight


def test_evaluation_of_tokens_fills_the_last_batch() -> None:
    torch.manual_seed(0)
    module, x = Reader(), torch.randint(0, 11, (7, 5))
    y = torch.randint(0, 11, (7, 5))
    step = lutra.from_torch(module, x[:3]).training_step(lutra.SGD(0.1))
    with torch.no_grad():
        logits = module(x)
    got = step.evaluate(x.numpy(), y.numpy())
    expected = functional.cross_entropy(logits.flatten(0, -2), y.flatten())
    assert got.loss == pytest.approx(expected.item(), rel=1e-5)
    assert got.accuracy == pytest.approx(float((logits.argmax(-1) == y).float().mean()))
    assert got.logits.shape == (7, 5, 11)


def test_ignored_labels_count_for_nothing() -> None:
    torch.manual_seed(0)
    module, x = Reader(), torch.randint(0, 11, (3, 5))
    y = torch.randint(0, 11, (3, 5))
    y[0, :3] = y[2, 1] = -100
    loss = lutra.CrossEntropy(ignore_index=-100)
    model = lutra.from_torch(module, x)
    step = model.training_step(lutra.SGD(0.5), loss)
    expected = functional.cross_entropy(module(x).flatten(0, -2), y.flatten())
    assert step.evaluate(x.numpy(), y.numpy()).loss == pytest.approx(expected.item(), rel=1e-5)
    before = {name: value.copy() for name, value in step.parameters.items()}
    assert step(x.numpy(), y.numpy()) == pytest.approx(expected.item(), rel=1e-5)
    for name, gradient in gradients(module, x, y).items():
        moved = (before[name] - step.parameters[name]) / 0.5
        np.testing.assert_allclose(moved, gradient, rtol=1e-3, atol=1e-5)
    y[0, 0] = -1
    with pytest.raises(lutra.InputError, match=r"has -1 at .* expected 0 to 10 or -100"):
        step(x.numpy(), y.numpy())


def test_a_label_for_every_pixel() -> None:
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, 6, 3, padding=1), nn.ReLU(), nn.Conv2d(6, 4, 1))
    x, y = torch.randn(3, 3, 6, 5), torch.randint(0, 4, (3, 6, 5))
    y[0, 2, 2] = 255
    loss = lutra.CrossEntropy(class_dim=1, ignore_index=255)
    step = lutra.from_torch(module, x).training_step(lutra.SGD(0.1), loss)
    optimizer = torch.optim.SGD(module.parameters(), 0.1)
    for _ in range(5):
        optimizer.zero_grad()
        expected = functional.cross_entropy(module(x), y, ignore_index=255)
        expected.backward()
        optimizer.step()
        assert step(x.numpy(), y.numpy()) == pytest.approx(expected.item(), rel=1e-5)
    with torch.no_grad():
        logits = module(x)
    got = step.evaluate(x[:2].numpy(), y[:2].numpy())
    kept = y[:2] != 255
    hits = (logits[:2].argmax(1) == y[:2])[kept]
    assert got.accuracy == pytest.approx(float(hits.float().mean()))


def test_everything_that_takes_inputs_takes_tokens() -> None:
    torch.manual_seed(0)
    g = np.random.default_rng(0)
    x = g.integers(0, 11, (10, 5))
    y = (x + 3) % 11
    model = lutra.from_torch(Reader(), torch.tensor(x[:2])).approximate("truncated:8x8:drop=6")
    step = model.training_step(lutra.Adam(1e-2))
    with pytest.raises(lutra.StepError, match="ranges"):
        step.evaluate(x, y)
    for arithmetic in ("float", "int8", "approximate"):
        step.calibrate(x, arithmetic)
        assert np.isfinite(step.evaluate(x, y).loss)
    step.calibrate([(x[:2], y[:2]), (x[2:4],)])
    assert step.record_histograms(x).layers["head"].lhs.sum() == 10 * 5 * 6 * 11
    assert step.layer_means(x)["head"].shape == (11,)
    for _ in range(30):
        losses = [step(x[i : i + 2], y[i : i + 2]) for i in range(0, 10, 2)]
    assert np.mean(losses) < 0.5 * np.log(11)
    assert step.evaluate(x, y).accuracy > 0.5


def test_labels_of_another_shape_are_refused() -> None:
    step = lutra.from_torch(Reader(), torch.zeros(3, 5, dtype=torch.int64)).training_step(
        lutra.SGD(0.1)
    )
    with pytest.raises(lutra.InputError, match=r'"label"\) .* expects shape \[3, 5\], got \[3\]'):
        step(np.zeros((3, 5), np.int64), np.zeros(3, np.int64))


def test_a_large_table_is_added_up_in_time_and_in_order() -> None:
    """256 sequences of 384 tokens, 128 columns: as fast as a pass over memory, and repeatable."""
    generator = np.random.default_rng(0)
    x = generator.integers(0, 1000, (256, 384))
    table = Table(lambda w, x: w[x].sum(1)[:, :8], (1000, 128))
    model = lutra.from_torch(table, torch.tensor(x))
    run = model.value_and_grad()
    values = {**model.initial_parameters(), "x": x, "label": np.arange(256) % 8}
    results, times = [], []
    for _ in range(3):
        start = time.perf_counter()
        results.append(run(values)["w gradient"].copy())
        times.append(time.perf_counter() - start)
    for one, other in itertools.pairwise(results):
        np.testing.assert_array_equal(one, other)
    expected = gradients(table, torch.tensor(x), torch.tensor(values["label"]))["w"]
    np.testing.assert_allclose(results[0], expected, rtol=1e-3, atol=1e-6)
    print(f"\nsum of 256x384 rows of 128 columns, both ways: {1e3 * min(times):.1f} ms")
