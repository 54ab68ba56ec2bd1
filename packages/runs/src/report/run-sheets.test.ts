import { type ImageSource, scanFolder } from '@sprout/core';
import { createImagePool, parseAugmentation } from '@sprout/imgproc';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { augmentationSheet, topLossSheet } from './run-sheets.ts';
import { topLossPictures } from './top-loss-pictures.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let read: ReadRun;
let source: Awaited<ReturnType<typeof createImagePool>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const photos = join(folder.path, 'photos');
  read = await readRun(await writeFinishedRun(folder.path, { photos }));
  source = await createImagePool({ workers: 0 });
});

afterAll(async () => {
  await source[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** The pictures of a fresh folder with these images. */
async function picturesOf(
  name: string,
  images: Parameters<typeof writePhotos>[1],
): Promise<{ source: ImageSource; dataset: Awaited<ReturnType<typeof scanFolder>> }> {
  const photos = await writePhotos(join(folder.path, name), images);
  return { source, dataset: await scanFolder(photos) };
}

const count = (svg: string | undefined, text: string): number => svg!.split(text).length - 1;

const withAugmentation = (): ReadRun => {
  const augment = parseAugmentation([{ op: 'flip-horizontal' }]);
  return { ...read, resolved: { ...read.resolved, augment } };
};

test('the largest losses have a tile with label, path, loss and predicted class, largest first', async () => {
  const pictures = await picturesOf('losses', { blue: [BLUE, BLUE], red: [RED, RED] });
  const svg = topLossSheet(read, await topLossPictures(read, pictures));
  expect(count(svg, '<image ')).toBe(2);
  expect(svg).toContain('The largest losses');
  expect(svg).toContain('>red<');
  expect(svg).toContain('1.39  blue');
  expect(svg!.indexOf('>blue<')).toBeGreaterThan(svg!.indexOf('>red<'));
  expect(count(svg, '>0.png<')).toBe(2);
});

test('a top loss whose image is gone or damaged has no tile', async () => {
  const pictures = await picturesOf('damaged', { blue: [BLUE, BLUE], red: ['<html>', RED] });
  const svg = topLossSheet(read, await topLossPictures(read, pictures));
  expect(count(svg, '<image ')).toBe(1);
  expect(svg).not.toContain('>red<');
});

test('without any image there is no sheet of losses', async () => {
  const pictures = await picturesOf('others', { grey: [BLUE], white: [RED] });
  expect(topLossSheet(read, await topLossPictures(read, pictures))).toBeUndefined();
});

test('without an augmentation there is no sheet of it', async () => {
  const pictures = await picturesOf('plain', { blue: [BLUE], red: [RED] });
  expect(await augmentationSheet(read, pictures)).toBeUndefined();
});

test('each example has a row of the prepared image and five epochs', async () => {
  const pictures = await picturesOf('augmented', { blue: [BLUE], red: [RED] });
  const svg = await augmentationSheet(withAugmentation(), pictures);
  expect(count(svg, '<image ')).toBe(2 * 6);
  for (const text of ['prepared', 'epoch 1', 'epoch 5', 'blue', 'red', '0.png'])
    expect(svg).toContain(`>${text}<`);
  expect(svg).not.toContain('epoch 6');
});

test('at most six examples are shown, and a bad image has no row', async () => {
  const images = { blue: [BLUE, BLUE, BLUE, BLUE], red: [RED, RED, RED, RED] };
  const pictures = await picturesOf('many', images);
  expect(count(await augmentationSheet(withAugmentation(), pictures), '<image ')).toBe(6 * 6);
  for (const number of [0, 1, 2, 3])
    await writeFile(join(folder.path, 'many', 'red', `${number}.png`), '<html>');
  expect(count(await augmentationSheet(withAugmentation(), pictures), '<image ')).toBe(3 * 6);
});

test('an error that is not about an image is thrown', async () => {
  const { dataset } = await picturesOf('failing', { blue: [BLUE], red: [RED] });
  const failure = new Error('no memory');
  const failing = { prepare: () => Promise.reject(failure) } as unknown as ImageSource; // only it is called
  await expect(augmentationSheet(withAugmentation(), { source: failing, dataset })).rejects.toBe(
    failure,
  );
});
