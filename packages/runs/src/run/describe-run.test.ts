import { fingerprint, readRunRecord, writeRunRecord } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOUR_RECIPE } from '../../test/colour-model.ts';
import { type OpenedPhotos, openPhotos } from '../../test/open-photos.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { describeRun } from './describe-run.ts';
import { recordedTraining } from './recorded-training.ts';
import { version } from './version.ts';

let photos: OpenedPhotos;

beforeAll(async () => {
  photos = await openPhotos({ seed: 7 });
});

afterAll(() => photos[Symbol.asyncDispose]());

const trainer = { engine: 'cpu', version: '4.22.0' } as const;
const command = ['train', 'photos'];

function described(data: Partial<ResolvedTraining['data']> = {}) {
  const { resolved, images } = photos;
  const own = { ...resolved, data: { ...resolved.data, ...data } };
  return describeRun({ resolved: own, images, command, trainer });
}

test('the data set is described by counts and fingerprints', () => {
  const { images, path } = photos;
  const { dataset, split, classes } = described();
  expect(classes).toEqual(['blue', 'red']);
  expect(dataset).toEqual({
    folder: join(path, 'photos'),
    fingerprint: fingerprint(images.dataset.samples),
    samples: { training: 4, validation: 2, bad: 0 },
  });
  expect(split?.fingerprints).toEqual({
    training: fingerprint(images.training),
    validation: fingerprint(images.validation),
  });
});

test('seed, engine, versions and the hash of the recipe are those of the training', () => {
  const { seed, engine, versions, recipe, recipeHash: hash } = described();
  expect({ seed, engine }).toEqual({ seed: 7, engine: 'cpu' });
  expect(versions).toEqual({ sprout: version(), node: process.versions.node, cpu: '4.22.0' });
  expect(recipe).toEqual(COLOUR_RECIPE);
  expect(hash).toBe(recipeHash(COLOUR_RECIPE));
});

test('an engine without a version has the version unknown', () => {
  const { resolved, images } = photos;
  const unnamed = { engine: 'wasm', version: undefined } as const;
  expect(describeRun({ resolved, images, command, trainer: unnamed }).versions).toMatchObject({
    wasm: 'unknown',
  });
});

test.each([
  [{}, 'random'],
  [{ validationBy: 'hash' }, 'hash'],
  [{ groupBy: 'plant-(.)' }, 'groups'],
] as const)('images that are split by %j are split by %s', (data, by) => {
  expect(described(data).split).toMatchObject({ validation: { perClass: 1 }, by });
});

test('the record can be written, and the configuration is read from it unchanged', async () => {
  const file = join(photos.path, 'run.json');
  const timings = { started: '2024-05-06T07:08:09.000Z', seconds: {} };
  await writeRunRecord(file, { ...described(), state: 'running', timings });
  const record = await readRunRecord(file);
  expect(record.command).toEqual(command);
  expect(JSON.stringify(recordedTraining(record, file))).toBe(JSON.stringify(photos.resolved));
});
