"""Retrain a small convolutional network for an approximate multiplier, by hand.

usage: python examples/retrain_digits.py [EPOCHS]      (needs scikit-learn, for its digits)
"""

import sys
from pathlib import Path

import lutra
import numpy as np
from sklearn.datasets import load_digits

EPOCHS = int(sys.argv[1]) if len(sys.argv) > 1 else 10

images, labels = load_digits(return_X_y=True)
images = (images / 16).astype(np.float32).reshape(-1, 1, 8, 8)
order = np.random.default_rng(0).permutation(len(images))
train, test = order[:1437], order[1437:]


def epochs(step: lutra.TrainingStep, count: int, seed: int) -> None:
    """Train for some epochs, in full batches of a new order each."""
    generator = np.random.default_rng(seed)
    for _ in range(count):
        shuffled = generator.permutation(train)
        for start in range(0, len(shuffled) - step.batch_size + 1, step.batch_size):
            batch = shuffled[start : start + step.batch_size]
            step(images[batch], labels[batch])


def accuracy(step: lutra.TrainingStep) -> str:
    """Accuracy on the test images."""
    return f"{step.evaluate(images[test], labels[test]).accuracy:.1%}"


# 1. Float: the model as it is.
model = lutra.load(Path(__file__).parent / "lenet_digits.mlir")
float_step = model.training_step(lutra.Adam(3e-3), seed=0)
epochs(float_step, EPOCHS, seed=1)
weights = {name: value.copy() for name, value in float_step.parameters.items()}
print("float                              ", accuracy(float_step))

# 2. The same weights on the approximate multiplier: quantised, calibrated, not retrained.
approximate = model.approximate("truncated:8x8:drop=9", gradient="lut-2d:hws=16")
step = approximate.training_step(lutra.Adam(1e-3), parameters=weights)
step.calibrate(images[train])
print("truncated:8x8:drop=9               ", accuracy(step))

# 3. Retrained: gradients of the multiplier come from its truth table.
step.reset(weights)
epochs(step, EPOCHS, seed=2)
print("truncated:8x8:drop=9, retrained    ", accuracy(step))
