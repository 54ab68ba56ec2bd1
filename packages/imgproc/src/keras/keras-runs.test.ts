import { numpyRandom } from '@sprout/core';
import { expect, test } from 'vitest';
import { digestOf, drawn, images } from '../../fixtures/keras.ts';
import {
  arrays,
  flowed,
  photos,
  read,
  rows,
  tabled,
  whitened,
} from '../../fixtures/keras-batches.ts';
import type { FloatImages } from './float-image.ts';
import { type ImageDataGenerator, imageDataGenerator } from './image-data-generator.ts';
import { fromPlanes, toPlanes } from './transform/planes.ts';

const shape = { count: 7, height: 10, width: 12, channels: 3 };

/** The arrays of the fixture in the order that the options ask for. */
function arraysFor({ dataFormat }: Record<string, unknown>): FloatImages {
  if (dataFormat !== 'channels-first') return { ...shape, data: arrays };
  const data = new Float32Array(arrays.length);
  for (let start = 0; start < arrays.length; start += 360) {
    const planes = toPlanes(arrays.subarray(start, start + 360), {
      ...shape,
      order: 'channels-last',
    });
    data.set(fromPlanes(planes, 'channels-first'), start);
  }
  return { ...shape, data };
}

interface Run {
  readonly compat: 'keras-2.1.5' | 'keras-preprocessing-1.1.2' | 'keras-3';
  readonly options: Record<string, unknown>;
}

/** The generator of a run of the fixture, fitted as there. */
function generatorOf({ compat, options }: Run): ImageDataGenerator {
  const generator = imageDataGenerator({ ...options, compat, randomness: 'numpy' }, numpyRandom(9));
  if (options['featurewiseStdNormalization'] === true)
    generator.fit(arraysFor(options), { augment: true, rounds: 2, seed: 5 });
  return generator;
}

/** The shape of the array that Keras returns for images. */
function shapeOf({ count, height, width, channels }: FloatImages, dataFormat: unknown): number[] {
  return dataFormat === 'channels-first'
    ? [count, channels, height, width]
    : [count, height, width, channels];
}

const listOf = (values: Float32Array | null) => (values === null ? undefined : [...values]);

const named = <T extends Run>(runs: readonly T[]) =>
  runs.map((run, at) => [`${at}: ${run.compat}, ${JSON.stringify(run.options)}`, run] as const);

test.each(named(drawn))(
  'random_transform %s: the values of Keras',
  (_, { image, seed, hash, ...run }) => {
    const generator = generatorOf(run);
    expect(digestOf(generator.randomTransform(images[image]!, seed).data)).toBe(hash);
  },
);

test.each(named(flowed))('flow %s: three batches of Keras bit for bit', async (_, run) => {
  const generator = generatorOf(run);
  const { seed, shuffle, batches } = run;
  const y = [0, 1, 2, 3, 4, 5, 6];
  const flow = generator.flow(arraysFor(run.options), { y, batchSize: 3, seed, shuffle });
  const { mean, deviation } = generator.statistics;
  expect({ mean: listOf(mean), std: listOf(deviation) }).toEqual({ mean: run.mean, std: run.std });
  for (const expected of batches) {
    const batch = await flow.next();
    expect(batch.y).toEqual(expected.y);
    expect(shapeOf(batch.x, run.options['dataFormat'])).toEqual(expected.shape);
    expect(digestOf(batch.x.data)).toBe(expected.x);
  }
});

test.each(named(read))(
  'flow_from_directory %s: three batches of Keras bit for bit',
  async (_, run) => {
    const generator = generatorOf(run);
    const { seed, reading, batches } = run;
    const flow = await generator.flowFromDirectory(photos, { ...reading, seed });
    expect(flow.filenames).toEqual(run.filenames);
    expect(flow.classIndices).toEqual(run.classIndices);
    for (const expected of batches) {
      const batch = await flow.next();
      expect(batch.y === null ? null : [...batch.y.subarray(0, 40)]).toEqual(expected.y);
      expect(shapeOf(batch.x, run.options['dataFormat'])).toEqual(expected.shape);
      expect(digestOf(batch.x.data)).toBe(expected.x);
    }
  },
);

test.each(named(tabled))('flow_from_dataframe %s: three batches of Keras', async (_, run) => {
  const { seed, reading, batches } = run;
  const options = {
    ...reading,
    seed,
    directory: photos,
    targetSize: [14, 15],
    batchSize: 2,
  } as const;
  const flow = await generatorOf(run).flowFromDataframe(rows, options);
  expect(flow.filenames).toEqual(run.filenames);
  expect(flow.leftOut).toEqual(['a/missing.png', 'b/not.txt']);
  for (const expected of batches) {
    const batch = await flow.next();
    expect([...batch.y!]).toEqual(expected.y);
    expect(batch.sampleWeight).toEqual(expected.weights);
    expect(shapeOf(batch.x, run.options['dataFormat'])).toEqual(expected.shape);
    expect(digestOf(batch.x.data)).toBe(expected.x);
  }
});

test.each(named(whitened.map((run) => ({ ...run, options: {} }))))(
  'ZCA %s: the values of Keras to 0.002',
  (_, { compat, count, x, whitened: expected }) => {
    const generator = imageDataGenerator({ zcaWhitening: true, zcaEpsilon: 1e-2, compat });
    const size = { height: 4, width: 4, channels: 1 };
    generator.fit({ ...size, count, data: x });
    const { data } = generator.standardize({ ...size, data: x.slice(0, 16) });
    expect([...data]).toEqual([...expected].map((value) => expect.closeTo(value, 2.5)));
  },
);
