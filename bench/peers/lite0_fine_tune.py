"""Training steps of all layers of EfficientNet-Lite0 with a head of 12 classes, by Adam.

Prints the median milliseconds of three steps for each line on standard input. The argument is the library, torch or keras.
Two threads; images are already floats.
"""

import sys

import networks
import numpy as np
from training_steps import import_keras, keras_step, measure, torch_step

BATCH, CLASSES = 16, 12
SIZE = networks.SIZES["lite0"]


def with_torch(images, labels):
    from torch import nn, optim

    model = nn.Sequential(networks.torch_lite0(), nn.Linear(networks.TOP, CLASSES))
    channels_first = images.transpose(0, 3, 1, 2).copy()
    return torch_step(model, lambda weights: optim.Adam(weights, 1e-3, eps=1e-7), channels_first, labels)


def with_keras(images, labels):
    keras = import_keras()
    base = networks.keras_lite0(keras, SIZE)
    outputs = keras.layers.Dense(CLASSES, activation="softmax")(base.output)
    return keras_step(keras.Model(base.input, outputs), keras.optimizers.Adam(1e-3), images, labels)


rng = np.random.default_rng(0)
images = rng.random((BATCH, SIZE, SIZE, 3), dtype=np.float32)
labels = rng.integers(0, CLASSES, BATCH)
measure({"torch": with_torch, "keras": with_keras}[sys.argv[1]](images, labels), steps=3, warm_up=2)
