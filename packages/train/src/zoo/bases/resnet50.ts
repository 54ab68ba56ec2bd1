import { z } from 'zod';
import { defineBase } from './base-entry.ts';
import { applyLayer, type Output } from './parts/apply-layer.ts';
import {
  activate,
  averageOfImage,
  type Border,
  convolution,
  dense,
  maxPool,
  normalise,
  padZeros,
} from './parts/layers.ts';

const EPSILON = 1.001e-5;

/**
 * ResNet50 as Keras defines it: version 1, with the stride in the first convolution of a block. torchvision's has it in the
 * second, and another epsilon, so its weights do not fit.
 *
 * @see He et al. 2015, arXiv:1512.03385
 */
export const resnet50 = defineBase({
  name: 'resnet50',
  summary: 'ResNet50: fifty layers with residual connections',
  input: 'caffe',
  size: 224,
  parameters: z.strictObject({}),
  features: (images) => {
    const padded = padZeros(images, { name: 'conv1_pad', border: border(3) });
    const convolved = convolution(padded, { name: 'conv1_conv', filters: 64, size: 7, stride: 2 });
    const stem = rectified(
      normalise(convolved, { name: 'conv1_bn', epsilon: EPSILON }),
      'conv1_relu',
    );
    const around = padZeros(stem, { name: 'pool1_pad', border: border(1) });
    const pooled = maxPool(around, { name: 'pool1_pool', size: 3, stride: 2 });
    return STAGES.reduce((below, given, at) => stage(below, `conv${at + 2}`, given), pooled);
  },
  top: (features, classes) =>
    dense(averageOfImage(features, 'avg_pool'), {
      name: 'predictions',
      units: classes,
      activation: 'softmax',
    }),
});

interface Stage {
  readonly filters: number;
  readonly blocks: number;
  readonly stride: number;
}

const STAGES: readonly Stage[] = [
  { filters: 64, blocks: 3, stride: 1 },
  { filters: 128, blocks: 4, stride: 2 },
  { filters: 256, blocks: 6, stride: 2 },
  { filters: 512, blocks: 3, stride: 2 },
];

/** Residual blocks; the first changes size and channels. */
function stage(images: Output, name: string, { filters, blocks, stride }: Stage): Output {
  let value = images;
  for (let at = 0; at < blocks; at++) {
    const isFirst = at === 0;
    value = block(value, `${name}_block${at + 1}`, {
      filters,
      stride: isFirst ? stride : 1,
      isFirst,
    });
  }
  return value;
}

interface Block {
  readonly filters: number;
  readonly stride: number;
  readonly isFirst: boolean;
}

function block(images: Output, name: string, { filters, stride, isFirst }: Block): Output {
  const normed = (
    input: Output,
    part: number,
    window: { filters: number; size: number; stride?: number },
  ): Output => {
    const padding = window.size === 1 ? 'valid' : 'same';
    const convolved = convolution(input, { name: `${name}_${part}_conv`, padding, ...window });
    return normalise(convolved, { name: `${name}_${part}_bn`, epsilon: EPSILON });
  };
  const wide = 4 * filters;
  const shortcut = isFirst ? normed(images, 0, { filters: wide, size: 1, stride }) : images;
  const first = rectified(normed(images, 1, { filters, size: 1, stride }), `${name}_1_relu`);
  const second = rectified(normed(first, 2, { filters, size: 3 }), `${name}_2_relu`);
  const third = normed(second, 3, { filters: wide, size: 1 });
  return rectified(
    applyLayer([shortcut, third], { kind: 'Add', name: `${name}_add` }),
    `${name}_out`,
  );
}

function rectified(input: Output, name: string): Output {
  return activate(input, { name, activation: 'relu' });
}

function border(length: number): Border {
  return [
    [length, length],
    [length, length],
  ];
}
