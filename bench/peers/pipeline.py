"""Files to float batches of 32 with cv2 and numpy in two processes.

Prints the images per second for each line on standard input.
Each process takes every second batch and writes it into shared memory, so that no pixels are copied between processes.
"""

import multiprocessing
import sys
import time
from multiprocessing import shared_memory
from pathlib import Path

import cv2
import numpy as np

SIZE, BATCH, PROCESSES = 150, 32, 2
PALETTE = (((71, 86, 38), 1600), ((65, 79, 19), 1600), ((95, 106, 56), 1600), ((56, 63, 43), 500))


def keep(image):
    red, green, blue = (image[..., channel].astype(np.int32) for channel in range(3))
    kept = np.zeros(image.shape[:2], bool)
    for (red0, green0, blue0), threshold in PALETTE:
        mean = (red + red0) >> 1
        distance = ((512 + mean) * (red - red0) ** 2 >> 8) + 4 * (green - green0) ** 2
        distance += (767 - mean) * (blue - blue0) ** 2 >> 8
        kept |= distance <= threshold
    return kept


def prepare(path):
    image = cv2.cvtColor(cv2.imread(path), cv2.COLOR_BGR2RGB)
    image = cv2.resize(image, (SIZE, SIZE), interpolation=cv2.INTER_LINEAR)
    image[~keep(image)] = 0
    return cv2.medianBlur(image, 9)


def work(name, slot, tasks, done):
    cv2.setNumThreads(1)
    memory = shared_memory.SharedMemory(name)
    shape = (PROCESSES, BATCH, SIZE, SIZE, 3)
    target = np.ndarray(shape, np.float32, memory.buf)[slot]
    for paths in iter(tasks.get, None):
        images = np.stack([prepare(path) for path in paths])
        np.divide(images, 255, out=target[: len(paths)])
        done.put(len(paths))
    memory.close()


def main():
    paths = sorted(str(path) for path in Path(sys.argv[1]).rglob("*.*"))
    chunks = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    memory = shared_memory.SharedMemory(create=True, size=PROCESSES * BATCH * SIZE * SIZE * 3 * 4)
    tasks, done = multiprocessing.Queue(), multiprocessing.Queue()
    processes = [
        multiprocessing.Process(target=work, args=(memory.name, slot, tasks, done))
        for slot in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    try:
        for _ in sys.stdin:
            start = time.perf_counter()
            for chunk in chunks:
                tasks.put(chunk)
            count = sum(done.get() for _ in chunks)
            print(count / (time.perf_counter() - start), flush=True)
    finally:
        for _ in processes:
            tasks.put(None)
        for process in processes:
            process.join()
        memory.close()
        memory.unlink()


if __name__ == "__main__":
    main()
