import { scanFolder } from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { PictureSource } from '../images/thumbnails.ts';
import { readRun } from '../run/read-run.ts';
import { reportOf, writeReport } from './write-report.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;
let source: ImagePool;
let pictures: PictureSource;

beforeAll(async () => {
  folder = await temporaryFolder();
  photos = await writePhotos(join(folder.path, 'my photos'), {
    blue: [BLUE, BLUE],
    red: [RED, RED, RED],
  });
  source = await createImagePool({ workers: 0 });
  pictures = { source, dataset: await scanFolder(photos) };
});

afterAll(async () => {
  await source[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const PLOTS = ['class-bars', 'confusion-matrix', 'curves'];
const bothOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => [`${name}.png`, `${name}.svg`]).toSorted();
const picturesIn = (html: string, type = 'png'): number =>
  html.split(`data:image/${type};base64,`).length - 1;

test('without pictures, plots and a report without images are written', async () => {
  const run = await writeFinishedRun(folder.path, { photos });
  await writeReport(run);
  expect((await readdir(run.plots)).toSorted()).toEqual(bothOf(PLOTS));
  const html = await readFile(run.report, 'utf8');
  expect(picturesIn(html)).toBe(0);
  for (const text of ['my photos', '2024-05-06', 'logistic', 'blue', 'red'])
    expect(html).toContain(text);
});

test('with pictures, the report has examples, and the sheet of losses is written', async () => {
  const run = await writeFinishedRun(folder.path, { photos });
  await writeReport(run, pictures);
  expect((await readdir(run.plots)).toSorted()).toEqual(bothOf([...PLOTS, 'top-losses']));
  const html = await readFile(run.report, 'utf8');
  expect(picturesIn(html, 'webp')).toBe(5 + 1); // examples, and one that was confused
  expect(picturesIn(html)).toBe(2); // top losses
});

test('with a mask in the recipe, the examples are shown before and after it', async () => {
  const set = ['recipe=[{op: resize, height: 8, width: 8}, {op: colour-mask, palette: seedling}]'];
  const run = await writeFinishedRun(folder.path, { photos, set });
  await writeReport(run, pictures);
  const html = await readFile(run.report, 'utf8');
  expect(html).toContain('alt="red, as in the file"');
  expect(picturesIn(html, 'webp')).toBe(2 * 5 + 1);
});

test('with an augmentation, a sheet of it is written', async () => {
  const set = ['augment=[{op: flip-horizontal}]'];
  const run = await writeFinishedRun(folder.path, { photos, set });
  await writeReport(run, pictures);
  expect(await readdir(run.plots)).toContain('augmentation.svg');
  expect(await readFile(run.report, 'utf8')).toContain('What augmentation does');
});

test('one report can be about several runs', async () => {
  const set = ['train.keep=last'];
  const first = await readRun(await writeFinishedRun(folder.path, { photos }));
  const second = await readRun(await writeFinishedRun(folder.path, { photos, set }));
  const html = await reportOf([first, second]);
  expect(html).toContain('of the best epoch');
  expect(html).toContain('of the last epoch');
  expect(html).not.toContain('On corrupted images');
});

test('accuracies on corrupted images that earlier versions wrote into a run are in its report', async () => {
  const run = await writeFinishedRun(folder.path, { photos });
  const fog = { name: 'fog', mean: 0.5, accuracies: [0.5], ops: [{ op: 'fog' }] };
  const means = { accuracy: 1, mean: 0.5 };
  const record = { folder: photos, samples: 5, seed: 0, ...means, corruptions: [fog] };
  await writeFile(run.corruptions, JSON.stringify(record));
  expect(await reportOf([await readRun(run)])).toContain('On corrupted images');
});

test('a run without its model is an error, and no report is written', async () => {
  const run = await writeFinishedRun(folder.path, { photos });
  await rm(run.model, { recursive: true });
  await expect(writeReport(run)).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: join(run.model, 'sprout.json') },
  });
  expect(await readdir(run.folder)).not.toContain('report.html');
});
