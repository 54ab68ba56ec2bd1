import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../test/colour-model.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { summary } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
});

afterAll(() => folder[Symbol.asyncDispose]());

test('a model that is given by its name has the sizes that are given', async () => {
  const size = { height: 2, width: 5 };
  const { summary: data } = await summary({ model: 'logistic', size, classes: 3 });
  expect(data).toEqual({
    layers: [
      {
        name: 'flatten',
        kind: 'Flatten',
        shape: [30],
        parameters: 0,
        inputs: expect.any(Array) as [],
      },
      { name: 'classes', kind: 'Dense', shape: [3], parameters: 93, inputs: ['flatten'] },
    ],
    parameters: 93,
    trainable: 93,
  });
});

test('by default images have 150 x 150 pixels, and there are 12 classes', async () => {
  const { summary: data, text } = await summary({ model: 'logistic' });
  expect(data.layers.map(({ shape }) => shape)).toEqual([[150 * 150 * 3], [12]]);
  expect(text.split('\n')[0]).toMatch(/^layer +output +parameters +connected to$/);
  expect(text).toContain('810,012 parameters');
});

test('a base is shown as it is released, or with a head for the classes that are given', async () => {
  const { summary: alone } = await summary({ model: 'vgg16' });
  expect(alone).toMatchObject({ parameters: 14_714_688 });
  expect(alone.layers.at(-1)).toMatchObject({ name: 'block5_pool', shape: [4, 4, 512] });
  const { summary: headed } = await summary({ model: 'vgg16', classes: 12 });
  expect(headed).toMatchObject({ parameters: 14_813_004, trainable: 98_316 });
  const size = { height: 64, width: 64 };
  const { summary: lite } = await summary({ model: 'efficientnet-lite0', size, classes: 5 });
  expect(lite).toMatchObject({ parameters: 3_413_024 + 6405, trainable: 6405 });
});

test('a trained model is found by its run folder or its own folder, sizes are ignored', async () => {
  for (const model of [run, join(run, 'model')]) {
    const { summary: data } = await summary({ model, classes: 9 });
    expect(data).toMatchObject({ parameters: 98, layers: [{ shape: [48] }, { shape: [2] }] });
  }
});

test('a name that is neither a model nor a folder has the nearest name', async () => {
  const error = summary({ model: 'logistik' });
  await expect(error).rejects.toThrow('Unknown model "logistik"; did you mean "logistic"?');
});

test('a folder without a model is an error with the file that is missing', async () => {
  const path = join(folder.path, 'empty');
  await mkdir(path);
  await expect(summary({ model: path })).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: join(path, 'model', 'model.json') },
  });
});

test('sizes out of range are errors', async () => {
  const size = { height: 0, width: 5 };
  await expect(summary({ model: 'logistic', size })).rejects.toThrow(
    /^height must be .*received 0$/,
  );
  await expect(summary({ model: 'logistic', classes: 1 })).rejects.toThrow(
    /^classes must be .*received 1$/,
  );
});

test('a file of a model is shown as a base, with a head for classes', async () => {
  const file = fileURLToPath(
    new URL('../../../train/fixtures/file-base/sequential.keras', import.meta.url),
  );
  const { summary: base } = await summary({ model: file });
  expect(base.layers.map(({ name }) => name).slice(-3)).toEqual(['first', 'pool', 'second']);
  expect(base.layers.at(-1)!.shape).toEqual([7, 9, 7]);
  const { summary: whole } = await summary({ model: file, classes: 3 });
  expect(whole.layers.map(({ name }) => name).slice(-2)).toEqual(['avg_pool', 'classes']);
});
