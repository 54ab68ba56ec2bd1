"""Training steps of a head of 8192-256-12 on features by Adam.

Prints the median milliseconds of 30 steps for each line on standard input. The argument is the library, torch or keras.
Two threads.
"""

import sys

import numpy as np
from training_steps import import_keras, keras_step, measure, torch_step

BATCH, FEATURES, HIDDEN, CLASSES = 32, 8192, 256, 12


def with_torch(features, labels):
    from torch import nn, optim

    model = nn.Sequential(nn.Linear(FEATURES, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, CLASSES))
    return torch_step(model, lambda weights: optim.Adam(weights, 0.001), features, labels)


def with_keras(features, labels):
    keras = import_keras()
    model = keras.Sequential(
        [
            keras.layers.Input((FEATURES,)),
            keras.layers.Dense(HIDDEN, activation="relu"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    return keras_step(model, keras.optimizers.Adam(0.001), features, labels)


rng = np.random.default_rng(0)
features = np.maximum(rng.standard_normal((BATCH, FEATURES), dtype=np.float32), 0)
labels = rng.integers(0, CLASSES, BATCH)
measure({"torch": with_torch, "keras": with_keras}[sys.argv[1]](features, labels), steps=30, warm_up=5)
