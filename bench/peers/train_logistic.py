"""Training steps of logistic regression on 150 x 150 x 3 numbers by SGD.

Prints the median milliseconds of 30 steps for each line on standard input. The argument is the library, torch or keras.
Two threads; images are already floats.
"""

import sys

import numpy as np
from training_steps import import_keras, keras_step, measure, torch_step

BATCH, FEATURES, CLASSES = 32, 150 * 150 * 3, 12


def with_torch(images, labels):
    from torch import nn, optim

    return torch_step(nn.Linear(FEATURES, CLASSES), lambda weights: optim.SGD(weights, 0.01), images, labels)


def with_keras(images, labels):
    keras = import_keras()
    model = keras.Sequential([keras.layers.Input((FEATURES,)), keras.layers.Dense(CLASSES, activation="softmax")])
    return keras_step(model, keras.optimizers.SGD(0.01), images, labels)


rng = np.random.default_rng(0)
images = rng.random((BATCH, FEATURES), dtype=np.float32)
labels = rng.integers(0, CLASSES, BATCH)
measure({"torch": with_torch, "keras": with_keras}[sys.argv[1]](images, labels), steps=30, warm_up=5)
