"""Operators of PyTorch whose derivative, or whose value, is not that of their usual formula."""

from __future__ import annotations

import lutra
import torch


class FakeQuantised(torch.nn.Module):
    """Codes of every kind of scale and zero point; one result for each."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("scales", torch.tensor([0.1, 0.25]))
        self.register_buffer("zeros", torch.tensor([3, -1], dtype=torch.int32))
        self.register_buffer("scale", torch.tensor([0.07]))
        self.register_buffer("zero", torch.tensor([5], dtype=torch.int32))

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return (
            torch.fake_quantize_per_tensor_affine(x, 0.1, 0, -128, 127),
            torch.fake_quantize_per_tensor_affine(x, 0.0731, 17, 0, 255),
            torch.fake_quantize_per_tensor_affine(x, self.scale, self.zero, -128, 127),
            torch.fake_quantize_per_channel_affine(x, self.scales, self.zeros, 0, -128, 127),
            torch.fake_quantize_per_channel_affine(x.t(), self.scales, self.zeros, 1, -8, 7).t(),
            torch.rrelu(x),
        )


def test_derivatives_are_those_that_pytorch_defines() -> None:
    torch.manual_seed(0)
    numbers = torch.cat([20 * torch.randn(2, 40), torch.linspace(-15, 15, 61).expand(2, 61)], 1)
    x, y = numbers.clone().requires_grad_(), numbers.clone().requires_grad_()
    expected = FakeQuantised()(x)
    got = lutra.torch.approximate(FakeQuantised(), numbers)(y)
    for index, (a, b) in enumerate(zip(expected, got, strict=True)):
        assert torch.equal(a, b), f"result {index}"
        (wanted,) = torch.autograd.grad(a.sum(), x)
        (found,) = torch.autograd.grad(b.sum(), y, retain_graph=True)
        assert torch.equal(wanted, found), f"gradient of result {index}"
        # Some of the codes are clamped, and some are not.
        assert 0 < wanted.count_nonzero() <= numbers.numel()


class Edges(torch.nn.Module):
    """Where a formula overflows, or has another derivative at one point."""

    def forward(
        self, x: torch.Tensor, y: torch.Tensor, p: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        f = torch.nn.functional
        return (
            torch.sigmoid(x),
            f.silu(x),
            f.logsigmoid(x),
            torch.logaddexp(x, y),
            torch.logaddexp2(x, y),
            torch.fmax(x, y),
            torch.fmin(x, y),
            torch.atan2(x, y),
            f.kl_div(x, p.detach(), reduction="none"),
            f.binary_cross_entropy(p, torch.tensor([0.0, 1, 1, 0, 0.5, 1]), reduction="none"),
        )


def test_edges_are_those_of_pytorch() -> None:
    values = (
        torch.tensor([-200.0, 200, 0, 1, -1, 0]),
        torch.tensor([-200.0, 1, 0, 1, -3, 2]),
        torch.tensor([0.0, 1, 0, 1, 0.25, 0.75]),
    )
    given = [value.clone().requires_grad_() for value in values]
    ours = [value.clone().requires_grad_() for value in values]
    expected, got = Edges()(*given), lutra.torch.approximate(Edges(), values)(*ours)
    for index, (a, b) in enumerate(zip(expected, got, strict=True)):
        torch.testing.assert_close(b, a, msg=lambda text, i=index: f"result {i}: {text}")
        for one, other in zip(given, ours, strict=True):
            one.grad, other.grad = torch.zeros(6), torch.zeros(6)
        a.sum().backward(retain_graph=True)
        b.sum().backward(retain_graph=True)
        for one, other in zip(given, ours, strict=True):
            torch.testing.assert_close(
                other.grad, one.grad, msg=lambda text, i=index: f"gradient of result {i}: {text}"
            )


def test_an_instance_norm_tracks_its_statistics() -> None:
    expected = torch.nn.InstanceNorm1d(3, affine=True, track_running_stats=True)
    module = torch.nn.InstanceNorm1d(3, affine=True, track_running_stats=True)
    x = torch.randn(2, 3, 5)
    net = lutra.torch.approximate(module, x)
    for factor in (1.0, 2.0):
        torch.testing.assert_close(net(factor * x), expected(factor * x))
    for name, buffer in expected.named_buffers():
        torch.testing.assert_close(dict(module.named_buffers())[name], buffer)
    torch.testing.assert_close(net.eval()(x), expected.eval()(x))
