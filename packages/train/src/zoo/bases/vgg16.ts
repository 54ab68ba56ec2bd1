import { z } from 'zod';
import { defineBase } from './base-entry.ts';
import { applyLayer, type Output } from './parts/apply-layer.ts';
import { convolution, dense, maxPool } from './parts/layers.ts';

/** The filters of the convolutions of each block. */
const BLOCKS = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

/**
 * VGG16 as Keras defines it.
 *
 * @see Simonyan & Zisserman 2014, arXiv:1409.1556, configuration D
 */
export const vgg16 = defineBase({
  name: 'vgg16',
  summary:
    'VGG16: thirteen convolutions of 3 x 3; large and slow, with features that transfer well',
  input: 'caffe',
  size: 224,
  parameters: z.strictObject({}),
  features: (images) =>
    BLOCKS.reduce((below, filters, at) => block(below, `block${at + 1}`, filters), images),
  top: (features, classes) => {
    const vector = applyLayer(features, { kind: 'Flatten', name: 'flatten' });
    const first = dense(vector, { name: 'fc1', units: 4096, activation: 'relu' });
    const second = dense(first, { name: 'fc2', units: 4096, activation: 'relu' });
    return dense(second, { name: 'predictions', units: classes, activation: 'softmax' });
  },
});

function block(images: Output, name: string, filters: readonly number[]): Output {
  const convolved = filters.reduce(
    (below, count, at) =>
      convolution(below, {
        name: `${name}_conv${at + 1}`,
        filters: count,
        size: 3,
        padding: 'same',
        activation: 'relu',
      }),
    images,
  );
  return maxPool(convolved, { name: `${name}_pool`, size: 2, stride: 2 });
}
