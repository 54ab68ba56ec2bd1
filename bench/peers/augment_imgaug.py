"""Augmenters of imgaug 0.4.0, one image a call."""

import warnings

import cv2
import numpy

numpy.bool = bool  # imgaug uses names that numpy removed
warnings.simplefilter("ignore")

import imgaug.augmenters as iaa

cv2.setNumThreads(1)
TENTH = ((0, 0.1),) * 4


def three():
    return [iaa.Fliplr(1), iaa.Multiply((0.8, 1.2)), iaa.GaussianBlur(1)]


def the_book():
    return iaa.Sequential(
        [
            iaa.Fliplr(0.5),
            iaa.Crop(percent=(0, 0.1)),
            iaa.Sometimes(0.5, iaa.GaussianBlur((0, 0.5))),
            iaa.LinearContrast((0.75, 1.5)),
            iaa.AdditiveGaussianNoise(loc=0, scale=(0.0, 0.05 * 255), per_channel=0.5),
            iaa.Multiply((0.8, 1.2), per_channel=0.2),
        ],
        random_order=True,
    )


def augmenters():
    pil = iaa.pillike
    return {
        "flip-horizontal": iaa.Fliplr(1),
        "flip-vertical": iaa.Flipud(1),
        "quarter-turn": iaa.Rot90([1, 3]),
        "rotate": iaa.Rotate((-30, 30), mode="edge"),
        "affine": iaa.Affine(
            scale=(0.8, 1.25),
            translate_percent=(-0.1, 0.1),
            rotate=(-30, 30),
            shear=(-10, 10),
            mode="edge",
        ),
        "perspective": iaa.PerspectiveTransform((0.0, 0.1), mode="replicate"),
        "elastic": iaa.ElasticTransformation(alpha=(30, 60), sigma=(6, 12), mode="nearest"),
        "crop": iaa.Crop(percent=TENTH),
        "crop cv2-area": iaa.Crop(percent=TENTH),
        "pad": iaa.Pad(percent=TENTH),
        "pad reflect": iaa.Pad(percent=TENTH, pad_mode="symmetric"),
        "random-crop": iaa.CropToFixedSize(128, 128),
        "linear-contrast": iaa.LinearContrast((0.75, 1.5)),
        "multiply": iaa.Multiply((0.8, 1.2)),
        "hue-saturation-value": iaa.AddToHueAndSaturation((-20, 20)),
        "gamma": iaa.GammaContrast((0.8, 1.2)),
        "saturation": pil.EnhanceColor((0.5, 1.5)),
        "grayscale": iaa.Grayscale(1.0),
        "channel-shuffle": iaa.ChannelShuffle(1.0),
        "channel-shift": iaa.Add((-20, 20), per_channel=True),
        "invert": iaa.Invert(1.0),
        "posterize": iaa.Posterize((4, 6)),
        "solarize": iaa.Solarize(1.0, threshold=128),
        "equalize": pil.Equalize(),
        "auto-contrast": pil.Autocontrast(0),
        "clahe": iaa.CLAHE((1, 4), tile_grid_size_px=(18, 20)),
        "gaussian-blur": iaa.GaussianBlur((0.5, 1.5)),
        "box-blur": iaa.AverageBlur((3, 7)),
        "median-blur": iaa.MedianBlur((3, 7)),
        "median-blur 3": iaa.MedianBlur(3),
        "median-blur 5": iaa.MedianBlur(5),
        "median-blur 7": iaa.MedianBlur(7),
        "median-blur 15": iaa.MedianBlur(15),
        "motion-blur": iaa.MotionBlur((3, 7)),
        "sharpen": iaa.Sharpen((0.2, 0.5), (0.5, 1.0)),
        "emboss": iaa.Emboss((0.2, 0.5), (0.2, 0.7)),
        "sharpness": pil.EnhanceSharpness((0.5, 1.5)),
        "jpeg-compression": iaa.JpegCompression((5, 50)),
        "gaussian-noise": iaa.AdditiveGaussianNoise(scale=(0, 12.75), per_channel=True),
        "multiplicative-noise": iaa.MultiplyElementwise((0.9, 1.1)),
        "poisson-noise": iaa.AdditivePoissonNoise((10, 40), per_channel=True),
        "salt-and-pepper": iaa.SaltAndPepper((0.01, 0.06)),
        "coarse-dropout": iaa.CoarseDropout(0.02, size_percent=0.1),
        "cutout": iaa.Cutout(1, size=(0.2, 0.4), fill_mode="constant", cval=128),
        "pixel-dropout": iaa.Dropout(0.01),
        "pixel-dropout half": iaa.Dropout(0.5),
        "fog": iaa.Fog(),
        "rain": iaa.Rain(),
        "snow": iaa.FastSnowyLandscape((85, 123), 2.5),
        "sequence": iaa.Sequential(three()),
        "random-order": iaa.Sequential(three(), random_order=True),
        "sometimes": iaa.Sometimes(0.5, three()),
        "one-of": iaa.OneOf(three()),
        "some-of": iaa.SomeOf(2, three()),
        "rand-augment": iaa.RandAugment(n=2, m=9),
        "the book": the_book(),
    }


def cases(image):
    def call(augmenter):
        return lambda: augmenter.augment_image(image)

    return {name: call(augmenter) for name, augmenter in augmenters().items()}
