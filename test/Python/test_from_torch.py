"""lutra.from_torch: names, roles, modes, values back, the cache, and what is refused."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch models are what is imported")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
from lutra.frontends import cache, pytorch, versions  # noqa: E402
from torch import nn  # noqa: E402


class Tiny(nn.Module):
    """A convolution, a batch norm and a linear layer, with a frozen scale and a constant."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(1, 3, 3), nn.BatchNorm2d(3), nn.ReLU())
        self.scale = nn.Parameter(torch.full((1,), 2.0), requires_grad=False)
        self.register_buffer("offset", torch.ones(3, 1, 1))
        self.f = nn.Linear(3, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.f((self.body(x) * self.scale + self.offset).mean((2, 3)))


class Around(nn.Module):
    """Applies a function in a layer of its own, after a linear layer."""

    def __init__(self, function: Any) -> None:
        super().__init__()
        self.first, self.inner = nn.Linear(4, 4), Applied(function)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.inner(self.first(x))


class Applied(nn.Module):
    def __init__(self, function: Any) -> None:
        super().__init__()
        self.function = function

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.function(x)


@pytest.fixture
def batch() -> tuple[Any, Any]:
    generator = torch.Generator().manual_seed(1)
    return torch.randn(5, 1, 6, 6, generator=generator), torch.tensor([0, 1, 2, 3, 0])


def test_names_roles_and_values(batch: tuple[Any, Any]) -> None:
    module = Tiny()
    model = lutra.from_torch(module, batch[0])
    named = {name: value for name, value in module.named_parameters() if value.requires_grad}
    assert list(model.parameters) == list(named)
    assert set(model.arguments("buffer")) == {
        "scale",
        "offset",
        "body.1.running_mean",
        "body.1.running_var",
        "body.1.num_batches_tracked",
    }
    for name, value in model.initial_parameters().items():
        assert np.array_equal(value, named[name].detach().numpy())
    # A buffer that the module does not write is no result.
    updated = {result.updates for result in model.signature.results if result.role == "buffer"}
    assert updated == {name for name in model.arguments("buffer") if name.startswith("body.1.")}


def test_the_module_is_left_as_it_is(batch: tuple[Any, Any]) -> None:
    module = Tiny().eval()
    module.f.train()
    before = copy.deepcopy(module.state_dict())
    lutra.from_torch(module, batch[0])
    assert not module.training
    assert module.f.training
    assert not module.body[1].training
    for name, value in module.state_dict().items():
        assert torch.equal(value, before[name]), name


def test_a_frozen_batch_norm_stays_frozen(batch: tuple[Any, Any]) -> None:
    module = Tiny()
    module.body[1].eval()
    model = lutra.from_torch(module, batch[0])
    assert not [result for result in model.signature.results if result.role == "buffer"]


def test_values_go_back(batch: tuple[Any, Any]) -> None:
    module = Tiny()
    step = lutra.from_torch(module, batch[0]).training_step(lutra.SGD(0.1))
    for _ in range(3):
        step(batch[0].numpy(), batch[1].numpy())
    names = list(module.state_dict())
    assert step.to_torch() is module
    assert list(module.state_dict()) == names
    assert int(module.body[1].num_batches_tracked) == 3
    module.eval()
    with torch.no_grad():
        expected = nn.functional.cross_entropy(module(batch[0]), batch[1])
    evaluation = step.evaluate(batch[0].numpy(), batch[1].numpy())
    assert evaluation.loss == pytest.approx(float(expected), rel=1e-5)
    with pytest.raises(lutra.LutraError, match=r"not imported by lutra.from_jax"):
        step.to_jax()


def test_layers_have_the_models_own_names(batch: tuple[Any, Any]) -> None:
    model = lutra.from_torch(Tiny(), batch[0])
    text = str(model.approximate("truncated:8x8:drop=9", keep_exact=["body.0"]))
    assert 'body.0"' in text
    with pytest.raises(lutra.CompileError, match=r"keep-exact=body\.7 matches no layer"):
        model.approximate("truncated:8x8:drop=9", keep_exact=["body.7"]).converted()


def test_a_transposed_convolution_has_a_weight() -> None:
    """Its kernel arrives flipped: a copy."""

    class Up(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.up, self.f = torch.nn.ConvTranspose2d(2, 3, 2, 2), torch.nn.Linear(3, 4)

        def forward(self, x: Any) -> Any:
            return self.f(self.up(x).mean((2, 3)))

    model = lutra.from_torch(Up(), torch.zeros(2, 2, 4, 4)).approximate("truncated:8x8:drop=7")
    assert list(model.layers) == ["up", "f"]
    assert model.layers["up"]["order"] == model.layers["f"]["order"]


@pytest.mark.parametrize("approximate", ["none", "tanh"])
def test_gelu_is_exact(approximate: str) -> None:
    """To the last digits: the importer's own constant is off by 2e-4."""
    x = torch.linspace(-6, 6, 64).reshape(8, 8)
    model = lutra.from_torch(nn.Sequential(nn.GELU(approximate), nn.Linear(8, 8)), x)
    weights = {"1.weight": np.eye(8, dtype=np.float32), "1.bias": np.zeros(8, np.float32)}
    name = next(iter(model.arguments("input")))
    got = model.value_and_grad()({**weights, name: x.numpy(), "label": np.zeros(8, np.int64)})
    expected = nn.functional.gelu(x.double(), approximate=approximate).numpy()
    np.testing.assert_allclose(got["logits"], expected, rtol=1e-5, atol=1e-6)


def test_a_loss_of_ones_own(batch: tuple[Any, Any]) -> None:
    """Label smoothing and class weights: losses that the step does not know."""
    module, (x, y) = Tiny(), batch
    loss = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 3.0, 4.0]), label_smoothing=0.1)
    model = lutra.from_torch(module, x, loss=loss, labels=y)
    assert next(iter(model.parameters)) == "body.0.weight"
    step = model.training_step(lutra.SGD(0.1))
    expected = loss(module.train()(x), y)
    assert step(x.numpy(), y.numpy()) == pytest.approx(float(expected), rel=1e-5)
    module.zero_grad()
    expected.backward()
    for name, value in module.named_parameters():
        if value.requires_grad:
            moved = value.detach().numpy() - 0.1 * value.grad.numpy()
            np.testing.assert_allclose(step.parameters[name], moved, atol=1e-6)


