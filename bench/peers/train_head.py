"""Training steps of a head of 8192-256-12 on features by Adam.

Prints the median milliseconds of 30 steps for each line on standard input. The argument is the library, torch or keras.
Two threads.
"""

import os
import statistics
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

BATCH, FEATURES, HIDDEN, CLASSES, STEPS = 32, 8192, 256, 12, 30


def torch_step(features, labels):
    import torch
    from torch import nn

    torch.set_num_threads(2)
    model = nn.Sequential(nn.Linear(FEATURES, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, CLASSES))
    optimiser = torch.optim.Adam(model.parameters(), 0.001)
    loss = nn.CrossEntropyLoss()
    features = torch.from_numpy(features)
    labels = torch.from_numpy(labels)

    def step():
        optimiser.zero_grad()
        result = loss(model(features), labels)
        result.backward()
        optimiser.step()
        return result.item()

    return step


def keras_step(features, labels):
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(2)
    import keras

    model = keras.Sequential(
        [
            keras.layers.Input((FEATURES,)),
            keras.layers.Dense(HIDDEN, activation="relu"),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.001), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return lambda: model.train_on_batch(features, labels)


def main():
    rng = np.random.default_rng(0)
    features = np.maximum(rng.standard_normal((BATCH, FEATURES), dtype=np.float32), 0)
    labels = rng.integers(0, CLASSES, BATCH)
    library = {"torch": torch_step, "keras": keras_step}[sys.argv[1]]
    step = library(features, labels)
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
