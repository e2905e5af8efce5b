"""Retrain a PyTorch network for approximate multipliers, layer by layer.

usage: python examples/retrain_torch.py [EPOCHS]      (needs lutra[torch] and scikit-learn)
"""

import sys

import lutra
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

EPOCHS = int(sys.argv[1]) if len(sys.argv) > 1 else 6
BATCH = 32

images, labels = load_digits(return_X_y=True)
images = (images / 16).astype(np.float32).reshape(-1, 1, 8, 8)
order = np.random.default_rng(0).permutation(len(images))
train, test = order[:1437], order[1437:]


class Block(nn.Module):
    """Two convolutions beside a way around them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv1, self.norm1 = nn.Conv2d(width, width, 3, padding=1), nn.BatchNorm2d(width)
        self.conv2, self.norm2 = nn.Conv2d(width, width, 3, padding=1), nn.BatchNorm2d(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Output of the same shape."""
        y = torch.relu(self.norm1(self.conv1(x)))
        return torch.relu(x + self.norm2(self.conv2(y)))


def epochs(step: lutra.TrainingStep, count: int, seed: int) -> None:
    """Train for some epochs, in full batches of a new order each."""
    generator = np.random.default_rng(seed)
    for _ in range(count):
        shuffled = generator.permutation(train)
        for start in range(0, len(shuffled) - BATCH + 1, BATCH):
            batch = shuffled[start : start + BATCH]
            step(images[batch], labels[batch])


def accuracy(step: lutra.TrainingStep) -> str:
    """Accuracy on the test images, in evaluation mode."""
    return f"{step.evaluate(images[test], labels[test]).accuracy:.1%}"


# 1. Any module, as it is. Here it is trained in float, as PyTorch would.
torch.manual_seed(0)
network = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1),
    nn.BatchNorm2d(8),
    nn.ReLU(),
    Block(8),
    nn.MaxPool2d(2),
    Block(8),
    nn.Flatten(),
    nn.Dropout(0.1),
    nn.Linear(8 * 4 * 4, 10),
)
model = lutra.from_torch(network, torch.zeros(BATCH, 1, 8, 8))
float_step = model.training_step(lutra.AdamW(3e-3))
epochs(float_step, EPOCHS, seed=1)
print("float                    ", accuracy(float_step))

# 2. Layers go by the module's own names: the first and the last stay exact, the rest does not.
approximate = model.approximate_layers(
    {
        "0": "int8",
        "8": "int8",
        "*.conv1": {"multiplier": "truncated:8x8:drop=8", "gradient": "lut-1d"},
        "*.conv2": {"multiplier": "or_compressed:8x8", "gradient": "lut-2d:hws=16"},
    }
)
step = approximate.training_step(
    lutra.AdamW(1e-3), parameters=float_step.parameters, buffers=float_step.buffers
)
step.calibrate(images[train])
print("approximate              ", accuracy(step))

# 3. Retrained, and the weights back in the module.
epochs(step, EPOCHS, seed=2)
print("approximate, retrained   ", accuracy(step))
step.to_torch()
torch.save(network.state_dict(), sys.argv[2] if len(sys.argv) > 2 else "network.pt")
