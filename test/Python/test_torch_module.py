"""lutra.torch: modules of PyTorch with a compiled forward and backward, in PyTorch's own loops."""

from __future__ import annotations

import copy
import io
import os
import pickle
import socket
import sys
import threading
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import oracle
import pytest
from conftest import ROOT

torch = pytest.importorskip("torch", reason="modules of PyTorch are what is approximated")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
sys.path.insert(0, str(ROOT / "test" / "Corpus"))
import models  # noqa: E402
from approximate_mode import ApproximateMode  # noqa: E402
from lutra.frontends import versions  # noqa: E402
from torch import nn  # noqa: E402

MULTIPLIER = "truncated:8x8:drop=9"
CLASSES = 4


class Cnn(nn.Module):
    """Convolution, batch norm, pooling, a linear layer."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU())
        self.head = nn.Linear(4 * 9, CLASSES)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(nn.functional.max_pool2d(self.body(x), 2).flatten(1))


class Structured(nn.Module):
    """Two inputs, one of integers; a dictionary of outputs, one of integers."""

    def __init__(self) -> None:
        super().__init__()
        self.f = nn.Linear(6, CLASSES)
        self.scale = nn.Parameter(torch.ones(CLASSES))

    def forward(self, x: torch.Tensor, shift: torch.Tensor) -> dict[str, Any]:
        y = self.f(x) * self.scale + shift[:, None]
        return {"scores": y, "rest": (y.sum(1), shift + 1)}


class WithLoss(nn.Module):
    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return nn.functional.cross_entropy(self.inner(x), y)


def make(kind: type[nn.Module] = Cnn, *arguments: Any) -> nn.Module:
    torch.manual_seed(0)
    return kind(*arguments)


def batch(count: int = 6, seed: int = 1) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(count, 1, 6, 6, generator=generator)
    return x, torch.randint(0, CLASSES, (count,), generator=generator)


def drop_in(module: nn.Module, *example: torch.Tensor, **options: Any) -> Any:
    return lutra.torch.approximate(
        module, example or batch()[0], options.pop("multiplier", MULTIPLIER), threads=1, **options
    )


def small(**options: Any) -> Any:
    """One linear layer: compiles in a moment."""
    return drop_in(make(nn.Linear, 5, CLASSES), torch.zeros(3, 5), **options)


def gradients(module: nn.Module) -> dict[str, torch.Tensor]:
    return {name: value.grad for name, value in module.named_parameters()}


def assert_close(actual: torch.Tensor, expected: torch.Tensor, name: str = "") -> None:
    difference = (actual - expected).detach().abs().max()
    assert float(difference) <= 1e-5 * max(float(expected.detach().abs().max()), 1.0), name


# --- What is computed ------------------------------------------------------------


@pytest.mark.parametrize("training", [True, False])
def test_exact_mode_is_pytorch(training: bool) -> None:
    reference = make().train(training)
    module = drop_in(copy.deepcopy(reference), multiplier=None)
    x, y = batch()
    inputs = [x.clone().requires_grad_() for _ in range(2)]
    losses = [
        nn.functional.cross_entropy(net(each), y)
        for net, each in zip((module, reference), inputs, strict=True)
    ]
    for loss in losses:
        loss.backward()
    assert_close(losses[0], losses[1])
    assert_close(inputs[0].grad, inputs[1].grad)
    expected = gradients(reference)
    for name, gradient in gradients(module).items():
        assert_close(gradient, expected[name], name)
    for name, value in module.named_buffers():
        assert_close(value, dict(reference.named_buffers())[name], name)


@pytest.mark.parametrize("name", ["gpt", "encoder", "recurrent", "unet"])
def test_networks_of_many_kinds(name: str) -> None:
    """The tolerance of docs/contract.md: tiny gradients are noise in either."""
    network, example = models.MODELS[name]
    torch.manual_seed(0)
    reference, x = network(), example()
    module = drop_in(copy.deepcopy(reference), x, multiplier=None)
    outputs = module(x), reference(x)
    assert_close(*outputs, name)
    weights = torch.randn_like(outputs[0])
    for output in outputs:
        (output * weights).sum().backward()
    expected = gradients(reference)
    largest = max(float(value.abs().max()) for value in expected.values())
    for parameter, gradient in gradients(module).items():
        limit = 1e-4 * float(expected[parameter].abs().max()) + 1e-6 * largest
        assert float((gradient - expected[parameter]).abs().max()) <= limit, parameter


def test_structured_inputs_and_outputs() -> None:
    reference = make(Structured)
    x, shift = torch.randn(3, 6), torch.tensor([1, -2, 0])
    module = drop_in(copy.deepcopy(reference), x, shift, multiplier=None)
    got, expected = module(shift=shift, x=x), reference(x, shift)
    assert_close(got["scores"], expected["scores"])
    assert torch.equal(got["rest"][1], expected["rest"][1])
    assert not got["rest"][1].requires_grad
    # Only one of the outputs is used: the cotangent of the others is zero.
    got["rest"][0].sum().backward()
    expected["rest"][0].sum().backward()
    for name, gradient in gradients(module).items():
        assert_close(gradient, gradients(reference)[name], name)


@pytest.mark.parametrize("gradient", ["ste", "lut-2d:hws=16"])
def test_the_bits_of_lutras_own_training(gradient: str) -> None:
    inner = make()
    x, y = batch()
    model = lutra.from_torch(inner, x, loss=nn.functional.cross_entropy, labels=y)
    whole = model.approximate(MULTIPLIER, gradient=gradient).value_and_grad(threads=1)
    state = {name: value.copy() for name, value in model.initial_values.items()}
    for argument in whole.arguments:
        if argument.role == "range":
            state[argument.name] = np.array([np.inf, -np.inf], np.float32)
    module = drop_in(WithLoss(inner), x, y, gradient=gradient)
    for step in range(3):
        x, y = batch(seed=step)
        (name,) = model.arguments("input")
        expected = whole({**state, name: x.numpy(), "label": y.numpy()})
        module.zero_grad()
        loss = module(x, y)
        loss.backward()
        assert loss.item() == float(expected["loss"])
        with torch.no_grad():
            for name, value in inner.named_parameters():
                assert np.array_equal(value.grad, expected[f"{name} gradient"]), name
                value -= 0.1 * value.grad
                state[name][...] = value
    for name, value in module.ranges.items():
        assert np.array_equal(value, state[name.removeprefix("inner.")]), name


def test_the_oracle_of_pytorch() -> None:
    """Look-ups in PyTorch, element by element, over several steps."""
    reference, (x, y) = make(), batch()
    multiplier = lutra.Multiplier(MULTIPLIER)
    tables = [multiplier.gradient_table("lut-1d", operand) for operand in (0, 1)]
    mode = ApproximateMode(oracle.Table(multiplier.table, *tables))
    module = drop_in(copy.deepcopy(reference), gradient="lut-1d")
    for step in range(2):
        x, y = batch(seed=step)
        with mode:
            expected = nn.functional.cross_entropy(reference(x), y)
        reference.zero_grad()
        expected.backward()
        module.zero_grad()
        loss = nn.functional.cross_entropy(module(x), y)
        loss.backward()
        assert loss.item() == pytest.approx(expected.item(), abs=1e-3)
        for name, gradient in gradients(module).items():
            other = gradients(reference)[name]
            assert float((gradient - other).norm()) <= 0.02 * float(other.norm()) + 1e-4, name


@pytest.mark.parametrize("gradient", ["lut-1d", "lut-2d:hws=16"])
@pytest.mark.parametrize(
    ("convolution", "shape"),
    [
        (nn.Conv2d(3, 4, (3, 2), stride=(2, 1), padding=(2, 1)), (2, 3, 7, 6)),
        (nn.Conv2d(4, 8, 3, padding=2, dilation=2, groups=2), (2, 4, 6, 6)),
        (nn.Conv2d(6, 6, 3, padding=1, groups=6), (2, 6, 5, 6)),
        (nn.Conv1d(3, 4, 5, padding=2), (2, 3, 9)),
    ],
    ids=["strides", "groups", "depthwise", "one dimension"],
)
def test_skipped_padding(convolution: nn.Module, shape: tuple[int, ...], gradient: str) -> None:
    """Zeros around an image take no part, whatever becomes of the convolution."""
    reference = nn.Sequential(convolution, nn.Flatten())
    x = torch.randn(shape, generator=torch.Generator().manual_seed(0)) + 0.5
    product = lutra.Multiplier("or_compressed:8x8").table + 3000
    multiplier = lutra.Multiplier.from_table(product, name="offset")
    tables = [multiplier.gradient_table(gradient, operand) for operand in (0, 1)]
    outputs = {}
    for padding in ("zero_point", "skip"):
        module = drop_in(
            copy.deepcopy(reference),
            x,
            multiplier=multiplier,
            gradient=gradient,
            padding=padding,
        )
        mode = ApproximateMode(oracle.Table(product, *tables), skips_padding=padding == "skip")
        inputs = [x.clone().requires_grad_() for _ in range(2)]
        with mode:
            expected = reference(inputs[0])
        y = outputs[padding] = module(inputs[1])
        assert_close(y, expected)
        reference.zero_grad()
        cotangent = torch.randn(y.shape, generator=torch.Generator().manual_seed(1))
        expected.backward(cotangent)
        y.backward(cotangent)
        assert_close(inputs[1].grad, inputs[0].grad, "input")
        for name, value in gradients(module).items():
            assert_close(value, gradients(reference)[name], name)
    assert float((outputs["skip"] - outputs["zero_point"]).detach().abs().max()) > 0.1


def test_a_training_loop() -> None:
    module = drop_in(make(), gradient="lut-1d")
    optimizer = torch.optim.AdamW(module.parameters(), lr=0.02)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 30)
    x, y = batch(16)
    losses = []
    for _ in range(30):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(module(x), y)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        assert torch.isfinite(norm)
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    assert losses[-1] < 0.3 * losses[0]
    assert int(module.body[1].num_batches_tracked) == 30
    module.eval()
    with torch.no_grad():
        accuracy = (module(x).argmax(1) == y).float().mean()
    assert accuracy > 0.7


# --- Calls and their gradients -----------------------------------------------------


def test_residuals_belong_to_the_call() -> None:
    module = small().eval()
    first, second = torch.randn(3, 5), torch.randn(3, 5)
    module.train()(torch.cat([first, second])[:3])
    module.freeze_ranges()
    separate = []
    for x in (first, second):
        module.zero_grad()
        module(x).square().sum().backward()
        separate.append(module.weight.grad.clone())
    module.zero_grad()
    outputs = [module(x).square().sum() for x in (first, second)]
    outputs[0].backward()
    assert torch.equal(module.weight.grad, separate[0])
    outputs[1].backward()
    assert torch.equal(module.weight.grad, separate[0] + separate[1])


def test_two_branches_of_one_module() -> None:
    module = small(multiplier=None)
    x = torch.randn(3, 5, requires_grad=True)
    (module(x).sum() + (2 * module(x * 3)).sum()).backward()
    assert_close(x.grad, 7 * module.weight.sum(0).expand(3, 5))


def test_backward_twice() -> None:
    module = small()
    loss = module(torch.randn(3, 5)).square().sum()
    loss.backward(retain_graph=True)
    once = module.weight.grad.clone()
    loss.backward()
    assert torch.equal(module.weight.grad, 2 * once)


def test_double_backward_is_refused() -> None:
    module = small()
    x = torch.randn(3, 5, requires_grad=True)
    (gradient,) = torch.autograd.grad(module(x).square().sum(), x, create_graph=True)
    with pytest.raises(lutra.LutraError, match="double backward is not supported"):
        gradient.square().sum().backward()


def test_a_parameter_changed_before_the_backward() -> None:
    module = small()
    x = torch.randn(3, 5, requires_grad=True)
    loss = module(x).sum()
    with torch.no_grad():
        module.weight += 1
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        loss.backward()


def test_what_needs_no_gradient() -> None:
    module = small()
    x = torch.randn(3, 5)
    module.bias.requires_grad_(False)
    module(x).sum().backward()
    assert module.bias.grad is None
    assert module.weight.grad is not None
    with torch.no_grad():
        assert not module(x).requires_grad
    with torch.inference_mode():
        module.eval()
        inferred = module(x)
    assert torch.equal(module(x), inferred)
    module.requires_grad_(False)
    assert not module(x).requires_grad


# --- Ranges --------------------------------------------------------------------------


def test_ranges_move_in_training_and_stay_in_evaluation() -> None:
    module = small()
    x = torch.randn(3, 5)
    with pytest.raises(
        lutra.StepError, match=r"range 'weight\.input_range' is empty: train or calibrate"
    ):
        module.eval()(x)
    module.train()(x)
    (name,) = module.ranges
    first = module.ranges[name].clone()
    assert_close(first, torch.stack([x.min(), x.max()]))
    module.eval()(10 * x)
    assert torch.equal(module.ranges[name], first)
    module.train()(10 * x)
    assert_close(module.ranges[name], first + 0.1 * (10 * first - first))
    moved = module.ranges[name].clone()
    module.freeze_ranges()(100 * x)
    assert torch.equal(module.ranges[name], moved)
    module.reset_ranges()
    assert torch.isinf(module.ranges[name]).all()


def test_calibration_is_an_evaluation() -> None:
    module = drop_in(make())
    module.body[1].running_mean.add_(1)
    before = copy.deepcopy(module.state_dict())
    module.body[1].eval()
    module.calibrate([batch(seed=1), list(batch(seed=2))])
    assert module.training
    assert not module.body[1].training
    for name, value in module.state_dict().items():
        assert torch.equal(value, before[name]) != name.startswith("lutra_ranges."), name
    x = torch.stack([batch(seed=seed)[0] for seed in (1, 2)])
    ends = torch.stack([x.amin((1, 2, 3, 4)), x.amax((1, 2, 3, 4))], 1)
    assert_close(module.ranges["body.0.input_range"], ends[0] + 0.1 * (ends[1] - ends[0]))
    exact = make()
    exact.load_state_dict(before, strict=False)
    with torch.no_grad():
        difference = module.eval()(x[0]) - exact.eval()(x[0])
    assert difference.abs().max() < 0.2
    with pytest.raises(lutra.InputError, match="an iterable of batches, got one tensor"):
        module.calibrate(x[0])


def test_nothing_is_changed_by_numbers_that_are_not_finite() -> None:
    module = drop_in(make())
    module(batch()[0])
    before = copy.deepcopy(module.state_dict())
    bad = batch()[0]
    bad[0, 0, 0, 0] = float("nan")
    with pytest.raises(lutra.StepError, match=r"'body\.0\.input_range' became not finite"):
        module(bad)
    for name, value in module.state_dict().items():
        assert torch.equal(value, before[name]), name


class Logarithm(nn.Module):
    """What is between two layers can leave the finite numbers, too."""

    def __init__(self) -> None:
        super().__init__()
        self.f, self.g = nn.Linear(3, 3), nn.Linear(3, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.g(self.f(x).log())


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
def test_evaluation_does_not_hide_what_is_not_finite(bad: float) -> None:
    module = make(Logarithm)
    with torch.no_grad():
        module.f.bias.fill_(5)
    net = drop_in(module, torch.ones(4, 3))
    net(torch.rand(4, 3))
    x = torch.rand(4, 3)
    frozen = copy.deepcopy(net).freeze_ranges()
    for each in (net.eval(), frozen.train()):
        assert each(x).isfinite().all()
        wrong = x.clone()
        wrong[1, 2] = bad
        assert each(wrong).isnan().all()
        with torch.no_grad():
            each.f.bias.fill_(-5)  # the logarithm's is none
        assert each(x).isnan().all()


def test_dropout_follows_pytorchs_seed() -> None:
    module = drop_in(nn.Sequential(nn.Linear(5, 64), nn.Dropout(0.5)), torch.zeros(3, 5))
    x = torch.randn(3, 5)
    outputs = []
    for seed in (1, 1, 2):
        torch.manual_seed(seed)
        module.zero_grad()
        outputs.append(module(x))
        outputs[-1].sum().backward()
    module.freeze_ranges()
    torch.manual_seed(1)
    again = module(x)
    assert torch.equal(outputs[0] == 0, outputs[1] == 0)
    assert torch.equal(outputs[0] == 0, again == 0)
    assert not torch.equal(outputs[0] == 0, outputs[2] == 0)
    # The backward draws the same numbers as its forward.
    zero = outputs[2] == 0
    assert torch.equal(module.get_parameter("0.bias").grad == 0, zero.all(0))


# --- A module like any other -----------------------------------------------------------


def test_names_are_those_of_the_module() -> None:
    reference = make()
    module = drop_in(reference)
    own = [name for name in module.state_dict() if not name.startswith("lutra_ranges.")]
    assert own == list(reference.state_dict())
    assert set(module.ranges) == {"body.0.input_range", "head.input_range"}
    assert module.head.weight is reference.head.weight
    assert isinstance(module.body[1], nn.BatchNorm2d)
    assert [item["policy"] for item in module.layers.values()] == ["approximate"] * 2
    # A checkpoint of the exact module: its values, and ranges as they were.
    module.load_state_dict({name: value + 1 for name, value in reference.state_dict().items()})
    assert torch.isinf(module.ranges["head.input_range"]).all()
    with pytest.raises(RuntimeError, match="Missing key"):
        module.load_state_dict({})


def test_options_of_layers() -> None:
    module = drop_in(make(), keep_exact=["body.0"])
    assert [item["policy"] for item in module.layers.values()] == ["int8", "approximate"]
    table = {"head": "mitchell:8x8", "body.*": "float"}
    module = drop_in(make(), multiplier=None, layers=table)
    assert [item["policy"] for item in module.layers.values()] == ["float", "approximate"]
    assert set(module.ranges) == {"head.input_range"}
    with pytest.raises(lutra.InputError, match="give a multiplier for all layers, or a table"):
        drop_in(make(), layers=table)
    with pytest.raises(lutra.InputError, match="no multiplier for layers head"):
        drop_in(make(), multiplier=None, layers=["head"])
    with pytest.raises(lutra.CompileError, match="matches no layer"):
        drop_in(make(), layers=["tail"])


def test_copies_and_pickles() -> None:
    module = small()
    x = torch.randn(3, 5)
    expected = module(x)
    compiled = len(module._compiled)
    other = copy.deepcopy(module)
    module.freeze_ranges(), other.freeze_ranges()
    assert torch.equal(other(x), expected)
    with torch.no_grad():
        other.weight.zero_()
    assert not torch.equal(other(x), expected)
    assert torch.equal(module(x), expected)
    assert len(module._compiled) == compiled + 1  # that with frozen ranges
    stream = io.BytesIO()
    torch.save(module, stream)
    stream.seek(0)
    loaded = torch.load(stream, weights_only=False)
    assert torch.equal(loaded(x), expected)
    assert list(loaded.state_dict()) == list(module.state_dict())
    assert torch.load(io.BytesIO(stream.getvalue()), weights_only=False).layers == module.layers
    table = lutra.Multiplier.from_table(np.outer(np.arange(256), np.arange(256)))
    with pytest.raises(lutra.LutraError, match="a multiplier that is an object cannot be pickled"):
        pickle.dumps(small(multiplier=table))


def test_shapes_are_compiled_once_each() -> None:
    module = small()
    with torch.no_grad():
        for count in (3, 2, 3, 2):
            assert module(torch.randn(count, 5)).shape == (count, CLASSES)
    assert len(module._compiled) == 2
    assert len(module.ranges) == 1


def test_memory_of_any_layout() -> None:
    module = drop_in(make())
    x, _ = batch()
    module(x)
    module.freeze_ranges()
    expected = module(x)
    for other in (x.to(memory_format=torch.channels_last), x.transpose(2, 3).contiguous()):
        view = other if other.shape == x.shape and torch.equal(other, x) else other.transpose(2, 3)
        assert torch.equal(module(view), expected)
    with torch.no_grad():
        module.head.weight.set_(module.head.weight.t().contiguous().t())
    assert torch.equal(module(x), expected)
    module(x).sum().backward()
    assert module.head.weight.grad.shape == module.head.weight.shape


def test_one_tensor_as_two_inputs() -> None:
    class Product(nn.Module):
        def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
            return a * b

    x = torch.randn(3, 5, requires_grad=True)
    module = drop_in(Product(), x, x, multiplier=None)
    module(x, x).sum().backward()
    assert_close(x.grad, 2 * x.detach())


# --- What is refused -------------------------------------------------------------------


@pytest.fixture(scope="module")
def linear() -> Any:
    return small(multiplier=None)


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ((), "the module takes 1 inputs, got 0"),
        ((torch.zeros(3, 5), torch.zeros(3)), "the module takes 1 inputs, got 2"),
        ((np.zeros((3, 5)),), "input 0 is a ndarray, expected a tensor"),
        (
            (torch.zeros(3, 5, dtype=torch.float64),),
            "input 0 has type torch.float64, expected torch.float32",
        ),
        ((torch.zeros(3, 5, device="meta"),), "input 0 is on device meta, expected the CPU"),
        ((torch.zeros(3, 5).to_sparse(),), "input 0 has layout torch.sparse_coo, expected a dense"),
    ],
)
def test_wrong_inputs(linear: Any, inputs: tuple[Any, ...], message: str) -> None:
    with pytest.raises(lutra.InputError, match=message):
        linear(*inputs)


def test_wrong_names_of_inputs(linear: Any) -> None:
    assert torch.equal(linear(input=torch.zeros(3, 5)), linear(torch.zeros(3, 5)))
    with pytest.raises(lutra.InputError, match="the module's forward: missing a required argument"):
        linear(image=torch.zeros(3, 5))


def test_state_that_is_an_input() -> None:
    module = drop_in(nn.Sequential(nn.BatchNorm1d(5)), torch.zeros(3, 5), multiplier=None)
    memory = torch.zeros(15)
    module.get_buffer("0.running_mean").set_(memory[:5])
    with pytest.raises(lutra.InputError, match="overlap, and one of them is written"):
        module(memory.view(3, 5))


def test_a_module_that_changed() -> None:
    module = small()
    module.weight = nn.Parameter(torch.zeros(CLASSES, 5))
    with torch.no_grad():
        assert torch.equal(module(torch.randn(3, 5)), module.bias.expand(3, CLASSES))
    module.weight = nn.Parameter(torch.zeros(CLASSES, 6))
    message = (
        r"parameter 'weight' has shape \(4, 6\), but had \(4, 5\) when the module was compiled"
    )
    with pytest.raises(lutra.LutraError, match=message):
        module(torch.randn(3, 5))
    module = small().double()
    with pytest.raises(lutra.InputError, match=r"parameter 'weight' has type torch.float64"):
        module(torch.randn(3, 5))
    module = drop_in(make())
    module.head = nn.Linear(36, CLASSES)
    with pytest.raises(lutra.LutraError, match="submodule 'head' was replaced"):
        module(batch()[0])
    module = drop_in(make())
    copied = copy.deepcopy(module)
    for each in (module, copied):
        each.body[2] = nn.Tanh()
        with pytest.raises(lutra.LutraError, match=r"submodule 'body\.2' was replaced"):
            each(batch()[0])
    module = drop_in(make())
    del module.body[2]
    with pytest.raises(lutra.LutraError, match="a submodule was removed"):
        module(batch()[0])


def test_modes_that_cannot_be_compiled() -> None:
    module = drop_in(make())
    module.eval()
    module.body[1].train()
    with pytest.raises(lutra.LutraError, match=r"submodule 'body\.1' is in training mode"):
        module(batch()[0])


def test_what_cannot_be_approximate(linear: Any) -> None:
    with pytest.raises(lutra.InputError, match=r"expected a torch\.nn\.Module, got function"):
        drop_in(lambda x: x)  # type: ignore[arg-type]
    with pytest.raises(lutra.InputError, match="it is already"):
        drop_in(linear, torch.zeros(3, 5))
    with pytest.raises(lutra.InputError, match="its part '0' is already"):
        drop_in(nn.Sequential(linear), torch.zeros(3, 5))
    with pytest.raises(lutra.MultiplierError, match="unknown"):
        small(gradient="guess")


class Returns(nn.Module):
    def __init__(self, function: Any) -> None:
        super().__init__()
        self.f, self.function = nn.Linear(5, 5), function

    def forward(self, x: torch.Tensor) -> Any:
        return self.function(self.f(x))


def test_outputs_of_any_kind() -> None:
    x = torch.randn(3, 5)
    twice = drop_in(Returns(lambda y: [y, y, y.t()]), x, multiplier=None)
    outputs = twice(x)
    assert isinstance(outputs, list)
    assert torch.equal(outputs[0], outputs[1])
    assert torch.equal(outputs[0], outputs[2].t())
    sum(each.sum() for each in outputs).backward()
    assert_close(twice.get_parameter("f.bias").grad, torch.full((5,), 9.0))
    labels = drop_in(Returns(lambda y: y.argmax(1)), x, multiplier=None)
    assert not labels(x).requires_grad
    for function, what in ((lambda y: (y, None), "None"), (lambda y: (y, 3), "3")):
        with pytest.raises(lutra.FrontendError, match=f"returns {what} among its outputs"):
            drop_in(Returns(function), x)


def test_packages_that_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "installed", lambda package: None)
    for name in ("torch", "jax"):
        with pytest.raises(
            lutra.FrontendError, match=rf"not installed: pip install 'lutra\[{name}"
        ):
            lutra.__getattr__(name)
    with pytest.raises(AttributeError, match="no attribute 'tensorflow'"):
        lutra.tensorflow  # noqa: B018


def test_tracing_is_refused(linear: Any) -> None:
    x = torch.zeros(3, 5)
    for export in (torch.jit.trace, lambda *each: torch.export.export(each[0], (each[1],))):
        with pytest.raises(lutra.LutraError, match="cannot be traced or exported"):
            export(linear, x)
    assert torch.equal(torch.compile(linear, backend="eager")(x), linear(x))


# --- Several threads and processes -----------------------------------------------------


def test_threads_take_turns() -> None:
    module = small(multiplier=None)
    batches = [torch.randn(1 + number % 3, 5) for number in range(12)]
    results: dict[int, torch.Tensor] = {}

    def work(number: int) -> None:
        x = batches[number].requires_grad_()
        (results[number],) = torch.autograd.grad(module(x).square().sum(), x)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, x in enumerate(batches):
        y = nn.functional.linear(x, module.weight, module.bias)
        assert_close(results[number], (2 * y @ module.weight).detach())


def train_in_parallel(rank: int, port: int, folder: str) -> None:
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port))
    torch.distributed.init_process_group("gloo", rank=rank, world_size=2)
    module = drop_in(make(), gradient="lut-1d")
    parallel = nn.parallel.DistributedDataParallel(module)
    optimizer = torch.optim.SGD(parallel.parameters(), 0.1)
    for step in range(2):
        x, y = batch(6, seed=2 * step + rank)
        optimizer.zero_grad()
        nn.functional.cross_entropy(parallel(x), y).backward()
        optimizer.step()
    # What each process computes alone, of the same values: the mean is the gradient of all.
    mean = [value.grad.clone() for value in module.parameters()]
    torch.save([mean, module.state_dict()], Path(folder) / f"{rank}.pt")
    torch.distributed.destroy_process_group()


def test_distributed_data_parallel(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    torch.multiprocessing.spawn(train_in_parallel, (port, str(tmp_path)), nprocs=2)
    (mean, state), (other_mean, other_state) = (
        torch.load(tmp_path / f"{rank}.pt") for rank in range(2)
    )
    for gradient, other in zip(mean, other_mean, strict=True):
        assert torch.equal(gradient, other)
    for name in dict(make().named_parameters()):
        assert torch.equal(state[name], other_state[name]), name
    # One process on both batches in turn gives the same mean.
    module = drop_in(make(), gradient="lut-1d")
    totals = []
    for step in range(2):
        module.zero_grad()
        buffers = copy.deepcopy(dict(module.named_buffers()))
        for rank in reversed(range(2)):
            # Every process starts a step from the buffers of the first.
            for name, value in module.named_buffers():
                value.copy_(buffers[name])
            x, y = batch(6, seed=2 * step + rank)
            (nn.functional.cross_entropy(module(x), y) / 2).backward()
        totals = [value.grad.clone() for value in module.parameters()]
        with torch.no_grad():
            for value in module.parameters():
                value -= 0.1 * value.grad
    for total, gradient in zip(totals, mean, strict=True):
        assert_close(total, gradient)
