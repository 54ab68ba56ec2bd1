import { z } from 'zod';
import {
  activation,
  channelsLast,
  imageRule,
  type ImageShape,
  padding,
  pair,
  type Shape,
  type ShapeRule,
} from './shape-rule.ts';

const windowSchema = z.object({
  kernel_size: pair,
  strides: pair.nullish(),
  padding,
  dilation_rate: pair.nullish(),
  data_format: channelsLast,
  activation,
  use_bias: z.boolean().nullish(),
});
const filters = z.int().positive();
const depth_multiplier = z.int().positive().nullish();

type WindowConfig = z.output<typeof windowSchema>;

/** The rules of the convolutions, by class. */
export const CONVOLUTION_SHAPES: Readonly<Record<string, ShapeRule>> = {
  Conv2D: imageRule(windowSchema.extend({ filters }), (image, config) => ({
    output: [...slide(image, config), config.filters],
    weights: {
      kernel: [...config.kernel_size, image[2], config.filters],
      ...bias(config, config.filters),
    },
  })),
  Conv2DTranspose: imageRule(windowSchema.extend({ filters }), (image, config) => ({
    output: [...slideBack(image, config), config.filters],
    weights: {
      kernel: [...config.kernel_size, config.filters, image[2]],
      ...bias(config, config.filters),
    },
  })),
  // TensorFlow.js ignores the dilation of depthwise convolutions
  DepthwiseConv2D: imageRule(windowSchema.extend({ depth_multiplier }), (image, config) => {
    const channels = image[2] * (config.depth_multiplier ?? 1);
    return {
      output: [...slide(image, { ...config, dilation_rate: undefined }), channels],
      weights: {
        depthwise_kernel: [...config.kernel_size, image[2], config.depth_multiplier ?? 1],
        ...bias(config, channels),
      },
    };
  }),
  SeparableConv2D: imageRule(
    windowSchema.extend({
      filters,
      depth_multiplier,
      kernel_initializer: z.undefined().optional(), // TensorFlow.js refuses this key here
    }),
    (image, config) => {
      const multiplier = config.depth_multiplier ?? 1;
      return {
        output: [...slide(image, config), config.filters],
        weights: {
          depthwise_kernel: [...config.kernel_size, image[2], multiplier],
          pointwise_kernel: [1, 1, image[2] * multiplier, config.filters],
          ...bias(config, config.filters),
        },
      };
    },
  ),
};

/** The number of positions that a window of `size` has along an axis. */
export function positions(
  length: number,
  {
    size,
    stride,
    same,
  }: { readonly size: number; readonly stride: number; readonly same: boolean },
): number {
  return Math.ceil((same ? length : length - size + 1) / stride);
}

/** The height and the width of the output of a convolution. */
function slide([height, width]: ImageShape, config: WindowConfig): Shape {
  const { kernel_size: size, strides, dilation_rate: dilation } = config;
  return [height, width].map((length, axis) =>
    positions(length, {
      size: (size[axis]! - 1) * (dilation?.[axis] ?? 1) + 1,
      stride: strides?.[axis] ?? 1,
      same: config.padding === 'same',
    }),
  );
}

/** The height and the width of the output of a transposed convolution. */
function slideBack([height, width]: ImageShape, config: WindowConfig): Shape {
  const { kernel_size: size, strides } = config;
  return [height, width].map((length, axis) => {
    const stride = strides?.[axis] ?? 1;
    return length * stride + (config.padding === 'same' ? 0 : Math.max(size[axis]! - stride, 0));
  });
}

function bias({ use_bias: has }: WindowConfig, length: number): Record<string, Shape> {
  return has === false ? {} : { bias: [length] };
}
