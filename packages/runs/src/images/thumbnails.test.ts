import { type Samples, scanFolder } from '@sprout/core';
import { createImagePool, decode, encodePng, type ImagePool } from '@sprout/imgproc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { thumbnails } from './thumbnails.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pool: ImagePool;
let samples: Samples;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writePhotos(folder.path, { blue: [BLUE, '<html>'], red: [RED, RED] });
  ({ samples } = await scanFolder(folder.path));
  pool = await createImagePool({ workers: 0 });
});

afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const recipe = [{ op: 'resize', height: 3, width: 2 }];

test('each id has its prepared image as PNG', async () => {
  const ids = ['red/1.png', 'blue/0.png'];
  const pictures = await thumbnails(pool, { samples, ids, recipe, encode: encodePng });
  expect([...pictures.keys()].toSorted()).toEqual(ids.toSorted());
  for (const [id, colour] of [
    ['blue/0.png', BLUE],
    ['red/1.png', RED],
  ] as const) {
    const { height, width, data } = await decode(pictures.get(id)!, id);
    expect({ height, width }).toEqual({ height: 3, width: 2 });
    expect([...data.subarray(0, 3)]).toEqual(colour);
  }
});

test('bad images and unknown ids are left out', async () => {
  const ids = ['blue/1.png', 'blue/0.png', 'grey/0.png'];
  expect([...(await thumbnails(pool, { samples, ids, recipe, encode: encodePng })).keys()]).toEqual(
    ['blue/0.png'],
  );
});

test('if all images are bad or unknown, there are no pictures', async () => {
  for (const ids of [[], ['grey/0.png'], ['blue/1.png']])
    expect((await thumbnails(pool, { samples, ids, recipe, encode: encodePng })).size).toBe(0);
});
