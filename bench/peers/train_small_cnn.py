"""Training steps of the small convolutional net of bench/train-small-cnn.ts.

Prints the median milliseconds of three steps for each line on standard input. The argument is the library, torch or keras.
Two threads; images are already floats.
"""

import sys

import numpy as np
from training_steps import import_keras, keras_step, measure, torch_step

BATCH, SIZE, CLASSES, FILTERS = 32, 150, 12, (32, 64, 128, 128)


def with_torch(images, labels):
    from torch import nn, optim

    layers, channels = [], 3
    for filters in FILTERS:
        layers += [nn.Conv2d(channels, filters, 3, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(filters, eps=1e-3, momentum=0.01), nn.ReLU(), nn.MaxPool2d(2)]
        channels = filters
    model = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, CLASSES))
    channels_first = images.transpose(0, 3, 1, 2).copy()
    return torch_step(model, lambda weights: optim.Adam(weights, 1e-3, eps=1e-7), channels_first, labels)


def with_keras(images, labels):
    keras = import_keras()
    layers = [keras.layers.Input((SIZE, SIZE, 3))]
    for filters in FILTERS:
        layers += [keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)]
        layers += [keras.layers.BatchNormalization(), keras.layers.ReLU(), keras.layers.MaxPooling2D(2)]
    layers += [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(CLASSES, activation="softmax")]
    return keras_step(keras.Sequential(layers), keras.optimizers.Adam(1e-3), images, labels)


rng = np.random.default_rng(0)
images = rng.random((BATCH, SIZE, SIZE, 3), dtype=np.float32)
labels = rng.integers(0, CLASSES, BATCH)
measure({"torch": with_torch, "keras": with_keras}[sys.argv[1]](images, labels), steps=3, warm_up=2)
