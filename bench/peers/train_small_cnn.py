"""Training steps of the small convolutional net of bench/train-small-cnn.ts.

Prints the median milliseconds of three steps for each line on standard input. The argument is the library, torch or keras.
Two threads; images are already floats.
"""

import os
import statistics
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

BATCH, SIZE, CLASSES, FILTERS, STEPS = 32, 150, 12, (32, 64, 128, 128), 3


def torch_step(images, labels):
    import torch
    from torch import nn

    torch.set_num_threads(2)
    layers, channels = [], 3
    for filters in FILTERS:
        layers += [nn.Conv2d(channels, filters, 3, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(filters, eps=1e-3, momentum=0.01), nn.ReLU(), nn.MaxPool2d(2)]
        channels = filters
    model = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, CLASSES))
    optimiser = torch.optim.Adam(model.parameters(), 1e-3, eps=1e-7)
    loss = nn.CrossEntropyLoss()
    images = torch.from_numpy(images.transpose(0, 3, 1, 2).copy())
    labels = torch.from_numpy(labels)

    def step():
        optimiser.zero_grad()
        result = loss(model(images), labels)
        result.backward()
        optimiser.step()
        return result.item()

    return step


def keras_step(images, labels):
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(2)
    import keras

    layers = [keras.layers.Input((SIZE, SIZE, 3))]
    for filters in FILTERS:
        layers += [keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)]
        layers += [keras.layers.BatchNormalization(), keras.layers.ReLU(), keras.layers.MaxPooling2D(2)]
    layers += [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(CLASSES, activation="softmax")]
    model = keras.Sequential(layers)
    model.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return lambda: model.train_on_batch(images, labels)


def main():
    rng = np.random.default_rng(0)
    images = rng.random((BATCH, SIZE, SIZE, 3), dtype=np.float32)
    labels = rng.integers(0, CLASSES, BATCH)
    library = {"torch": torch_step, "keras": keras_step}[sys.argv[1]]
    step = library(images, labels)
    step()
    step()
    for _ in sys.stdin:
        times = []
        for _ in range(STEPS):
            start = time.perf_counter()
            step()
            times.append((time.perf_counter() - start) * 1000)
        print(statistics.median(times), flush=True)


main()
