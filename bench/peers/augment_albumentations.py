"""Transforms of albumentations 2.0.8, one image a call."""

import os

os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"

import albumentations as A
import cv2

cv2.setNumThreads(1)
EDGE = cv2.BORDER_REPLICATE
SIZE = (150, 150)


def three():
    return [
        A.HorizontalFlip(p=1),
        A.RandomBrightnessContrast(0.2, 0.2, p=1),
        A.GaussianBlur(blur_limit=0, sigma_limit=(1, 1), p=1),
    ]


def geometry():
    return {
        "flip-horizontal": A.HorizontalFlip(p=1),
        "flip-vertical": A.VerticalFlip(p=1),
        "quarter-turn": A.RandomRotate90(p=1),
        "transpose": A.Transpose(p=1),
        "d4": A.D4(p=1),
        "rotate": A.Rotate(30, border_mode=EDGE, p=1),
        "affine": A.Affine(
            scale=(0.8, 1.25),
            translate_percent=(-0.1, 0.1),
            rotate=(-30, 30),
            shear=(-10, 10),
            border_mode=EDGE,
            p=1,
        ),
        "perspective": A.Perspective((0.0, 0.1), border_mode=EDGE, p=1),
        "elastic": A.ElasticTransform(alpha=80, sigma=9, border_mode=EDGE, p=1),
        "grid-distortion": A.GridDistortion(5, (-0.3, 0.3), border_mode=EDGE, p=1),
        "optical-distortion": A.OpticalDistortion((-0.1, 0.1), border_mode=EDGE, p=1),
        "crop": A.CropAndPad(percent=((-0.1, 0),) * 4, p=1),
        "pad": A.CropAndPad(percent=((0, 0.1),) * 4, p=1),
        "pad reflect": A.CropAndPad(percent=((0, 0.1),) * 4, border_mode=cv2.BORDER_REFLECT, p=1),
        "random-crop": A.RandomCrop(128, 128, p=1),
        "random-resized-crop": A.RandomResizedCrop(SIZE, p=1),
        "grid-shuffle": A.RandomGridShuffle((3, 3), p=1),
    }


def colours():
    return {
        "brightness-contrast": A.RandomBrightnessContrast(0.2, 0.2, p=1),
        "hue-saturation-value": A.HueSaturationValue(20, 30, 20, p=1),
        "gamma": A.RandomGamma((80, 120), p=1),
        "colour-jitter": A.ColorJitter((0.8, 1.2), (0.8, 1.2), (0.8, 1.2), (-0.1, 0.1), p=1),
        "saturation": A.ColorJitter((1, 1), (1, 1), (0.5, 1.5), (0, 0), p=1),
        "grayscale": A.ToGray(p=1),
        "channel-shuffle": A.ChannelShuffle(p=1),
        "channel-shift": A.RGBShift(20, 20, 20, p=1),
        "invert": A.InvertImg(p=1),
        "posterize": A.Posterize((4, 6), p=1),
        "solarize": A.Solarize((0.5, 0.5), p=1),
        "equalize": A.Equalize(p=1),
        "auto-contrast": A.AutoContrast(p=1),
        "clahe": A.CLAHE((1, 4), p=1),
    }


def effects():
    return {
        "gaussian-blur": A.GaussianBlur(blur_limit=0, sigma_limit=(0.5, 1.5), p=1),
        "box-blur": A.Blur((3, 7), p=1),
        "median-blur": A.MedianBlur((3, 7), p=1),
        "median-blur 3": A.MedianBlur((3, 3), p=1),
        "median-blur 5": A.MedianBlur((5, 5), p=1),
        "median-blur 7": A.MedianBlur((7, 7), p=1),
        "median-blur 15": A.MedianBlur((15, 15), p=1),
        "motion-blur": A.MotionBlur((3, 7), p=1),
        "defocus-blur": A.Defocus((3, 10), (0.1, 0.5), p=1),
        "sharpen": A.Sharpen((0.2, 0.5), (0.5, 1.0), p=1),
        "emboss": A.Emboss((0.2, 0.5), (0.2, 0.7), p=1),
        "jpeg-compression": A.ImageCompression(quality_range=(50, 95), p=1),
        "downscale": A.Downscale((0.25, 0.5), p=1),
        "gaussian-noise": A.GaussNoise((0, 0.05), per_channel=True, p=1),
        "multiplicative-noise": A.MultiplicativeNoise((0.9, 1.1), False, True, p=1),
        "poisson-noise": A.ShotNoise((0.1, 0.3), p=1),
        "salt-and-pepper": A.SaltAndPepper((0.01, 0.06), (0.4, 0.6), p=1),
        "iso-noise": A.ISONoise((0.01, 0.05), (0.1, 0.5), p=1),
        "coarse-dropout": A.CoarseDropout((1, 2), (0.1, 0.2), (0.1, 0.2), p=1),
        "cutout": A.CoarseDropout((1, 1), (0.2, 0.4), (0.2, 0.4), fill=128, p=1),
        "pixel-dropout": A.PixelDropout(0.01, p=1),
        "pixel-dropout half": A.PixelDropout(0.5, p=1),
        "shadow": A.RandomShadow(p=1),
        "fog": A.RandomFog(p=1),
        "rain": A.RandomRain(p=1),
        "sun-flare": A.RandomSunFlare(p=1),
        "snow": A.RandomSnow(p=1),
    }


def combinators():
    return {
        "sequence": A.Sequential(three(), p=1),
        "random-order": A.RandomOrder(three(), n=3, p=1),
        "sometimes": A.Sequential(three(), p=0.5),
        "one-of": A.OneOf(three(), p=1),
        "some-of": A.SomeOf(three(), n=2, replace=False, p=1),
    }


def cases(image):
    transforms = {**geometry(), **colours(), **effects(), **combinators()}

    def call(transform):
        return lambda: transform(image=image)["image"]

    return {name: call(transform) for name, transform in transforms.items()}
