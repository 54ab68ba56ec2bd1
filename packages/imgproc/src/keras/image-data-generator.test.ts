import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numpyRandom } from '@sprout/core';
import { expect, test } from 'vitest';
import { photos } from '../../fixtures/keras-batches.ts';
import { decode } from '../codec/decode.ts';
import { type ImageDataGenerator, imageDataGenerator } from './image-data-generator.ts';
import type { KerasOptions } from './options.ts';
import { STILL } from './transform/keras-numbers.ts';

const image = { height: 2, width: 2, channels: 1, data: Float32Array.of(1, 2, 3, 4) };
const images = {
  count: 5,
  height: 2,
  width: 3,
  channels: 1,
  data: Float32Array.from({ length: 30 }, (_, at) => at),
};

test('without options images stay as they are, in new memory', () => {
  const generator = imageDataGenerator();
  expect(generator.drawTransform(image)).toEqual(STILL);
  expect(generator.randomTransform(image)).toEqual(image);
  expect(generator.standardize(image).data).not.toBe(image.data);
});

test('the numbers of the documentation of the draws', () => {
  const shape = { height: 100, width: 200, channels: 3 };
  const generator = imageDataGenerator({
    compat: 'keras-preprocessing-1.1.2',
    randomness: 'numpy',
    rotationRange: 30,
    widthShiftRange: 0.2,
    heightShiftRange: 0.1,
    shearRange: 0.2,
    zoomRange: 0.2,
    horizontalFlip: true,
    channelShiftRange: 20,
    brightnessRange: [0.5, 1.5],
  });
  expect(generator.drawTransform(shape, 42)).toEqual({
    theta: -7.527592869158251,
    tx: 9.014286128198323,
    ty: 18.559515344912402,
    shear: 0.03946339367881463,
    zx: 0.8624074561769747,
    zy: 0.8623978081344811,
    flipHorizontal: true,
    flipVertical: false,
    channelShift: 4.044600469728351,
    brightness: 1.2080725777960455,
  });
});

async function epoch(
  generator: ImageDataGenerator,
  batchSize: number,
): Promise<Map<number, string>> {
  const flow = generator.flow(images, { batchSize, seed: 3 });
  const seen = new Map<number, string>();
  for (let batch = 0; batch < flow.length; batch++) {
    const { indices, x, numbers } = await flow.next();
    indices.forEach((index, at) =>
      seen.set(index, JSON.stringify([numbers[at], [...x.data.subarray(6 * at, 6 * at + 6)]])),
    );
  }
  return seen;
}

test('addressed numbers do not depend on the size of batches', async () => {
  const generator = imageDataGenerator({ rotationRange: 90, zoomRange: 0.5 });
  const one = await epoch(generator, 1);
  expect(one.size).toBe(5);
  expect(await epoch(generator, 2)).toEqual(one);
});

test('flow returns the labels and the weights of its images, and their subsets', async () => {
  const generator = imageDataGenerator({ validationSplit: 0.4 });
  const given = { y: ['a', 'b', 'a', 'b', 'a'], sampleWeight: [1, 2, 3, 4, 5], shuffle: false };
  const training = await generator.flow(images, { ...given, subset: 'training' }).next();
  expect(training.y).toEqual(['a', 'b', 'a']);
  expect(training.sampleWeight).toEqual([3, 4, 5]);
  const validation = await generator.flow(images, { ...given, subset: 'validation' }).next();
  expect([...validation.x.data]).toEqual([...images.data.subarray(0, 12)]);
});

test('subsets with different labels are refused unless that is allowed', () => {
  const generator = imageDataGenerator({ validationSplit: 0.4 });
  const options = { y: ['a', 'a', 'b', 'b', 'b'], subset: 'training' } as const;
  expect(() => generator.flow(images, options)).toThrow('y must be in an order');
  expect(generator.flow(images, { ...options, ignoreClassSplit: true }).samples).toBe(3);
});

test('saves the images of a batch, stretched', async () => {
  const saveToDir = await mkdtemp(join(tmpdir(), 'keras-'));
  const flow = imageDataGenerator({ randomness: 'numpy' }, numpyRandom(1)).flow(images, {
    batchSize: 1,
    shuffle: false,
    saveToDir,
    savePrefix: 'leaf',
  });
  await flow.next();
  const [name = ''] = await readdir(saveToDir);
  expect(name).toMatch(/^leaf_0_\d+\.png$/);
  const { data } = await decode(await readFile(join(saveToDir, name)), name);
  expect([...data].filter((_, at) => at % 3 === 0)).toEqual([0, 51, 102, 153, 204, 255]);
  await rm(saveToDir, { recursive: true });
});

test('fixed preprocesses the images that it learns from, Keras does not', () => {
  const preprocessingFunction: KerasOptions['preprocessingFunction'] = (each) => ({
    ...each,
    data: each.data.map((value) => 2 * value),
  });
  const options = { featurewiseCenter: true, rescale: 0.5, preprocessingFunction };
  const mean = (compat: KerasOptions['compat']) => {
    const generator = imageDataGenerator({ ...options, compat });
    generator.fit(images);
    return generator.statistics.mean?.[0];
  };
  expect(mean('fixed')).toBe(14.5);
  expect(mean('keras-preprocessing-1.1.2')).toBe(7.25);
  expect(mean('keras-2.1.5')).toBe(14.5);
});

