import { type GradientSource, type Objective, rngAt } from '@sprout/core';
import {
  atSize,
  createBase,
  createDefinition,
  openGradientSource,
  readWeights,
  releasedWeights,
} from '@sprout/train';
import { ascend, ascendOctaves, type AscentStyle, bookAscent, modernAscent } from '@sprout/viz';
import { memory } from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';
import fixture from '../fixtures/vgg16-gradients.json' with { type: 'json' };

const definition = createDefinition('small-cnn', { height: 32, width: 32, classes: 3, seed: 1 });
const units = definition.input.normalisation;

const OBJECTIVES: Readonly<Record<string, Objective>> = {
  'a neuron': [{ layer: 'stem_relu', measure: 'neuron', row: 3, column: 4, channel: 2 }],
  'a channel': [{ layer: 'stage1_1_relu', measure: 'channel', channel: 5 }],
  'a layer, as DeepDream': [{ layer: 'stage1_1_relu', measure: 'mean-square' }],
  'a class by its logit': [
    { layer: 'classes', beforeActivation: true, measure: 'channel', channel: 1 },
  ],
  'a class by its probability': [{ layer: 'classes', measure: 'channel', channel: 1 }],
  'a direction': [
    { layer: 'stem_conv', measure: 'direction', direction: direction(channelsOf('stem_conv')) },
  ],
  'a sum with factors': [
    { layer: 'stem_relu', measure: 'channel', channel: 0, factor: 2 },
    { layer: 'stage1_1_relu', measure: 'channel', channel: 1, factor: -0.5 },
  ],
};

function direction(length: number): number[] {
  const rng = rngAt(0, ['test', 'direction']);
  return Array.from({ length }, () => rng.normal(0, 1));
}

function channelsOf(layer: string): number {
  return definition.weights.find(({ name }) => name === `${layer}/kernel`)!.shape.at(-1)!;
}

/** The values of the objective before each of four steps. */
async function valuesOf(source: GradientSource, objective: Objective, style: AscentStyle) {
  const values: number[] = [];
  const onStep = (step: { readonly values: Float32Array }) => values.push(step.values[0]!);
  await ascend(source, { ...style, objective, seed: 0, onStep, steps: 4 });
  return values;
}

test.each(['onnx', 'wasm', 'cpu'] as const)(
  'the memory does not grow with the steps, and the first steps are the same, on %s',
  { timeout: 60_000 },
  async (engine) => {
    const objective = OBJECTIVES['a channel']!;
    await using reference = await openGradientSource(definition, { engine: 'cpu', threads: 1 });
    await using source = await openGradientSource(definition, { engine, threads: 1 });
    const [values, expected] = [
      await valuesOf(source, objective, modernAscent()),
      await valuesOf(reference, objective, modernAscent()),
    ];
    for (const [at, value] of values.entries())
      expect(Math.abs(value / expected[at]! - 1)).toBeLessThan(1e-3);
    const tensors: number[] = [];
    const onStep = () => tensors.push(memory().numTensors);
    await ascend(source, { ...modernAscent({ steps: 6 }), objective, seed: 0, onStep });
    expect(new Set(tensors).size).toBe(1);
  },
);

describe.each(Object.entries(OBJECTIVES))('%s', (_, objective) => {
  test.each<[string, AscentStyle]>([
    ['the loop of the book', bookAscent({ units, rate: 0.01 })],
    ['the style of lucid without its moves', { ...modernAscent(), transforms: [] }],
  ])('rises within three steps by %s', async (_name, style) => {
    await using source = await openGradientSource(definition, { threads: 1 });
    const [first, , , last] = await valuesOf(source, objective, style);
    expect(last).toBeGreaterThan(first!);
  });
});

test('images that are pushed apart become less alike, at several sizes', async () => {
  const layer = 'stage1_1_relu';
  const sizes = [atSize(definition, { height: 24, width: 24, last: layer }), definition];
  const sources = await Promise.all(sizes.map((one) => openGradientSource(one, { threads: 1 })));
  const alikeAfter = async (diversity: number): Promise<number> => {
    const objective: Objective = [
      { layer, measure: 'channel', channel: 5 },
      ...(diversity === 0 ? [] : [{ layer, measure: 'similarity', factor: -diversity } as const]),
    ];
    const options = { ...modernAscent({ steps: 16 }), objective, seed: 0, count: 2 };
    const { images } = await ascendOctaves(sources, options);
    const measured: Objective = [{ layer, measure: 'similarity' }];
    return (await sources[1]!.gradient(images, { count: 2, objective: measured })).values[0]!;
  };
  expect(await alikeAfter(1000)).toBeLessThan(await alikeAfter(0));
  for (const source of sources) await source[Symbol.asyncDispose]();
});

test('the same seed and engine give the same pictures, byte for byte', async () => {
  const make = async (seed: number) => {
    await using source = await openGradientSource(definition);
    const objective = OBJECTIVES['a channel']!;
    return (await ascend(source, { ...modernAscent({ steps: 5 }), objective, seed })).pictures[0];
  };
  const first = await make(3);
  expect(await make(3)).toEqual(first);
  expect(await make(4)).not.toEqual(first);
});

const WEIGHTS = 'models/vgg16-notop-keras/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5';
const file = sharedData(WEIGHTS);

/** TensorFlow sums in another order. Deep in the network some rectifiers and maxima flip. */
const TOLERANCES: Readonly<Record<string, number>> = {
  block1_conv2: 1e-3,
  block3_conv3: 1e-3,
  block5_conv1: 2e-2,
};

test.skipIf(file === undefined)(
  `gradients of VGG16 agree with those of TensorFlow (needs ../shared/data/${WEIGHTS})`,
  async () => {
    const { size, every, layers } = fixture;
    const outline = createBase('vgg16', { height: size, width: size });
    const { tensors } = await readWeights(await readFile(file!), file!);
    const weights = releasedWeights(tensors, { base: 'vgg16', outline });
    await using source = await openGradientSource({ ...outline, weights });
    const image = Uint8Array.from({ length: size * size * 3 }, (_, n) =>
      Math.floor(((n * 2654435761) % 2 ** 32) / 2 ** 24),
    );
    for (const [layer, expected] of Object.entries(layers)) {
      const objective: Objective = [{ layer, measure: 'channel', channel: expected.filter }];
      const { values, gradient } = await source.gradient(image, { count: 1, objective });
      expect(values[0]! / expected.value).toBeCloseTo(1, 4);
      const slice = gradient.filter((_, at) => at % every === 0);
      expect(relativeDistance(slice, expected.gradient)).toBeLessThan(TOLERANCES[layer]!);
    }
  },
);

/** The length of the difference over the length of the expected numbers. */
function relativeDistance(found: Float32Array, expected: readonly number[]): number {
  const length = (numbers: Iterable<number>): number => Math.hypot(...numbers);
  return length(found.map((value, at) => value - expected[at]!)) / length(expected);
}
