"""JPEGs to features in PyTorch (a DataLoader of two processes, with cv2) or Keras (tf.data), written to a NumPy file.

Prints the images per second for each line on standard input. The arguments are the library (torch or keras), the network
(vgg16 or lite0) and the folder. Two threads.
"""

import sys
import tempfile
import time
from pathlib import Path

import networks
import numpy as np
from training_steps import import_keras

BATCH = 32


def with_torch(network, paths, size):
    import cv2
    import torch

    cv2.setNumThreads(1)
    torch.set_num_threads(2)
    model = getattr(networks, f"torch_{network}")().eval()

    class Images(torch.utils.data.Dataset):
        def __len__(self):
            return len(paths)

        def __getitem__(self, at):
            image = cv2.cvtColor(cv2.imread(paths[at]), cv2.COLOR_BGR2RGB)
            image = cv2.resize(image, (size, size), interpolation=cv2.INTER_LINEAR)
            return torch.from_numpy(image.transpose(2, 0, 1).astype(np.float32) / 255)

    loader = torch.utils.data.DataLoader(Images(), BATCH, num_workers=2, persistent_workers=True)

    def extract():
        with torch.inference_mode():
            return np.concatenate([model(images).numpy() for images in loader])

    return extract


def with_keras(network, paths, size):
    keras = import_keras()
    import tensorflow as tf

    model = getattr(networks, f"keras_{network}")(keras, size)

    def load(path):
        image = tf.io.decode_jpeg(tf.io.read_file(path), 3, dct_method="INTEGER_ACCURATE")
        return tf.image.resize(image, (size, size)) / 255

    images = tf.data.Dataset.from_tensor_slices(paths).map(load, tf.data.AUTOTUNE).batch(BATCH).prefetch(2)
    return lambda: model.predict(images, verbose=0)


library, network, folder = sys.argv[1:4]
paths = sorted(str(path) for path in Path(folder).rglob("*.jpeg"))
extract = {"torch": with_torch, "keras": with_keras}[library](network, paths, networks.SIZES[network])
extract()
with tempfile.TemporaryDirectory() as target:
    for _ in sys.stdin:
        start = time.perf_counter()
        np.save(Path(target) / "features.npy", extract())
        print(len(paths) / (time.perf_counter() - start), flush=True)
