"""A network in inference mode in PyTorch or Keras.

Prints the images per second for each line on standard input, from the median of four batches. The arguments are the library
(torch or keras), the network (vgg16 or lite0) and the number of images in a batch. Two threads; images are already floats.
"""

import statistics
import sys
import time

import networks
import numpy as np
from training_steps import import_keras

BATCHES = 4


def with_torch(network, images):
    import torch

    torch.set_num_threads(2)
    model = getattr(networks, f"torch_{network}")().eval()
    images = torch.from_numpy(images.transpose(0, 3, 1, 2).copy())

    def forward():
        with torch.inference_mode():
            return model(images).numpy()

    return forward


def with_keras(network, images):
    keras = import_keras()
    model = getattr(networks, f"keras_{network}")(keras, networks.SIZES[network])
    return lambda: model.predict_on_batch(images)


library, network, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
size = networks.SIZES[network]
images = np.random.default_rng(0).random((count, size, size, 3), dtype=np.float32)
forward = {"torch": with_torch, "keras": with_keras}[library](network, images)
forward()
for _ in sys.stdin:
    times = []
    for _ in range(BATCHES):
        start = time.perf_counter()
        forward()
        times.append(time.perf_counter() - start)
    print(count / statistics.median(times), flush=True)
