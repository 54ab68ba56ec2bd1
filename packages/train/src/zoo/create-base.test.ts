import { describe, expect, test } from 'vitest';
import { ENGINES } from '../../test/engines.ts';
import { formulaImages, formulaWeight } from '../../test/formula-weights.ts';
import { difference } from '../../test/difference.ts';
import { openTrainer } from '../engine/open/open-trainer.ts';
import { addHead } from '../model/surgery/add-head.ts';
import { freezeLayers } from '../model/surgery/freeze-layers.ts';
import { expectedWeights, type ModelOutline } from '../model/surgery/model-outline.ts';
import { truncateAt } from '../model/surgery/truncate-at.ts';
import { type BaseName, BASES } from './bases/base-table.ts';
import { createBase, withWeights } from './create-base.ts';
import { INPUT_FUNCTIONS, inputFunction } from './input/input-functions.ts';
import { outlineSummary } from './summary.ts';
import { summaryText } from './summary-text.ts';

const HEAD = [{ layer: 'average' }, { layer: 'dense', units: 3, activation: 'softmax' }] as const;
/** The engines on which a net of this size trains in a second. */
const FAST_ENGINES = ENGINES.filter((engine) => engine !== 'cpu');
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'mobilenet-v1': { alpha: 0.25 },
  'mobilenet-v2': { alpha: 0.35 },
};

/** Half of these networks has each of their operations. */
const ENDS: Readonly<Record<string, string>> = {
  'efficientnet-lite0': 'block4b_add',
  'efficientnet-b0': 'block4b_add',
  'mobilenet-v2': 'block_7_add',
};

function small(name: BaseName): ModelOutline {
  const whole = createBase(name, { height: 64, width: 48, parameters: PARAMETERS[name] ?? {} });
  const end = ENDS[name];
  return addHead(end === undefined ? whole : truncateAt(whole, end), [...HEAD]);
}

/** The results of two steps. */
async function steps(outline: ModelOutline, engine: (typeof ENGINES)[number]) {
  const weights = expectedWeights(outline).map(formulaWeight);
  const options = { engine, optimiser: { name: 'sgd' }, threads: 2 } as const;
  await using trainer = await openTrainer({ ...outline, weights }, options);
  const batch = {
    images: formulaImages(3 * 64 * 48 * 3),
    count: 3,
    targets: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
    weights: Float32Array.of(1, 1, 1),
    learningRate: 1e-3,
  };
  const losses = [];
  for (const step of [0, 1]) losses.push((await trainer.trainStep({ ...batch, step })).loss);
  return { losses, before: weights, after: (await trainer.state()).weights };
}

describe('createBase', () => {
  test.each([
    ['vgg16', 14_714_688, 138_357_544],
    ['resnet50', 23_587_712, 25_636_712],
    ['mobilenet-v1', 3_228_864, 4_253_864],
    ['mobilenet-v2', 2_257_984, 3_538_984],
    ['efficientnet-b0', 4_049_564, 5_330_564], // Keras counts seven more, which normalise the images
    ['efficientnet-lite0', 3_413_024, 4_694_024],
    ['squeezenet-1.0', 735_424, 1_248_424],
    ['squeezenet-1.1', 722_496, 1_235_496],
  ] as const)('%s has %i parameters, and %i with its top', (name, without, whole) => {
    const size = { height: 224, width: 224 };
    expect(outlineSummary(createBase(name, size)).parameters).toBe(without);
    expect(outlineSummary(createBase(name, { ...size, includeTop: true })).parameters).toBe(whole);
  });

  test.each([...BASES.keys()])('%s ends in images, vectors or probabilities', (name) => {
    const size = { height: 64, width: 96 };
    const shapeOf = (options: object) =>
      outlineSummary(createBase(name, { ...size, ...options })).layers.at(-1)!.shape;
    const images = shapeOf({});
    expect(images).toHaveLength(3);
    expect(shapeOf({ pooling: 'avg' })).toEqual(images.slice(2));
    expect(shapeOf({ pooling: 'max' })).toEqual(images.slice(2));
    expect(shapeOf({ includeTop: true, classes: 7 })).toEqual([7]);
  });

  test('has the input function of the release, or another one by its name', () => {
    const size = { height: 32, width: 33 };
    expect(createBase('vgg16', size).input).toEqual({
      ...size,
      channels: 3,
      channelOrder: 'bgr',
      normalisation: { mean: [103.939, 116.779, 123.68], deviation: [1, 1, 1] },
    });
    const raw = createBase('vgg16', { ...size, input: 'raw' }).input;
    expect(raw).toEqual({ ...size, channels: 3, ...INPUT_FUNCTIONS.raw });
  });

  test('refuses unknown names, parameters, and images that are too small', () => {
    const size = { height: 32, width: 32 };
    // @ts-expect-error the name does not compile either
    expect(() => createBase('vgg17', size)).toThrow('Unknown base "vgg17"; did you mean "vgg16"?');
    expect(() => inputFunction('caffee')).toThrow('Unknown input function "caffee"');
    expect(() => createBase('vgg16', { ...size, input: 'caffee' })).toThrow('did you mean "caffe"');
    expect(() => createBase('vgg16', { ...size, parameters: { alpha: 1 } })).toThrow(
      'the parameters of vgg16',
    );
    expect(() => createBase('vgg16', { ...size, width: 31 })).toThrow('width must be');
    const floor = { ...size, parameters: { rounding: 'down' } };
    expect(() => createBase('squeezenet-1.0', floor)).toThrow(
      'Layer pool8 is not supported: its input of 2 x 2 x 512 is too small for it',
    );
  });

  test('SqueezeNet pools the last pixel of an even length where sizes are rounded up', () => {
    const shapeOf = (rounding: string, layer: string) =>
      outlineSummary(
        createBase('squeezenet-1.0', { height: 64, width: 71, parameters: { rounding } }),
      ).layers.find(({ name }) => name === layer)!.shape;
    expect(shapeOf('up', 'relu_conv1')).toEqual([29, 33, 96]);
    expect(shapeOf('up', 'pool1')).toEqual([14, 16, 96]);
    expect(shapeOf('up', 'pool4')).toEqual([7, 8, 256]);
    expect(shapeOf('down', 'pool4')).toEqual([6, 7, 256]);
  });
});

