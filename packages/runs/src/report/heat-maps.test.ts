import { scanFolder } from '@sprout/core';
import { createImagePool, type ImagePool, recipeHash } from '@sprout/imgproc';
import { createDefinition, saveModel } from '@sprout/train';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOUR_CLASSES, COLOUR_RECIPE } from '../../test/colour-model.ts';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { PictureSource } from '../images/thumbnails.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { heatMaps } from './heat-maps.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let source: ImagePool;
let pictures: PictureSource;
let read: ReadRun; // of a logistic regression, which has no maps

beforeAll(async () => {
  folder = await temporaryFolder();
  const colours = { blue: [BLUE], red: [RED, RED] };
  const photos = await writePhotos(join(folder.path, 'photos'), colours);
  source = await createImagePool({ workers: 0 });
  pictures = { source, dataset: await scanFolder(photos) };
  read = await readRun(await writeFinishedRun(folder.path, { photos, set: ['engine=cpu'] }));
});

afterAll(async () => {
  await source[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

test('a model without maps has none, nor has a run whose model is gone', async () => {
  expect(await heatMaps(read, pictures)).toEqual(new Map());
  const gone = { ...read, run: { ...read.run, model: join(folder.path, 'gone') } };
  expect(await heatMaps(gone, pictures)).toEqual(new Map());
});

test('the mistakes of a network with maps have a PNG each, and right answers have none', async () => {
  await rm(read.run.model, { recursive: true });
  const size = { height: 4, width: 4 };
  const parameters = { filters: [4, 4] };
  const definition = createDefinition('small-cnn', { ...size, classes: 2, seed: 0, parameters });
  await saveModel(read.run.model, definition, {
    classes: COLOUR_CLASSES,
    recipe: COLOUR_RECIPE,
    recipeHash: recipeHash(COLOUR_RECIPE),
    versions: {},
  });
  const maps = await heatMaps(read, pictures);
  expect([...maps.keys()]).toEqual(['red/0.png']); // blue/0.png was recognised
  expect(Buffer.from(maps.get('red/0.png')!).subarray(1, 4).toString()).toBe('PNG');
});
