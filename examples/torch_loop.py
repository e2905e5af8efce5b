"""Retrain for an approximate multiplier in PyTorch's own training loop.

usage: python examples/torch_loop.py [EPOCHS]      (needs lutra[torch] and scikit-learn)
"""

import sys

import lutra
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

EPOCHS = int(sys.argv[1]) if len(sys.argv) > 1 else 6

images, labels = load_digits(return_X_y=True)
torch.manual_seed(0)
order = torch.randperm(len(images))
data = TensorDataset(
    torch.tensor(images, dtype=torch.float32).reshape(-1, 1, 8, 8)[order] / 16,
    torch.tensor(labels)[order],
)
train = DataLoader(torch.utils.data.Subset(data, range(1437)), 32, shuffle=True, drop_last=True)
test = DataLoader(torch.utils.data.Subset(data, range(1437, len(data))), 120)


def epochs(net: nn.Module, count: int, rate: float) -> None:
    """A loop as any other: optimizer, schedule, clipping."""
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, count * len(train))
    net.train()
    for _ in range(count):
        for x, y in train:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()


@torch.no_grad()
def accuracy(net: nn.Module) -> str:
    """Accuracy on the test images, in evaluation mode."""
    net.eval()
    right = sum(int((net(x).argmax(1) == y).sum()) for x, y in test)
    return f"{right / len(test.dataset):.1%}"


# 1. Any module, trained in float.
network = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1),
    nn.BatchNorm2d(8),
    nn.ReLU(),
    nn.Conv2d(8, 8, 3, padding=1),
    nn.BatchNorm2d(8),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(8 * 4 * 4, 10),
)
epochs(network, EPOCHS, 3e-3)
print("float                    ", accuracy(network))

# 2. The same parameters, computed with on an approximate multiplier.
example = next(iter(train))[0]
net = lutra.torch.approximate(network, example, "truncated:8x8:drop=9", gradient="lut-1d")
net.calibrate(train)
print("approximate              ", accuracy(net))

# 3. The same loop retrains them.
epochs(net, EPOCHS, 1e-3)
print("approximate, retrained   ", accuracy(net))
