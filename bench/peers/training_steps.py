"""Training steps of a classifier in PyTorch or Keras, shared by benchmarks. Two threads."""

import os
import statistics
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def torch_step(model, optimiser, inputs, labels):
    """A function that does one step. `optimiser` maps the parameters to an optimiser."""
    import torch

    torch.set_num_threads(2)
    optimiser = optimiser(model.parameters())
    loss = torch.nn.CrossEntropyLoss()
    inputs = torch.from_numpy(inputs)
    labels = torch.from_numpy(labels)

    def step():
        optimiser.zero_grad()
        result = loss(model(inputs), labels)
        result.backward()
        optimiser.step()
        return result.item()

    return step


def import_keras():
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(2)
    import keras

    return keras


def keras_step(model, optimiser, inputs, labels):
    """A function that does one step."""
    model.compile(optimiser, "sparse_categorical_crossentropy", metrics=["accuracy"])
    return lambda: model.train_on_batch(inputs, labels)


def measure(step, *, steps, warm_up):
    """Prints the median milliseconds of some steps for each line on standard input."""
    for _ in range(warm_up):
        step()
    for _ in sys.stdin:
        times = []
        for _ in range(steps):
            start = time.perf_counter()
            step()
            times.append((time.perf_counter() - start) * 1000)
        print(statistics.median(times), flush=True)
