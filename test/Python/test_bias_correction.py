"""Per-channel bias correction: the means it restores, and the ranges it leaves."""

from __future__ import annotations

import lutra
import numpy as np


def test_means_are_those_of_the_float_model_and_ranges_are_fresh(small_cnn: lutra.Model) -> None:
    """A strongly biased multiplier: after correction every layer has the float model's means.

    Ranges measured before the correction would clip what it restores, so the
    ranges left behind have to be those of a fresh calibration.
    """
    images = np.random.default_rng(0).random((32, 1, 8, 8), dtype=np.float32)
    exact = small_cnn.training_step(lutra.SGD(0.1))
    reference = exact.layer_means(images)
    step = small_cnn.approximate("truncated:8x8:drop=9").training_step(lutra.SGD(0.1))
    step.reset(exact.parameters)
    step.calibrate(images)
    before = step.layer_means(images)

    step.correct_biases(images, reference)

    # What is added to a bias is what the layer's products lose, so the sum of
    # both is the float mean (the bias itself is not part of layer_means).
    after = step.layer_means(images)
    for layer, mean in reference.items():
        added = step.parameters[f"{layer}.bias"] - exact.parameters[f"{layer}.bias"]
        scale = np.abs(mean).max()
        assert np.abs(before[layer] - mean).max() > 0.2 * scale
        assert np.abs(after[layer] + added - mean).max() < 0.05 * scale
    left = {name: value.copy() for name, value in step.ranges.items()}
    step.calibrate(images)
    for name, value in step.ranges.items():
        np.testing.assert_array_equal(left[name], value)
