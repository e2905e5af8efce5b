"""Operators of PyTorch whose derivative is not that of what they compute."""

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
