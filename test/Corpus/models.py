"""The PyTorch models behind the files of Inputs/: small, so that tests take a moment."""

import torch
import torch.nn.functional as F
from torch import nn


class SmallLeNet(nn.Module):
    """LeNet-5's shape at small width, on 1x12x12 images: padding, convolution, pooling, linear."""

    def __init__(self, classes: int = 10) -> None:
        super().__init__()
        self.c1 = nn.Conv2d(1, 4, 3, padding=1)
        self.c2 = nn.Conv2d(4, 8, 3)
        self.f1 = nn.Linear(8 * 2 * 2, 16)
        self.f2 = nn.Linear(16, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.max_pool2d(F.relu(self.c1(x)), 2)
        x = F.max_pool2d(F.relu(self.c2(x)), 2).flatten(1)
        return self.f2(F.relu(self.f1(x)))


class SmallMLP(nn.Module):
    """Two linear layers on rows of 16 numbers: the shortest model with a hidden layer."""

    def __init__(self, classes: int = 4) -> None:
        super().__init__()
        self.f1 = nn.Linear(16, 8)
        self.f2 = nn.Linear(8, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.f2(F.relu(self.f1(x)))
