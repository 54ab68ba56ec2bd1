import { scanFolder } from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { PictureSource } from '../images/thumbnails.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { mapSection } from './map-section.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let source: ImagePool;
let pictures: PictureSource;
let read: ReadRun;

beforeAll(async () => {
  folder = await temporaryFolder();
  const photos = await writePhotos(join(folder.path, 'photos'), { blue: [BLUE], red: [RED, RED] });
  source = await createImagePool({ workers: 0 });
  pictures = { source, dataset: await scanFolder(photos) };
  read = await readRun(await writeFinishedRun(folder.path, { photos }));
  await mkdir(read.run.labels);
});

afterAll(async () => {
  await source[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function writePoints(paths: readonly string[]): Promise<void> {
  const rows = paths.map((path) => `${path},${path.split('/')[0]},1,2,3,4`);
  const text = ['path,label,umap_x,umap_y,pca_x,pca_y', ...rows].join('\n');
  await writeFile(join(read.run.labels, 'map.csv'), `${text}\n`);
}

test('images that are still there have pictures, and all have their subset', async () => {
  await writePoints(['red/0.png', 'red/1.png', 'red/gone.png']);
  const { points, images } = (await mapSection(read, pictures))!;
  expect(images).toBe(3);
  expect(points.map(({ path, subset, image }) => [path, subset, image !== undefined])).toEqual([
    ['red/0.png', 'validation', true],
    ['red/1.png', 'training', true],
    ['red/gone.png', undefined, false],
  ]);
});

test('of many images some are drawn, and the validation images are among them with pictures', async () => {
  const others = Array.from({ length: 2500 }, (_, at) => `red/other-${at}.png`);
  await writePoints([...others, 'red/0.png', 'blue/0.png']);
  const { points } = (await mapSection(read, pictures))!;
  expect(points).toHaveLength(2000);
  const shown = points.filter(({ image }) => image !== undefined);
  expect(shown.map(({ path }) => path)).toEqual(['red/0.png', 'blue/0.png']);
});

test('a run without points has no map', async () => {
  await writePoints([]);
  expect(await mapSection(read, pictures)).toBeUndefined();
});
