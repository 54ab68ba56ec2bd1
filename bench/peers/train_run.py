"""Epochs of a plain network in Keras on a class folder.

Prints the seconds of the given number of epochs for each line on standard input.
Four blocks of convolution, batch normalisation, ReLU and pooling (32, 64, 128, 128), Adam at 1e-3 with cosine decay, flips and
quarter turns, batches of 32, validation after each epoch on 12 images a class. Images are decoded before the clock starts.
"""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
from PIL import Image

SIZE, BATCH, VALIDATION = 150, 32, 12


def load(folder):
    classes = sorted(path for path in Path(folder).iterdir() if path.is_dir())
    parts = ([], [])
    for label, path in enumerate(classes):
        for index, file in enumerate(sorted(path.iterdir())):
            image = np.asarray(Image.open(file).convert("RGB").resize((SIZE, SIZE)))
            parts[index < VALIDATION].append((image, label))
    return [tuple(np.array(column) for column in zip(*part)) for part in parts], len(classes)


def plain_net(classes, steps):
    layers = [keras.layers.Input((SIZE, SIZE, 3)), keras.layers.Rescaling(1 / 255)]
    for filters in (32, 64, 128, 128):
        layers += [keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)]
        layers += [keras.layers.BatchNormalization(), keras.layers.ReLU(), keras.layers.MaxPooling2D(2)]
    layers += [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(classes, activation="softmax")]
    model = keras.Sequential(layers)
    rate = keras.optimizers.schedules.CosineDecay(1e-3, steps)
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


class Augmented(keras.utils.PyDataset):
    """Shuffled batches with random flips and quarter turns."""

    def __init__(self, images, labels):
        super().__init__()
        self.images, self.labels, self.rng = images, labels, np.random.default_rng(0)
        self.on_epoch_end()

    def on_epoch_end(self):
        self.order = self.rng.permutation(len(self.images))

    def __len__(self):
        return -(-len(self.images) // BATCH)

    def __getitem__(self, step):
        chosen = self.order[step * BATCH : (step + 1) * BATCH]
        turned = [np.rot90(image, self.rng.integers(4)) for image in self.images[chosen]]
        flipped = [image[:, ::-1] if self.rng.random() < 0.5 else image for image in turned]
        return np.stack(flipped), self.labels[chosen]


def main():
    ((images, labels), validation), classes = load(sys.argv[1])
    epochs = int(sys.argv[2])
    for _ in sys.stdin:
        batches = Augmented(images, labels)
        model = plain_net(classes, epochs * len(batches))
        start = time.perf_counter()
        model.fit(batches, validation_data=validation, epochs=epochs, verbose=0)
        print(time.perf_counter() - start, flush=True)


main()
