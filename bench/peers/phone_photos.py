"""JPEGs of 12 megapixels to float batches of 32 with cv2 or Pillow in two processes; both decode at 1/4 of the size.

Prints the images per second for each line on standard input.
"""

import sys

import cv2
import numpy as np
from PIL import Image, ImageOps
from two_processes import measure

SIZE = 224


def with_cv2(path):
    image = cv2.cvtColor(cv2.imread(path, cv2.IMREAD_REDUCED_COLOR_4), cv2.COLOR_BGR2RGB)
    return cv2.resize(image, (SIZE, SIZE), interpolation=cv2.INTER_LINEAR)


def with_pillow(path):
    with Image.open(path) as image:
        image.draft("RGB", (2 * SIZE, 2 * SIZE))
        return np.asarray(ImageOps.exif_transpose(image).resize((SIZE, SIZE), Image.Resampling.BILINEAR))


PREPARE = {"cv2": with_cv2, "pillow": with_pillow}


if __name__ == "__main__":
    measure(sys.argv[1], PREPARE[sys.argv[2]], SIZE)
