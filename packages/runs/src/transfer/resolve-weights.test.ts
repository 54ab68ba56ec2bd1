import { createBase, encodeSafetensors, expectedWeights, releaseOf } from '@sprout/train';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_BASE, writeSmallWeights } from '../../test/small-weights.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readWeightsFile } from './read-weights-file.ts';
import { contextOf } from '../event/run-context.ts';
import type { ModelSection } from './transfer-of.ts';
import { resolveWeights } from './resolve-weights.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'small.safetensors');
  await writeSmallWeights(file);
});

const resolved = (model: ModelSection, written: ModelSection) =>
  resolveWeights(model, { written, ...contextOf() });

afterAll(() => folder[Symbol.asyncDispose]());

test('a file decides the hash, the format, the library and the input function', async () => {
  const model = { ...SMALL_BASE, weights: { file } };
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  expect(await resolved(model, model)).toEqual({
    ...SMALL_BASE,
    weights: { file, sha256, format: 'safetensors', library: 'keras' },
    input: 'tf',
  });
  const raw = { ...model, input: 'raw' };
  expect((await resolved(raw, raw))['input']).toBe('raw');
});

test('the weights of torchvision are recognised, and set their parameters unless they are written', async () => {
  const name = 'squeezenet-1.1';
  const expected = expectedWeights(createBase(name, { height: 64, width: 64 }));
  const tensors = releaseOf(name, 'torchvision')
    .sources(expected, [])
    .map((source) => ({
      name: source.name,
      shape: source.shape,
      data: new Float32Array(source.shape.reduce((a, b) => a * b, 1)),
    }));
  const path = join(folder.path, 'torchvision.safetensors');
  await writeFile(path, encodeSafetensors({ tensors, metadata: {} }));
  const written = { name, weights: path };
  const complete = { ...written, rounding: 'down' };
  expect(await resolved(complete, written)).toMatchObject({
    weights: { library: 'torchvision' },
    input: 'torch',
    rounding: 'up',
  });
  expect(await resolved(complete, complete)).toMatchObject({ rounding: 'down' });
});

test('a base whose address is not known says who publishes its weights', async () => {
  const model = { name: 'efficientnet-lite0' };
  await expect(resolved(model, model)).rejects.toThrow(
    'weights must be the file of the released weights of efficientnet-lite0, efficientnet-lite0-57934424.pth, which is published by EfficientNet for PyTorch',
  );
});

test('a file with weights of another base is named, with the shapes of the first weights', async () => {
  const model = { name: 'mobilenet-v1', alpha: 0.5, weights: file };
  const error = resolved(model, model);
  await expect(error).rejects.toMatchObject({ code: 'weights-unfit' });
  await expect(error).rejects.toThrow('conv1_bn/gamma has the shape [8], not [16]');
  await expect(error).rejects.toThrow(`The weights in ${file} for mobilenet-v1`);
});

test('a file with another hash than the configuration is refused', async () => {
  const model = { ...SMALL_BASE, weights: { file, sha256: '0'.repeat(64) } };
  await expect(resolved(model, model)).rejects.toMatchObject({
    code: 'file-invalid',
    context: {
      file,
      reason: expect.stringMatching(/not 0{64} as in the configuration$/) as string,
    },
  });
});

test('other models stay as they are', async () => {
  const model = { name: 'small-cnn' };
  expect(await resolved(model, model)).toBe(model);
});

test('the hash of a model of TensorFlow.js is that of all its files', async () => {
  const weightsManifest = [
    { paths: ['a.bin'], weights: [{ name: 'dense/bias', shape: [1], dtype: 'float32' }] },
  ];
  const json = Buffer.from(JSON.stringify({ modelTopology: null, weightsManifest }));
  const weights = Buffer.from(Float32Array.of(2).buffer);
  await writeFile(join(folder.path, 'model.json'), json);
  await writeFile(join(folder.path, 'a.bin'), weights);
  const { sha256, content } = await readWeightsFile(join(folder.path, 'model.json'));
  expect(sha256).toBe(createHash('sha256').update(json).update(weights).digest('hex'));
  expect(content.tensors).toMatchObject([{ name: 'dense/bias', shape: [1] }]);
});

test('missing files and folders are errors with the path', async () => {
  const missing = join(folder.path, 'missing.h5');
  await expect(readWeightsFile(missing)).rejects.toMatchObject({ code: 'file-missing' });
  const directory = join(folder.path, 'weights.h5');
  await mkdir(directory);
  await expect(readWeightsFile(directory)).rejects.toThrow(/weights\.h5 .*it is not a file/);
});
