"""Transforms of torchvision v2 on one of Pillow's images, to one of them."""

import torch
from PIL import Image
from torchvision.transforms import v2
from torchvision.transforms.v2 import InterpolationMode

torch.set_num_threads(1)
LINEAR = InterpolationMode.BILINEAR


def transforms():
    return {
        "flip-horizontal": v2.RandomHorizontalFlip(1),
        "flip-vertical": v2.RandomVerticalFlip(1),
        "rotate": v2.RandomRotation(30, LINEAR),
        "affine": v2.RandomAffine(30, (0.1, 0.1), (0.8, 1.25), 10, LINEAR),
        "perspective": v2.RandomPerspective(0.2, 1, LINEAR),
        "elastic": v2.ElasticTransform(50.0, 9.0),
        "random-crop": v2.RandomCrop(128),
        "random-resized-crop pil-bilinear": v2.RandomResizedCrop(150),
        "colour-jitter": v2.ColorJitter(0.2, 0.2, 0.2, 0.1),
        "grayscale": v2.Grayscale(3),
        "channel-shuffle": v2.RandomChannelPermutation(),
        "invert": v2.RandomInvert(1),
        "posterize": v2.RandomPosterize(5, 1),
        "solarize": v2.RandomSolarize(128, 1),
        "equalize": v2.RandomEqualize(1),
        "auto-contrast": v2.RandomAutocontrast(1),
        "sharpness": v2.RandomAdjustSharpness(1.5, 1),
        "gaussian-blur": v2.GaussianBlur(5, (0.5, 1.5)),
        "rand-augment": v2.RandAugment(),
        "trivial-augment": v2.TrivialAugmentWide(),
        "aug-mix": v2.AugMix(),
    }


def cases(image):
    picture = Image.fromarray(image)

    def call(transform):
        return lambda: transform(picture)

    return {name: call(transform) for name, transform in transforms().items()}
