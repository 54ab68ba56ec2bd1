"""The calls of cv2 with which a program without a library augments. Numbers are drawn with the module random."""

import math
import random

import cv2
import numpy as np

cv2.setNumThreads(1)
SIDE = 150
SIZE = (SIDE, SIDE)
LINEAR = cv2.INTER_LINEAR
EDGE = cv2.BORDER_REPLICATE
uniform = random.uniform


def table(image, values):
    return cv2.LUT(image, np.clip(values, 0, 255).astype(np.uint8))


VALUES = np.arange(256, dtype=np.float32)


def part(image):
    top, right, bottom, left = (int(uniform(0, 0.1) * SIDE) for _ in range(4))
    return image[top : SIDE - bottom, left : SIDE - right]


def resized_crop(image):
    while True:
        area, ratio = uniform(0.08, 1) * SIDE * SIDE, math.exp(uniform(math.log(3 / 4), math.log(4 / 3)))
        width, height = round(math.sqrt(area * ratio)), round(math.sqrt(area / ratio))
        if width <= SIDE and height <= SIDE:
            break
    top, left = random.randint(0, SIDE - height), random.randint(0, SIDE - width)
    return cv2.resize(image[top : top + height, left : left + width], SIZE, interpolation=LINEAR)


def padded(image, border):
    sides = (int(uniform(0, 0.1) * SIDE) for _ in range(4))
    return cv2.resize(cv2.copyMakeBorder(image, *sides, border), SIZE, interpolation=LINEAR)


def rotation(scale=1.0):
    return cv2.getRotationMatrix2D((74.5, 74.5), uniform(-30, 30), scale)


def affine(image):
    matrix = rotation(uniform(0.8, 1.25))
    matrix[:, 2] += uniform(-15, 15), uniform(-15, 15)
    return cv2.warpAffine(image, matrix, SIZE, flags=LINEAR, borderMode=EDGE)


def perspective(image):
    corners = np.array([[0, 0], [149, 0], [149, 149], [0, 149]], np.float32)
    inside = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    start = corners + inside * np.random.uniform(0, 15, (4, 2)).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(start, corners)
    return cv2.warpPerspective(image, matrix, SIZE, flags=LINEAR, borderMode=EDGE)


X, Y = np.meshgrid(VALUES[:SIDE], VALUES[:SIDE])


def elastic(image):
    sigma, distance = uniform(6, 12), uniform(0.75, 3)
    noise = np.random.uniform(-1, 1, (2, SIDE, SIDE)).astype(np.float32)
    dx, dy = (6.14 * sigma * distance * cv2.GaussianBlur(each, (0, 0), sigma) for each in noise)
    return cv2.remap(image, X + dx, Y + dy, LINEAR, borderMode=EDGE)


def hue_saturation_value(image):
    channels = cv2.split(cv2.cvtColor(image, cv2.COLOR_RGB2HSV))
    hue = table(channels[0], (VALUES + uniform(-20, 20)) % 180)
    others = [table(channel, VALUES + uniform(-30, 30)) for channel in channels[1:]]
    return cv2.cvtColor(cv2.merge([hue, *others]), cv2.COLOR_HSV2RGB)


def grayscale(image):
    return cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)


def equalize(image):
    return cv2.merge([cv2.equalizeHist(channel) for channel in cv2.split(image)])


def clahe(image):
    lightness, a, b = cv2.split(cv2.cvtColor(image, cv2.COLOR_RGB2LAB))
    lightness = cv2.createCLAHE(uniform(1, 4), (8, 8)).apply(lightness)
    return cv2.cvtColor(cv2.merge([lightness, a, b]), cv2.COLOR_LAB2RGB)


def odd(low, high):
    return random.randrange(low, high + 1, 2)


def motion(image):
    size = odd(3, 7)
    window = np.zeros((size, size), np.float32)
    cv2.line(window, (0, random.randrange(size)), (size - 1, random.randrange(size)), 1.0)
    return cv2.filter2D(image, -1, window / window.sum())


def defocus(image):
    radius = random.randint(3, 10)
    x, y = np.meshgrid(np.arange(-radius, radius + 1), np.arange(-radius, radius + 1))
    disc = (x * x + y * y <= radius * radius).astype(np.float32)
    return cv2.filter2D(image, -1, cv2.GaussianBlur(disc / disc.sum(), (3, 3), uniform(0.1, 0.5)))


def sharpen(image):
    alpha, lightness = uniform(0.2, 0.5), uniform(0.5, 1)
    window = np.full((3, 3), -alpha, np.float32)
    window[1, 1] = 1 - alpha + alpha * (8 + lightness)
    return cv2.filter2D(image, -1, window)


def emboss(image):
    alpha, strength = uniform(0.2, 0.5), uniform(0.2, 0.7)
    side, corner = alpha * strength, alpha * (1 + strength)
    window = np.array([[-corner, -side, 0], [-side, 1, side], [0, side, corner]], np.float32)
    return cv2.filter2D(image, -1, window)


