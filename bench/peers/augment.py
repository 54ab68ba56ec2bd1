"""Augments one image with one library on one thread.

python augment.py LIBRARY IMAGE prints, for each name of a measurement on standard input, the microseconds an image of one round,
or -1 if the script augment_LIBRARY.py does not have it. IMAGE has the pixels of 150 x 150 RGB.
"""

import importlib
import sys
import time

import numpy

SIDE = 150
WARM_UP = 0.05
ROUND = 0.01
LEAST_SAMPLES = 5
SAMPLE = 0.0004


def sample(call, count):
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) / count


def warmed_up(call):
    """The seconds of a call."""
    call()
    start, count = time.perf_counter(), 0
    while time.perf_counter() - start < WARM_UP:
        call()
        count += 1
    return (time.perf_counter() - start) / count


def round_of(call, each):
    """The first quartile of the seconds of a call, as in `bench/round-timer.ts`. `each` is an estimate of it."""
    count = max(1, round(SAMPLE / each))
    samples = max(LEAST_SAMPLES, round(ROUND / (each * count)))
    return sorted(sample(call, count) for _ in range(samples))[samples >> 2]


def main(library, path):
    image = numpy.fromfile(path, numpy.uint8).reshape(SIDE, SIDE, 3)
    calls, times = importlib.import_module(f"augment_{library}").cases(image), {}
    for line in sys.stdin:
        name = line.rstrip("\n")
        if name not in calls:
            print(-1, flush=True)
            continue
        times[name] = round_of(calls[name], times.get(name) or warmed_up(calls[name]))
        print(1e6 * times[name], flush=True)


main(*sys.argv[1:])