describe('the table of a summary', () => {
  test('counts the parameters of the head as trainable where the base is frozen', () => {
    const base = freezeLayers(createBase('vgg16', { height: 150, width: 150 }), () => false);
    const model = addHead(base, [
      { layer: 'flatten' },
      { layer: 'dense', units: 12, activation: 'softmax', name: 'classes' },
    ]);
    const lines = summaryText(outlineSummary(model)).split('\n');
    expect(lines.find((line) => line.startsWith('block5_pool'))).toMatch(/4 x 4 x 512 +0 /);
    expect(lines.at(-2)).toMatch(/^classes \(Dense\) +12 +98,316 +flatten1$/);
    expect(lines.at(-1)).toBe('14,813,004 parameters: 98,316 trainable, 14,714,688 not trainable');
  });
});

describe('withWeights', () => {
  const outline = addHead(
    truncateAt(createBase('vgg16', { height: 32, width: 32 }), 'block1_pool'),
    [{ layer: 'average' }, { layer: 'dense', units: 2, activation: 'softmax' }],
  );

  test('keeps the weights that are given, and draws the others', () => {
    const given = [{ name: 'block1_conv1/bias', shape: [64], data: new Float32Array(64).fill(3) }];
    const { weights } = withWeights(outline, { given, seed: 1 });
    expect(weights.find(({ name }) => name === 'block1_conv1/bias')).toBe(given[0]);
    const kernel = weights.find(({ name }) => name === 'dense2/kernel')!;
    expect(kernel.shape).toEqual([64, 2]);
    expect(kernel.data.some((value) => value !== 0)).toBe(true);
  });

  test('refuses weights that do not fit', () => {
    const unknown = { name: 'block9/bias', shape: [1], data: new Float32Array(1) };
    expect(() => withWeights(outline, { given: [unknown], seed: 1 })).toThrow('block9/bias');
    const wrong = { name: 'block1_conv1/bias', shape: [1], data: new Float32Array(1) };
    expect(() => withWeights(outline, { given: [wrong], seed: 1 })).toThrow('block1_conv1/bias');
  });
});

describe('a base with a head', () => {
  test.each([...BASES.keys()].filter((name) => name !== 'vgg16' && name !== 'resnet50'))(
    '%s trains alike on all engines',
    async (name) => {
      const results = [];
      for (const engine of FAST_ENGINES) results.push((await steps(small(name), engine)).losses);
      const [first, ...others] = results as [number[], ...number[][]]; // wasm is always there
      expect(first.every(Number.isFinite)).toBe(true);
      for (const other of others) expect(difference(other, first)).toBeLessThan(1e-2);
    },
  );

  test.each(ENGINES)('changes its head only where the base is frozen, on %s', async (engine) => {
    const base = createBase('mobilenet-v1', { height: 64, width: 48, parameters: { alpha: 0.25 } });
    const model = addHead(
      freezeLayers(base, () => false),
      [...HEAD],
    );
    const { before, after } = await steps(model, engine);
    const numbers = new Map(before.map(({ name, data }) => [name, data]));
    const changed = after.filter(({ name, data }) =>
      data.some((value, at) => value !== numbers.get(name)![at]),
    );
    expect(changed.map(({ name }) => name)).toEqual(['dense2/kernel', 'dense2/bias']);
  });
});
