"""Files to float batches of 32 in two processes, shared by benchmarks.

Each process takes every second batch and writes it into shared memory, so that no pixels are copied between processes.
"""

import multiprocessing
import sys
import time
from multiprocessing import shared_memory
from pathlib import Path

import cv2
import numpy as np

BATCH, PROCESSES = 32, 2


def work(prepare, size, name, slot, tasks, done):
    cv2.setNumThreads(1)
    memory = shared_memory.SharedMemory(name)
    shape = (PROCESSES, BATCH, size, size, 3)
    target = np.ndarray(shape, np.float32, memory.buf)[slot]
    for paths in iter(tasks.get, None):
        images = np.stack([prepare(path) for path in paths])
        np.divide(images, 255, out=target[: len(paths)])
        done.put(len(paths))
    memory.close()


def measure(folder, prepare, size):
    """Prints the images per second for each line on standard input. `prepare` maps a path to RGB of size x size."""
    paths = sorted(str(path) for path in Path(folder).rglob("*.*"))
    chunks = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    memory = shared_memory.SharedMemory(create=True, size=PROCESSES * BATCH * size * size * 3 * 4)
    tasks, done = multiprocessing.Queue(), multiprocessing.Queue()
    processes = [
        multiprocessing.Process(target=work, args=(prepare, size, memory.name, slot, tasks, done))
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