def jpeg(image):
    data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, random.randint(50, 95)])[1]
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


def downscale(image):
    side = round(SIDE * uniform(0.25, 0.5))
    small = cv2.resize(image, (side, side), interpolation=cv2.INTER_NEAREST)
    return cv2.resize(small, SIZE, interpolation=cv2.INTER_NEAREST)


def gaussian_noise(image):
    noise = np.empty(image.shape, np.int16)
    cv2.randn(noise, 0, uniform(0, 12.75))
    return cv2.add(image, noise, dtype=cv2.CV_8U)


def multiplicative_noise(image):
    factors = np.empty((SIDE, SIDE), np.float32)
    cv2.randu(factors, 0.9, 1.1)
    return cv2.multiply(image, cv2.merge([factors] * 3), dtype=cv2.CV_8U)


def covered(image, count, low, high, value):
    result = image.copy()
    for _ in range(count):
        height, width = (int(SIDE * uniform(low, high)) for _ in range(2))
        top, left = random.randint(0, SIDE - height), random.randint(0, SIDE - width)
        result[top : top + height, left : left + width] = value
    return result


def random_crop(image):
    top, left = random.randint(0, 22), random.randint(0, 22)
    return image[top : top + 128, left : left + 128].copy()


def shadow(image):
    mask = np.ones((SIDE, SIDE, 3), np.float32)
    points = np.array([[uniform(0, 149), uniform(75, 149)] for _ in range(5)], np.int32)
    cv2.fillPoly(mask, [points], (0.5, 0.5, 0.5))
    return cv2.multiply(image, mask, dtype=cv2.CV_8U)


def calls():
    blurs = {f"median-blur {size}": lambda image, size=size: cv2.medianBlur(image, size) for size in (3, 5, 7, 15)}
    return {
        **blurs,
        "flip-horizontal": lambda image: cv2.flip(image, 1),
        "flip-vertical": lambda image: cv2.flip(image, 0),
        "quarter-turn": lambda image: cv2.rotate(image, random.choice((0, 2))),
        "transpose": cv2.transpose,
        "rotate": lambda image: cv2.warpAffine(image, rotation(), SIZE, flags=LINEAR, borderMode=EDGE),
        "affine": affine,
        "perspective": perspective,
        "elastic": elastic,
        "crop": lambda image: cv2.resize(part(image), SIZE, interpolation=LINEAR),
        "crop cv2-area": lambda image: cv2.resize(part(image), SIZE, interpolation=cv2.INTER_AREA),
        "pad": lambda image: padded(image, cv2.BORDER_CONSTANT),
        "pad reflect": lambda image: padded(image, cv2.BORDER_REFLECT),
        "random-crop": random_crop,
        "random-resized-crop": resized_crop,
        "brightness-contrast": lambda image: cv2.convertScaleAbs(
            image, alpha=uniform(0.8, 1.2), beta=uniform(0, 51)
        ),
        "linear-contrast": lambda image: table(image, 127 + uniform(0.75, 1.5) * (VALUES - 127)),
        "multiply": lambda image: cv2.convertScaleAbs(image, alpha=uniform(0.8, 1.2)),
        "gamma": lambda image: table(image, 255 * (VALUES / 255) ** uniform(0.8, 1.2)),
        "hue-saturation-value": hue_saturation_value,
        "grayscale": grayscale,
        "channel-shuffle": lambda image: cv2.merge(random.sample(cv2.split(image), 3)),
        "channel-shift": lambda image: cv2.add(image, (uniform(-20, 20), uniform(-20, 20), uniform(-20, 20), 0)),
        "invert": cv2.bitwise_not,
        "posterize": lambda image: cv2.bitwise_and(image, (0xF0, 0xF0, 0xF0, 0)),
        "solarize": lambda image: table(image, np.where(VALUES < 128, VALUES, 255 - VALUES)),
        "equalize": equalize,
        "clahe": clahe,
        "gaussian-blur": lambda image: cv2.GaussianBlur(image, (0, 0), uniform(0.5, 1.5)),
        "box-blur": lambda image: cv2.blur(image, (odd(3, 7),) * 2),
        "median-blur": lambda image: cv2.medianBlur(image, odd(3, 7)),
        "motion-blur": motion,
        "defocus-blur": defocus,
        "sharpen": sharpen,
        "emboss": emboss,
        "jpeg-compression": jpeg,
        "downscale": downscale,
        "gaussian-noise": gaussian_noise,
        "multiplicative-noise": multiplicative_noise,
        "coarse-dropout": lambda image: covered(image, random.randint(1, 2), 0.1, 0.2, 0),
        "cutout": lambda image: covered(image, 1, 0.2, 0.4, 128),
        "shadow": shadow,
    }


def cases(image):
    return {name: lambda call=call: call(image) for name, call in calls().items()}
