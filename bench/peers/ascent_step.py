"""One step of gradient ascent on a filter of VGG16 in PyTorch or Keras: the gradient of the filter's mean with respect to the image.

Prints the median milliseconds of some steps for each line on standard input. The arguments are the library (torch or keras) and
the height and width of the image. The weights are initial ones and take no gradient; Keras runs a compiled function.
"""

import sys

import networks
import numpy as np
from training_steps import import_keras, measure

LAYER, FILTER, RATE = "block5_conv1", 110, 0.1
# the convolutions of VGG16 up to block5_conv1, with their activations and poolings
MODULES = 26


def with_torch(image):
    import torch

    torch.set_num_threads(2)
    model = networks.torch_vgg16()[:MODULES].eval()
    for parameter in model.parameters():
        parameter.requires_grad = False
    image = torch.from_numpy(image.transpose(0, 3, 1, 2).copy())

    def step():
        image.requires_grad = True
        model(image)[:, FILTER].mean().backward()
        gradient = image.grad
        image.grad = None
        image.requires_grad = False
        image.add_(RATE * gradient / (gradient.square().mean().sqrt() + 1e-7))

    return step


def with_keras(image):
    keras = import_keras()
    import tensorflow as tf

    base = networks.keras_vgg16(keras, image.shape[1])
    model = keras.Model(base.input, base.get_layer(LAYER).output)
    variable = tf.Variable(image)

    @tf.function
    def step():
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(variable)
            loss = tf.reduce_mean(model(variable)[..., FILTER])
        gradient = tape.gradient(loss, variable)
        variable.assign_add(RATE * gradient / (tf.sqrt(tf.reduce_mean(gradient**2)) + 1e-7))
        return loss

    return lambda: step().numpy()


library, size = sys.argv[1], int(sys.argv[2])
image = np.random.default_rng(0).random((1, size, size, 3), dtype=np.float32)
measure({"torch": with_torch, "keras": with_keras}[library](image), steps=3, warm_up=2)
