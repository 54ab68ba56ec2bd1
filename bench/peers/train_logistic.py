"""Training steps of logistic regression on 150 x 150 x 3 numbers by SGD.

Prints the median milliseconds of 30 steps for each line on standard input. The argument is the library, torch or keras.
Two threads; images are already floats.
"""

import os
import statistics
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

BATCH, FEATURES, CLASSES, STEPS = 32, 150 * 150 * 3, 12, 30


def torch_step(images, labels):
    import torch
    from torch import nn

    torch.set_num_threads(2)
    model = nn.Linear(FEATURES, CLASSES)
    optimiser = torch.optim.SGD(model.parameters(), 0.01)
    loss = nn.CrossEntropyLoss()
    images = torch.from_numpy(images)
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

    model = keras.Sequential([keras.layers.Input((FEATURES,)), keras.layers.Dense(CLASSES, activation="softmax")])
    model.compile(keras.optimizers.SGD(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return lambda: model.train_on_batch(images, labels)


def main():
    rng = np.random.default_rng(0)
    images = rng.random((BATCH, FEATURES), dtype=np.float32)
    labels = rng.integers(0, CLASSES, BATCH)
    library = {"torch": torch_step, "keras": keras_step}[sys.argv[1]]
    step = library(images, labels)
    for _ in range(5):
        step()
    for _ in sys.stdin:
        times = []
        for _ in range(STEPS):
            start = time.perf_counter()
            step()
            times.append((time.perf_counter() - start) * 1000)
        print(statistics.median(times), flush=True)


main()
