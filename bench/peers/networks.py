"""Networks in PyTorch and Keras, shared by benchmarks, with initial weights.

VGG16 is without its top; EfficientNet-Lite0 ends in the mean of each channel.
"""

# filters of the convolutions of VGG16, and its poolings
VGG16 = [64, 64, "pool", 128, 128, "pool", 256, 256, 256, "pool", 512, 512, 512, "pool", 512, 512, 512, "pool"]
# blocks, size of the filters, stride of the first block, expansion, filters
LITE0 = [
    (1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112), (4, 5, 2, 6, 192), (1, 3, 1, 6, 320),
]
STEM, TOP = 32, 1280
# height and width of the images
SIZES = {"vgg16": 150, "lite0": 224}


def torch_vgg16():
    from torch import nn

    layers, channels = [], 3
    for filters in VGG16:
        if filters == "pool":
            layers.append(nn.MaxPool2d(2))
            continue
        layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.ReLU(inplace=True)]
        channels = filters
    return nn.Sequential(*layers)


def torch_lite0():
    from torch import nn

    def normed(inputs, outputs, size=1, stride=1, groups=1, activation=True):
        layers = [
            nn.Conv2d(inputs, outputs, size, stride, size // 2, groups=groups, bias=False),
            nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.01),
        ]
        return layers + ([nn.ReLU6(inplace=True)] if activation else [])

    class Block(nn.Module):
        def __init__(self, inputs, outputs, size, stride, expansion):
            super().__init__()
            wide = inputs * expansion
            expand = normed(inputs, wide) if expansion > 1 else []
            depthwise = normed(wide, wide, size, stride, wide)
            self.layers = nn.Sequential(*expand, *depthwise, *normed(wide, outputs, activation=False))
            self.residual = stride == 1 and inputs == outputs

        def forward(self, images):
            result = self.layers(images)
            return images + result if self.residual else result

    layers, channels = normed(3, STEM, 3, 2), STEM
    for blocks, size, stride, expansion, filters in LITE0:
        for at in range(blocks):
            layers.append(Block(channels, filters, size, stride if at == 0 else 1, expansion))
            channels = filters
    layers += [*normed(channels, TOP), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    return nn.Sequential(*layers)


def keras_vgg16(keras, size):
    return keras.applications.VGG16(weights=None, include_top=False, input_shape=(size, size, 3))


def keras_lite0(keras, size):
    layers = keras.layers

    def normed(value, convolution, activation=True):
        value = layers.BatchNormalization(epsilon=1e-3)(convolution(value))
        return layers.ReLU(6)(value) if activation else value

    def pointwise(filters):
        return layers.Conv2D(filters, 1, use_bias=False)

    def block(value, filters, size, stride, expansion):
        below, channels = value, value.shape[-1]
        if expansion > 1:
            value = normed(value, pointwise(channels * expansion))
        value = normed(value, layers.DepthwiseConv2D(size, stride, "same", use_bias=False))
        value = normed(value, pointwise(filters), activation=False)
        return layers.Add()([below, value]) if stride == 1 and channels == filters else value

    images = layers.Input((size, size, 3))
    value = normed(images, layers.Conv2D(STEM, 3, 2, "same", use_bias=False))
    for blocks, filter_size, stride, expansion, filters in LITE0:
        for at in range(blocks):
            value = block(value, filters, filter_size, stride if at == 0 else 1, expansion)
    value = normed(value, pointwise(TOP))
    return keras.Model(images, layers.GlobalAveragePooling2D()(value))
