"""Random transforms of keras-preprocessing 1.1.2, as `flow` makes them: images of float32, without the conversion from bytes."""

from keras_preprocessing.image import ImageDataGenerator

AFFINE = {
    "rotation_range": 40,
    "width_shift_range": 0.2,
    "height_shift_range": 0.2,
    "shear_range": 20,
    "zoom_range": (0.8, 1.2),
    "horizontal_flip": True,
}


def cases(image):
    values = image.astype("float32")

    def transform(**options):
        generator = ImageDataGenerator(**options)
        return lambda: generator.random_transform(values)

    return {
        "keras": transform(**AFFINE),
        "keras order 0": transform(**AFFINE, interpolation_order=0),
        "keras order 3": transform(**AFFINE, interpolation_order=3),
        "keras reflect": transform(**AFFINE, fill_mode="reflect"),
        "keras constant": transform(**AFFINE, fill_mode="constant"),
        "rotate": transform(rotation_range=30),
        "affine": transform(
            rotation_range=30,
            width_shift_range=0.1,
            height_shift_range=0.1,
            shear_range=10,
            zoom_range=(0.8, 1.25),
        ),
        "channel-shift": transform(channel_shift_range=20),
    }
