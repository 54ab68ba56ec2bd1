import { z } from 'zod';
import { defineBase } from './base-entry.ts';
import { applyLayer, type Output } from './parts/apply-layer.ts';
import {
  averageOfImage,
  convolution,
  dense,
  depthwise,
  normalise,
  padZeros,
  pointwise,
} from './parts/layers.ts';
import { roundFilters } from './parts/round-filters.ts';
import { strideBorder } from './parts/stride-border.ts';

/** The filters of the blocks of a stage, the number of blocks, and the stride of the first. */
const STAGES = [
  [16, 1, 1],
  [24, 2, 2],
  [32, 3, 2],
  [64, 4, 2],
  [96, 3, 1],
  [160, 3, 2],
  [320, 1, 1],
] as const;

/**
 * MobileNet v2 as Keras defines it. torchvision's has other borders and another epsilon, so its weights do not fit.
 *
 * @see Sandler et al. 2018, arXiv:1801.04381
 */
export const mobilenetV2 = defineBase({
  name: 'mobilenet-v2',
  summary: 'MobileNet v2: inverted residual blocks; small and fast, in six widths',
  input: 'tf',
  size: 224,
  parameters: z.strictObject({
    alpha: z
      .number()
      .min(0.05)
      .max(2)
      .default(1)
      .describe('The factor of all filter counts. 0.35, 0.5, 0.75, 1, 1.3 and 1.4 are released.'),
  }),
  features: (images, { alpha }) => {
    const stem = convolution(images, {
      name: 'Conv1',
      filters: roundFilters(32 * alpha),
      size: 3,
      stride: 2,
      padding: 'same',
      bias: false,
    });
    const last = STAGES.flatMap(([filters, count, stride]) =>
      Array.from({ length: count }, (_, at) => ({
        filters: roundFilters(Math.floor(filters * alpha)),
        stride: at === 0 ? stride : 1,
      })),
    ).reduce(
      (below, options, number) => block(below, number, options),
      normed(stem, { norm: 'bn_Conv1', relu: 'Conv1_relu' }),
    );
    const wide = convolution(last, {
      name: 'Conv_1',
      filters: alpha > 1 ? roundFilters(1280 * alpha) : 1280,
      size: 1,
      bias: false,
    });
    return normed(wide, { norm: 'Conv_1_bn', relu: 'out_relu' });
  },
  top: (features, classes) =>
    dense(averageOfImage(features, 'global_average_pooling2d'), {
      name: 'predictions',
      units: classes,
      activation: 'softmax',
    }),
});

function block(
  images: Output,
  number: number,
  { filters, stride }: { readonly filters: number; readonly stride: 1 | 2 },
): Output {
  const name = number === 0 ? 'expanded_conv' : `block_${number}`;
  const channels = images.shape.at(-1)!; // an image
  const part = (input: Output, given: string): Output =>
    normed(input, { norm: `${name}_${given}_BN`, relu: `${name}_${given}_relu` });
  const expanded =
    number === 0 ? images : part(pointwise(images, `${name}_expand`, 6 * channels), 'expand');
  const padded =
    stride === 1
      ? expanded
      : padZeros(expanded, { name: `${name}_pad`, border: strideBorder(expanded, 3) });
  const deep = depthwise(padded, {
    name: `${name}_depthwise`,
    size: 3,
    stride,
    padding: stride === 1 ? 'same' : 'valid',
  });
  const projected = pointwise(part(deep, 'depthwise'), `${name}_project`, filters);
  const output = normed(projected, { norm: `${name}_project_BN` });
  const isResidual = stride === 1 && channels === filters;
  return isResidual ? applyLayer([images, output], { kind: 'Add', name: `${name}_add` }) : output;
}

function normed(
  input: Output,
  { norm, relu }: { readonly norm: string; readonly relu?: string },
): Output {
  const output = normalise(input, { name: norm, epsilon: 1e-3, momentum: 0.999 });
  return relu === undefined
    ? output
    : applyLayer(output, { kind: 'ReLU', name: relu, max_value: 6 });
}
