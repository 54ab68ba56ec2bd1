import { normalise, rngAt } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { onnxruntime } from '../../test/onnxruntime-here.ts';
import { openTrainer } from '../engine/open/open-trainer.ts';
import type { EngineName } from '../engine/contract/engine-name.ts';
import { targetsFor } from '../loop/targets.ts';
import { createDefinition } from '../zoo/create-definition.ts';
import type { ModelName } from '../zoo/model-table.ts';
import { inChannelOrder } from './channel-order.ts';
import type { ModelInput } from './model-definition.ts';

const ENGINES: readonly EngineName[] = onnxruntime === undefined ? ['cpu'] : ['onnx', 'cpu'];

const COUNT = 2;
const SIZE = 16;
const rng = rngAt(0, ['images']);
const IMAGES = new Uint8Array(COUNT * SIZE * SIZE * 3).map(() => rng.integer(256));

describe('inChannelOrder', () => {
  test('exchanges red and blue in a copy for BGR', () => {
    const images = Uint8Array.of(1, 2, 3, 4, 5, 6);
    const swapped = inChannelOrder(images, { channelOrder: 'bgr' });
    expect([...swapped]).toEqual([3, 2, 1, 6, 5, 4]);
    expect([...images]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each(['rgb', undefined] as const)('returns the array itself for %s', (channelOrder) => {
    const images = Uint8Array.of(1, 2, 3);
    expect(inChannelOrder(images, { channelOrder })).toBe(images);
  });
});

describe.each(ENGINES)('on %s, a model with BGR input', (engine) => {
  test.each(['logistic', 'small-cnn'] as const)(
    'gives the same results as on swapped channels: %s',
    async (name) => {
      const swapped = inChannelOrder(IMAGES, { channelOrder: 'bgr' });
      const expected = await trained(engine, { name, images: swapped });
      expect(await trained(engine, { name, images: IMAGES, channelOrder: 'bgr' })).toEqual(
        expected,
      );
      expect(await trained(engine, { name, images: IMAGES })).not.toEqual(expected);
    },
  );
});

/** The modes of Keras' `preprocess_input`: a name, the input that expresses it, and its formula for the channel at `index`. */
const MODES: readonly (readonly [
  string,
  Partial<ModelInput>,
  (byte: number, index: number) => number,
])[] = [
  [
    'caffe',
    {
      channelOrder: 'bgr',
      normalisation: { mean: [103.939, 116.779, 123.68], deviation: [1, 1, 1] },
    },
    (byte, index) => byte - [103.939, 116.779, 123.68][index]!,
  ],
  [
    'tf',
    { normalisation: { mean: [127.5, 127.5, 127.5], deviation: [127.5, 127.5, 127.5] } },
    (byte) => byte / 127.5 - 1,
  ],
  [
    'torch',
    {
      normalisation: {
        mean: [0.485 * 255, 0.456 * 255, 0.406 * 255],
        deviation: [0.229 * 255, 0.224 * 255, 0.225 * 255],
      },
    },
    (byte, index) => (byte / 255 - [0.485, 0.456, 0.406][index]!) / [0.229, 0.224, 0.225][index]!,
  ],
  [
    'lite',
    { normalisation: { mean: [127, 127, 127], deviation: [128, 128, 128] } },
    (byte) => (byte - 127) / 128,
  ],
  ['raw', { normalisation: { mean: [0, 0, 0], deviation: [255, 255, 255] } }, (byte) => byte / 255],
];

test.each(MODES)('an input can express the mode %s of released weights', (_, input, mode) => {
  const pixel = Uint8Array.of(10, 100, 250);
  const numbers = new Float32Array(3);
  normalise(inChannelOrder(pixel, input), numbers, input.normalisation!);
  const channels = input.channelOrder === 'bgr' ? [250, 100, 10] : [10, 100, 250];
  for (const [index, byte] of channels.entries())
    expect(numbers[index]).toBeCloseTo(mode(byte, index), 4);
});

interface Training {
  readonly name: ModelName;
  readonly images: Uint8Array;
  readonly channelOrder?: 'bgr';
}

/** Weights and predictions after one step. */
async function trained(engine: EngineName, { name, images, ...order }: Training): Promise<unknown> {
  const parameters = name === 'logistic' ? {} : { filters: [4, 4] };
  const shape = { height: SIZE, width: SIZE, classes: 2, seed: 0, parameters };
  const { input, ...definition } = createDefinition(name, shape);
  const options = { engine, optimiser: { name: 'sgd' }, threads: 1 } as const;
  await using opened = await openTrainer({ ...definition, input: { ...input, ...order } }, options);
  const targets = targetsFor(Int32Array.of(0, 1), { classes: 2 });
  await opened.trainStep({ images, count: COUNT, ...targets, learningRate: 0.01, step: 0 });
  return [await opened.state(), await opened.predict(images, COUNT)];
}
