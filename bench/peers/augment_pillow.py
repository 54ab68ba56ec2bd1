"""The calls of Pillow that are the reference of an op. The image is one of Pillow's, and so is the result."""

import random

from PIL import Image, ImageEnhance, ImageFilter, ImageOps

uniform = random.uniform
SIZE = (150, 150)


def crop(picture):
    left, top, right, bottom = (uniform(0, 15) for _ in range(4))
    box = (int(left), int(top), 150 - int(right), 150 - int(bottom))
    return picture.resize(SIZE, Image.Resampling.BILINEAR, box=box)


def resized_crop(picture):
    width, height = random.randint(43, 150), random.randint(43, 150)
    left, top = random.randint(0, 150 - width), random.randint(0, 150 - height)
    return picture.resize(SIZE, Image.Resampling.BILINEAR, box=(left, top, left + width, top + height))


def calls():
    return {
        "flip-horizontal": ImageOps.mirror,
        "flip-vertical": ImageOps.flip,
        "transpose": lambda picture: picture.transpose(Image.Transpose.TRANSPOSE),
        "quarter-turn": lambda picture: picture.transpose(
            random.choice((Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270))
        ),
        "rotate": lambda picture: picture.rotate(uniform(-30, 30), Image.Resampling.BILINEAR),
        "crop pil-bilinear": crop,
        "random-resized-crop pil-bilinear": resized_crop,
        "saturation": lambda picture: ImageEnhance.Color(picture).enhance(uniform(0.5, 1.5)),
        "sharpness": lambda picture: ImageEnhance.Sharpness(picture).enhance(uniform(0.5, 1.5)),
        "grayscale": lambda picture: picture.convert("L").convert("RGB"),
        "invert": ImageOps.invert,
        "posterize": lambda picture: ImageOps.posterize(picture, random.randint(4, 6)),
        "solarize": ImageOps.solarize,
        "equalize": ImageOps.equalize,
        "auto-contrast": ImageOps.autocontrast,
        "median-blur 3": lambda picture: picture.filter(ImageFilter.MedianFilter(3)),
        "median-blur 5": lambda picture: picture.filter(ImageFilter.MedianFilter(5)),
    }


def cases(image):
    picture = Image.fromarray(image)
    return {name: lambda call=call: call(picture) for name, call in calls().items()}
