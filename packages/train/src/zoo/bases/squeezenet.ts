import { z } from 'zod';
import { type BaseEntry, defineBase } from './base-entry.ts';
import { applyLayer, type Output } from './parts/apply-layer.ts';
import {
  activate,
  averageOfImage,
  convolution,
  dropOut,
  maxPool,
  padZeros,
} from './parts/layers.ts';

/** The filters of a fire module, by its number: those that squeeze, and those of each of the two that expand. */
const FIRES: ReadonlyMap<number, readonly [squeeze: number, expand: number]> = new Map([
  [2, [16, 64]],
  [3, [16, 64]],
  [4, [32, 128]],
  [5, [32, 128]],
  [6, [48, 192]],
  [7, [48, 192]],
  [8, [64, 256]],
  [9, [64, 256]],
]);

interface Version<Name extends string> {
  readonly name: Name;
  readonly summary: string;
  readonly input: BaseEntry['input'];
  readonly size: number;
  readonly stem: { readonly filters: number; readonly size: number };
  /** The layers after which the image is pooled: 1 is the stem, the others are fire modules. */
  readonly pools: readonly number[];
  readonly rounding: 'up' | 'down';
}

/** SqueezeNet v1.0 as its authors define it in Caffe, with the layer names of its conversions to Keras. */
export const squeezenet10 = squeezenet({
  name: 'squeezenet-1.0',
  summary: 'SqueezeNet v1.0: fire modules; 1.2 million parameters',
  input: 'caffe-rounded',
  size: 227,
  stem: { filters: 96, size: 7 },
  pools: [1, 4, 8],
  rounding: 'up',
});

/** SqueezeNet v1.1 as its conversion to Keras defines it. */
export const squeezenet11 = squeezenet({
  name: 'squeezenet-1.1',
  summary: 'SqueezeNet v1.1: the accuracy of v1.0 for less than half of the work',
  input: 'caffe',
  size: 227,
  stem: { filters: 64, size: 3 },
  pools: [1, 3, 5],
  rounding: 'down',
});

/** @see Iandola et al. 2016, arXiv:1602.07360 */
function squeezenet<const Name extends string>({
  stem,
  pools,
  rounding,
  ...fields
}: Version<Name>): BaseEntry<Name> {
  return defineBase({
    ...fields,
    parameters: z.strictObject({
      rounding: z
        .enum(['up', 'down'])
        .default(rounding)
        .describe(
          'Whether the last window of a pooling may reach over the edge of the image, as in Caffe and torchvision (`up`), or not, as in Keras (`down`).',
        ),
    }),
    features: (images, options) => {
      const pooledAfter = (input: Output, number: number): Output =>
        pools.includes(number) ? pool(input, `pool${number}`, options.rounding) : input;
      const first = convolution(images, { name: 'conv1', ...stem, stride: 2 });
      const start = pooledAfter(activate(first, { name: 'relu_conv1', activation: 'relu' }), 1);
      return [...FIRES].reduce(
        (below, [number, filters]) => pooledAfter(fire(below, `fire${number}`, filters), number),
        start,
      );
    },
    top: (features, classes) => {
      const kept = dropOut(features, { name: 'drop9', rate: 0.5 });
      const scored = convolution(kept, { name: 'conv10', filters: classes, size: 1 });
      const positive = activate(scored, { name: 'relu_conv10', activation: 'relu' });
      const logits = averageOfImage(positive, 'global_average_pooling2d');
      return activate(logits, { name: 'loss', activation: 'softmax' });
    },
  });
}

function fire(images: Output, name: string, [squeeze, expand]: readonly [number, number]): Output {
  const branch = (
    input: Output,
    part: string,
    options: { filters: number; size: number },
  ): Output => {
    const convolved = convolution(input, { name: `${name}/${part}`, padding: 'same', ...options });
    return activate(convolved, { name: `${name}/relu_${part}`, activation: 'relu' });
  };
  const squeezed = branch(images, 'squeeze1x1', { filters: squeeze, size: 1 });
  const branches = [1, 3].map((size) =>
    branch(squeezed, `expand${size}x${size}`, { filters: expand, size }),
  );
  return applyLayer(branches, { kind: 'Concatenate', name: `${name}/concat`, axis: -1 });
}

/**
 * Pools windows of 3 x 3 pixels, two apart. Where the last window reaches over the edge, zeros are put there: they change no
 * maximum, since the numbers are those of a rectifier.
 */
function pool(images: Output, name: string, rounding: 'up' | 'down'): Output {
  const [height, width] = images.shape as [number, number, number]; // an image
  const isOver = rounding === 'up' && (height % 2 === 0 || width % 2 === 0);
  const border = [
    [0, 1 - (height % 2)],
    [0, 1 - (width % 2)],
  ] as const;
  const padded = isOver ? padZeros(images, { name: `${name}_pad`, border }) : images;
  return maxPool(padded, { name, size: 3, stride: 2 });
}
