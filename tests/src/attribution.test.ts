import { type ModelDefinition, openGradientSource } from '@sprout/train';
import {
  attributionMethod,
  type AttributionMethodName,
  gradCam,
  integratedGradients,
} from '@sprout/viz';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';

/** What `scripts/fixtures/attribution.py` writes. */
interface Fixture {
  readonly label: number;
  readonly images: readonly number[];
  readonly logits: readonly (readonly number[])[];
  readonly weights: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly data: readonly number[] }>
  >;
  readonly maps: Readonly<Record<AttributionMethodName, readonly (readonly number[])[]>>;
}

const CONVOLUTION = {
  kernel_size: [3, 3],
  strides: [1, 1],
  padding: 'same',
  dilation_rate: [1, 1],
  data_format: 'channels_last',
  activation: 'relu',
  use_bias: true,
};

/** The network of the script, with a softmax at its end. */
const TOPOLOGY = {
  class_name: 'Sequential',
  config: {
    name: 'network',
    layers: [
      {
        class_name: 'Conv2D',
        config: { name: 'first', filters: 4, batch_input_shape: [null, 12, 10, 3], ...CONVOLUTION },
      },
      {
        class_name: 'MaxPooling2D',
        config: { name: 'pool', pool_size: [2, 2], strides: [2, 2], padding: 'valid' },
      },
      { class_name: 'Conv2D', config: { name: 'last', filters: 6, ...CONVOLUTION } },
      { class_name: 'GlobalAveragePooling2D', config: { name: 'mean' } },
      {
        class_name: 'Dense',
        config: { name: 'classes', units: 3, activation: 'softmax', use_bias: true },
      },
    ],
  },
};

const SCORES = { layer: 'classes', beforeActivation: true } as const;

let fixture: Fixture;
let definition: ModelDefinition;

beforeAll(async () => {
  const file = new URL('../fixtures/attribution.json', import.meta.url);
  fixture = JSON.parse(await readFile(file, 'utf8')) as Fixture; // of a committed script
  const weights = Object.entries(fixture.weights).map(([name, { shape, data }]) => ({
    name,
    shape,
    data: Float32Array.from(data),
  }));
  const normalisation = { mean: [127.5, 127.5, 127.5], deviation: [127.5, 127.5, 127.5] };
  const input = { height: 12, width: 10, channels: 3, normalisation };
  definition = { topology: TOPOLOGY, weights, input };
});

/** The largest difference, relative to the largest expected number. */
function difference(received: Float32Array, expected: readonly number[]): number {
  expect(received).toHaveLength(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, at) => Math.abs(value - received[at]!))) / largest;
}

/** On the slow engine `cpu`, 128 steps take too long. */
const STEPWISE = 'integrated-gradients';

describe.each(['auto', 'cpu'] as const)('attribution on the engine %s', (engine) => {
  test('the maps of all methods are those of TensorFlow, within 1e-4', async () => {
    await using source = await openGradientSource(definition, { engine, threads: 1 });
    const images = Uint8Array.from(fixture.images);
    for (const [name, expected] of Object.entries(fixture.maps)) {
      if (engine === 'cpu' && name === STEPWISE) continue;
      const { explain } = attributionMethod(name as AttributionMethodName); // a key of the fixture
      const options = { images, count: 2, label: fixture.label, layer: 'last', seed: 0 };
      const maps = await explain({ source, scores: SCORES }, options);
      for (const [at, map] of maps.entries()) {
        expect(difference(map.values, expected[at]!), `${name}, image ${at}`).toBeLessThan(1e-4);
        expect(map.score).toBeCloseTo(fixture.logits[at]![fixture.label]!, 3);
      }
    }
  });

  test('the default class is the predicted one', async () => {
    await using source = await openGradientSource(definition, { engine, threads: 1 });
    const images = Uint8Array.from(fixture.images);
    const maps = await gradCam({ source, scores: SCORES }, { images, count: 2, layer: 'last' });
    expect(maps.map(({ label }) => label)).toEqual(
      fixture.logits.map((row) => row.indexOf(Math.max(...row))),
    );
  });
});

test('integrated gradients add up to the difference of the scores within 1 %', async () => {
  await using source = await openGradientSource(definition, { threads: 1 });
  const images = Uint8Array.from(fixture.images);
  const options = { images, count: 2, label: fixture.label, steps: 128 };
  for (const { gap, values, score, baselineScore } of await integratedGradients(
    { source, scores: SCORES },
    options,
  )) {
    expect(gap).toBeLessThan(0.01);
    const total = values.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(total / (score - baselineScore) - 1)).toBeLessThan(0.01);
  }
});
