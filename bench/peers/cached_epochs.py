"""PyTorch's DataLoader with shuffled batches of 32 from a memory-mapped uint8 array.

Prints the images per second for each line on standard input: the better of an epoch without workers and one with two.
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch

COUNT, HEIGHT, WIDTH = 4750, 150, 150


class Records(torch.utils.data.Dataset):
    def __init__(self, path):
        self.images = np.load(path, mmap_mode="r")
        self.labels = np.arange(COUNT) % 12

    def __len__(self):
        return COUNT

    def __getitem__(self, number):
        return torch.from_numpy(np.array(self.images[number])), self.labels[number]


def images_per_second(loader):
    start = time.perf_counter()
    count = sum(len(labels) for _, labels in loader)
    return count / (time.perf_counter() - start)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "images.npy")
        images = np.lib.format.open_memmap(path, "w+", np.uint8, (COUNT, HEIGHT, WIDTH, 3))
        for number in range(COUNT):
            images[number] = number % 256
        images.flush()
        loaders = [
            torch.utils.data.DataLoader(
                Records(path), batch_size=32, shuffle=True, num_workers=workers, persistent_workers=workers > 0
            )
            for workers in (0, 2)
        ]
        for loader in loaders:  # the first epoch reads the file and starts the workers
            images_per_second(loader)
        for _ in sys.stdin:
            print(max(images_per_second(loader) for loader in loaders), flush=True)


main()