def test_tied_weights_are_one_parameter() -> None:
    class Tied(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.a, self.b = nn.Linear(4, 4, bias=False), nn.Linear(4, 4, bias=False)
            self.b.weight = self.a.weight

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return self.b(torch.tanh(self.a(x)))

    module, x, y = Tied(), torch.randn(3, 4), torch.tensor([0, 1, 2])
    model = lutra.from_torch(module, x)
    assert list(model.parameters) == ["a.weight"]
    step = model.training_step(lutra.SGD(0.1))
    step(x.numpy(), y.numpy())
    nn.functional.cross_entropy(module(x), y).backward()
    expected = module.a.weight - 0.1 * module.a.weight.grad
    np.testing.assert_allclose(step.parameters["a.weight"], expected.detach(), atol=1e-6)


def test_attention_of_pytorch_itself() -> None:
    class Attends(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.qkv, self.f = nn.Linear(8, 24), nn.Linear(8, 3)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            q, k, v = self.qkv(x).chunk(3, -1)
            y = nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
            return self.f(y[:, -1])

    module, x, y = Attends(), torch.randn(2, 5, 8), torch.tensor([0, 2])
    step = lutra.from_torch(module, x).training_step(lutra.SGD(0.1))
    loss = nn.functional.cross_entropy(module(x), y)
    loss.backward()
    assert step(x.numpy(), y.numpy()) == pytest.approx(float(loss), rel=1e-5)
    for name, value in module.named_parameters():
        moved = (value - 0.1 * value.grad).detach().numpy()
        np.testing.assert_allclose(step.parameters[name], moved, atol=1e-6, err_msg=name)


# --- The cache ------------------------------------------------------------------


def test_the_cache_is_keyed_by_content(
    batch: tuple[Any, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    module, lowered = Tiny(), []
    original = pytorch._lower
    monkeypatch.setattr(pytorch, "_lower", lambda *a: lowered.append(1) or original(*a))
    first = str(lutra.from_torch(module, batch[0]).module)
    assert len(lowered) == 2  # in training and in evaluation
    assert str(lutra.from_torch(module, batch[0]).module) == first
    assert len(lowered) == 2
    lutra.from_torch(module, batch[0][:2])
    assert len(lowered) == 4
    # An entry that was cut off is made again.
    for path in tmp_path.iterdir():
        path.write_text(path.read_text()[:100])
    assert str(lutra.from_torch(module, batch[0]).module) == first
    assert len(lowered) == 6
    # Other weights are the same program, other constants are not.
    module.f.weight.data.zero_()
    model = lutra.from_torch(module, batch[0])
    assert len(lowered) == 6
    assert not model.initial_parameters()["f.weight"].any()


# --- What is refused --------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (
            lambda x: torch.linalg.svd(x)[1],
            r"operator torch.aten._linalg_svd \(layer 'inner', .*py",
        ),
        (
            lambda x: x.index_put((x > 0,), torch.ones(8)),
            r"operation tm_tensor\.\w+ \(layer 'inner', .*py:\d+\)",
        ),
        (lambda x: x if x.sum() > 0 else -x, r"cannot trace the module at .*py:\d+: Could not"),
        (lambda x: torch.fft.rfft(x).abs(), r"complex.*\(layer 'inner'"),
    ],
)
def test_a_layer_that_cannot_be_imported(function: Any, message: str) -> None:
    with pytest.raises(lutra.FrontendError, match=message) as caught:
        lutra.from_torch(Around(function), torch.randn(2, 4))
    assert "torch 2.13" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_module_or_no_tensor() -> None:
    linear = nn.Linear(2, 2)
    for call, message in [
        (lambda: lutra.from_torch(3, torch.randn(2, 2)), "expects a torch.nn.Module, got int"),
        (lambda: lutra.from_torch(linear, 3), "example input 0 is of type int"),
        (lambda: lutra.from_torch(linear, torch.randn(2, 3)), "cannot trace the module.*got"),
        (lambda: lutra.from_torch(linear, torch.randn(2, 2, device="meta")), "device meta"),
        (lambda: lutra.from_torch(linear.to("meta"), torch.randn(2, 2)), "'weight' is on device"),
        (lambda: lutra.from_torch(nn.Linear(2, 2), torch.randn(2, 2), loss=abs), "together"),
        (
            lambda: lutra.from_torch(Applied(lambda x: (x, x.sum())), torch.randn(2, 2)),
            "returns 2 tensors, expected one, the logits",
        ),
    ]:
        with pytest.raises(lutra.FrontendError, match=message):
            call()


def test_missing_and_unknown_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    real = versions.installed
    monkeypatch.setattr(versions, "installed", lambda package: None)
    with pytest.raises(lutra.FrontendError, match=r"needs torch 2\.13\.0, which is not installed"):
        lutra.from_torch(nn.Linear(2, 2), torch.randn(2, 2))
    with pytest.raises(
        lutra.FrontendError, match=r"from_jax needs jax .*pip install 'lutra\[jax\]"
    ):
        lutra.from_jax(abs, 1, 2)
    monkeypatch.setattr(
        versions, "installed", lambda p: "3.14.0" if p == "iree-base-compiler" else real(p)
    )
    with pytest.raises(lutra.FrontendError, match=r"iree-base-compiler 3\.13\.0, found 3\.14\.0"):
        lutra.from_torch(nn.Linear(2, 2), torch.randn(2, 2))
    monkeypatch.setenv(versions.UNCHECKED, "1")
    assert lutra.from_torch(nn.Linear(2, 2), torch.randn(2, 2)).parameters


def test_the_pinned_versions_are_those_of_the_package() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text()
    for frontend in (versions.TORCH, versions.JAX, versions.ONNX):
        line = next(t for t in text.splitlines() if t.startswith(f"{frontend.extra} = "))
        for package, version in frontend.packages:
            assert f'"{package}=={version}"' in line