test('2.1.5 preprocesses the images of batches before their transform, later versions after it', async () => {
  const preprocessingFunction: KerasOptions['preprocessingFunction'] = (each) => ({
    ...each,
    data: each.data.map((value, at) => value + 10 * at),
  });
  const row = { height: 1, width: 2, channels: 1, data: Float32Array.of(0, 1) };
  const values = async (compat: KerasOptions['compat']) => {
    const generator = imageDataGenerator({ compat, horizontalFlip: true, preprocessingFunction });
    const { x, numbers } = await generator.flow({ ...row, count: 1 }, { seed: 6 }).next();
    const changed = generator.applyTransform(row, numbers[0]!);
    return { isFlipped: numbers[0]?.flipHorizontal, batch: [...x.data], image: [...changed.data] };
  };
  const flipped = [1, 0];
  expect(await values('keras-2.1.5')).toEqual({ isFlipped: true, batch: [11, 0], image: flipped });
  expect(await values('keras-3')).toEqual({ isFlipped: true, batch: [1, 10], image: flipped });
});

test('ZCA is refused for images that are too large, with the size of its matrix', () => {
  const generator = imageDataGenerator({ zcaWhitening: true });
  const large = { count: 1, height: 150, width: 150, channels: 3, data: new Float32Array(67_500) };
  expect(() => generator.fit(large)).toThrow('150 x 150 x 3, whose matrix would take 18.2 GB');
});

test('one normalisation turns on its centring, and ZCA replaces the other', () => {
  const { options } = imageDataGenerator({
    zcaWhitening: true,
    featurewiseStdNormalization: true,
    samplewiseStdNormalization: true,
  });
  expect(options).toMatchObject({
    featurewiseCenter: true,
    featurewiseStdNormalization: false,
    samplewiseCenter: true,
  });
});

test('a number of pixels is drawn from an interval', () => {
  const generator = imageDataGenerator({ heightShiftRange: { pixels: 2 }, widthShiftRange: 2 });
  const drawn = Array.from({ length: 60 }, (_, seed) => generator.drawTransform(image, seed));
  expect(new Set(drawn.map(({ ty }) => Math.abs(ty)))).toEqual(new Set([0, 1]));
  expect(drawn.every(({ tx }) => Math.abs(tx) < 2 && !Number.isInteger(tx))).toBe(true);
});

test('folders are read without labels, too, and bad options are refused', async () => {
  const generator = imageDataGenerator();
  const flow = await generator.flowFromDirectory(photos, { classMode: null, targetSize: [4, 5] });
  expect((await flow.next()).y).toBeNull();
  const read = (options: object) => generator.flowFromDirectory(photos, options);
  await expect(read({ targetSize: [0, 5] })).rejects.toThrow('targetSize');
  await expect(read({ interpolation: 'cubic' })).rejects.toThrow('interpolation must be one of');
  await expect(read({ colorMode: 'bgr' })).rejects.toThrow('colorMode');
  await expect(read({ classMode: 'raw' })).rejects.toThrow('classMode');
  await expect(read({ batchSize: 0 })).rejects.toThrow('batchSize');
});

test('a file that cannot be read is an error, and the next batch goes on', async () => {
  const table = ['none.png', 'b/one.png'].map((filename) => ({ filename, class: 'a' }));
  const flow = await imageDataGenerator().flowFromDataframe(table, {
    directory: photos,
    validateFilenames: false,
    shuffle: false,
    batchSize: 1,
  });
  await expect(flow.next()).rejects.toMatchObject({ code: 'image-unreadable' });
  expect((await flow.next()).filenames).toEqual(['b/one.png']);
});

test('tables whose columns do not fit are refused', async () => {
  const generator = imageDataGenerator();
  const read = (table: object[], options: object = {}) =>
    generator.flowFromDataframe(table as Record<string, unknown>[], options); // rows of any kind
  await expect(read([{ filename: 1, class: 'a' }])).rejects.toThrow(
    'xCol must be a column of paths',
  );
  await expect(read([{ filename: 'a', class: 1 }])).rejects.toThrow(
    'yCol must be a column of texts or lists',
  );
  await expect(
    read([{ filename: 'a', class: 'a' }], { classMode: 'binary', validateFilenames: false }),
  ).rejects.toThrow('two classes');
  await expect(read([{ filename: 'a' }], { classMode: 'multi-output' })).rejects.toThrow(
    'a list of columns',
  );
  await expect(read([{ filename: 'a', class: 'a', w: 'x' }], { weightCol: 'w' })).rejects.toThrow(
    'weightCol',
  );
});

test('multi-output gives the values of each column', async () => {
  const table = [{ filename: 'b/one.png', age: 3, name: 'x' }];
  const options = { directory: photos, classMode: 'multi-output', yCol: ['age', 'name'] } as const;
  const flow = await imageDataGenerator().flowFromDataframe(table, options);
  expect((await flow.next()).y).toEqual([[3], ['x']]);
});

test.each([
  [{ rotation: 3 }, 'Unknown option of the image generator: "rotation"'],
  [{ rotationRange: -1 }, 'rotationRange must be'],
  [{ rotationRange: Number.NaN }, 'rotationRange must be'],
  [{ validationSplit: 1 }, 'validationSplit must be'],
  [{ brightnessRange: [1] }, 'brightnessRange must be'],
  [{ dtype: 'float64' }, 'dtype must be'],
  [{ preprocessingFunction: 3 }, 'preprocessingFunction must be'],
  [
    { compat: 'keras-2.1.5', widthShiftRange: [1, 2] },
    'widthShiftRange must be a number in keras-2.1.5',
  ],
  [{ compat: 'keras-2.1.5', interpolationOrder: 3 }, 'interpolationOrder must be 1 in keras-2.1.5'],
])('refuses %o', (options, message) => {
  expect(() => imageDataGenerator(options as KerasOptions)).toThrow(message);
});

test('images that are not as large as they say are refused', () => {
  const generator = imageDataGenerator();
  expect(() => generator.standardize({ ...image, height: 3 })).toThrow('shape');
  expect(() => generator.fit({ ...images, count: 4 })).toThrow('shape');
});
