import { z } from 'zod';
import { defineBase } from './base-entry.ts';
import { applyLayer, type Output } from './parts/apply-layer.ts';
import {
  activate,
  averageOfImage,
  convolution,
  depthwise,
  dropOut,
  normalise,
  padZeros,
  pointwise,
} from './parts/layers.ts';

/** The filters of each block, and its stride. */
const BLOCKS = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
] as const;

/**
 * MobileNet v1 as Keras defines it.
 *
 * @see Howard et al. 2017, arXiv:1704.04861
 */
export const mobilenetV1 = defineBase({
  name: 'mobilenet-v1',
  summary: 'MobileNet v1: depthwise convolutions; small and fast, in four widths',
  input: 'tf',
  size: 224,
  parameters: z.strictObject({
    alpha: z
      .number()
      .min(0.05)
      .max(2)
      .default(1)
      .describe('The factor of all filter counts. 0.25, 0.5, 0.75 and 1 are released.'),
  }),
  features: (images, { alpha }) => {
    const width = (filters: number): number => Math.floor(filters * alpha);
    const stem = convolution(images, {
      name: 'conv1',
      filters: width(32),
      size: 3,
      stride: 2,
      padding: 'same',
      bias: false,
    });
    return BLOCKS.reduce(
      (below, [filters, stride], at) => block(below, at + 1, { filters: width(filters), stride }),
      normed(stem, 'conv1'),
    );
  },
  top: (features, classes) => {
    const channels = features.shape.at(-1)!; // an image
    const mean = averageOfImage(features, 'global_average_pooling2d');
    const pixel = applyLayer(mean, {
      kind: 'Reshape',
      name: 'reshape_1',
      target_shape: [1, 1, channels],
    });
    const kept = dropOut(pixel, { name: 'dropout', rate: 1e-3 });
    const logits = convolution(kept, {
      name: 'conv_preds',
      filters: classes,
      size: 1,
      padding: 'same',
    });
    const vector = applyLayer(logits, {
      kind: 'Reshape',
      name: 'reshape_2',
      target_shape: [classes],
    });
    return activate(vector, { name: 'predictions', activation: 'softmax' });
  },
});

function block(
  images: Output,
  number: number,
  { filters, stride }: { readonly filters: number; readonly stride: 1 | 2 },
): Output {
  const after = [0, 1] as const;
  const padded =
    stride === 1
      ? images
      : padZeros(images, { name: `conv_pad_${number}`, border: [after, after] });
  const padding = stride === 1 ? 'same' : 'valid';
  const deep = depthwise(padded, { name: `conv_dw_${number}`, size: 3, stride, padding });
  const name = `conv_pw_${number}`;
  return normed(pointwise(normed(deep, `conv_dw_${number}`), name, filters), name);
}

function normed(input: Output, name: string): Output {
  const output = normalise(input, { name: `${name}_bn`, epsilon: 1e-3 });
  return applyLayer(output, { kind: 'ReLU', name: `${name}_relu`, max_value: 6 });
}
