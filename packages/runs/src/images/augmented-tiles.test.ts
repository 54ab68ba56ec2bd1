import type { Sample } from '@sprout/core';
import {
  createImagePool,
  decode,
  encodePng,
  type ImagePool,
  parseAugmentation,
} from '@sprout/imgproc';
import type { Tile } from '@sprout/viz';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLUE, photo, RED } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { augmentedTiles, preparedTile } from './augmented-tiles.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pool: ImagePool;

beforeAll(async () => {
  folder = await temporaryFolder();
  pool = await createImagePool({ workers: 0 });
});

afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function sampleOf(id: string, content: Uint8Array): Promise<Sample> {
  const path = join(folder.path, id);
  await writeFile(path, content);
  return { id, path, label: 0 };
}

/** The first pixel of a tile's image. */
const pixelOf = async ({ png }: Tile): Promise<number[]> => [
  ...(await decode(png, 'a tile')).data.subarray(0, 3),
];

const recipe = [{ op: 'resize', height: 2, width: 3 }];

test('a prepared tile has the size and the colour of the prepared image', async () => {
  const sample = await sampleOf('plain.png', await photo(RED));
  const tile = await preparedTile(pool, sample, recipe);
  expect(tile).toMatchObject({ height: 2, width: 3 });
  expect(await pixelOf(tile)).toEqual(RED);
});

test('without a recipe the image is the original, shrunk to 300 pixels if it is larger', async () => {
  const small = await sampleOf('small.png', await photo(RED, { height: 300, width: 20 }));
  expect(await preparedTile(pool, small, [])).toMatchObject({ height: 300, width: 20 });
  const large = await sampleOf('large.png', await photo(BLUE, { height: 400, width: 600 }));
  const tile = await preparedTile(pool, large, []);
  expect(tile).toMatchObject({ height: 200, width: 300 });
  expect(await pixelOf(tile)).toEqual(BLUE);
});

test('a shrunk image has at least one pixel in each direction', async () => {
  const narrow = await sampleOf('narrow.png', await photo(RED, { height: 900, width: 1 }));
  expect(await preparedTile(pool, narrow, [])).toMatchObject({ height: 300, width: 1 });
});

test('an image that does not fit an op has no tiles', async () => {
  const sample = await sampleOf('tall.png', await photo(RED, { height: 3, width: 2 }));
  const augment = parseAugmentation([{ op: 'transpose', probability: 1 }]);
  await expect(
    augmentedTiles(pool, sample, { recipe: [], augment, seed: 0, copies: 2 }),
  ).rejects.toMatchObject({
    code: 'images-bad',
    context: { first: expect.stringContaining('the op transpose needs a square image') as string },
  });
});

test('the prepared tile comes first, then one tile for each epoch', async () => {
  const sample = await sampleOf('four.png', await photo(RED));
  const augment = parseAugmentation([{ op: 'flip-vertical' }]);
  const tiles = await augmentedTiles(pool, sample, { recipe, augment, seed: 0, copies: 4 });
  expect(tiles).toHaveLength(5);
  expect(tiles[0]).toEqual(await preparedTile(pool, sample, recipe));
});

test('an epoch shows the image as the training augments it', async () => {
  const data = Uint8Array.from([...RED, ...BLUE]);
  const content = await encodePng({ height: 1, width: 2, channels: 3, data });
  const sample = await sampleOf('halves.png', content);
  const augment = parseAugmentation([{ op: 'flip-horizontal' }]);
  const options = { recipe: [], augment, seed: 3, copies: 6 };
  const [prepared, ...epochs] = await augmentedTiles(pool, sample, options);
  expect(await pixelOf(prepared!)).toEqual(RED);
  for (const [epoch, tile] of epochs.entries()) {
    using lent = await pool.render([sample], { recipe: [], augment, seed: 3, epoch });
    expect(await pixelOf(tile)).toEqual([...lent.images.subarray(0, 3)]);
    const isFlipped = lent.images[0] === BLUE[0];
    expect(tile.lines).toEqual([`flip-horizontal flip ${isFlipped ? 'yes' : 'no'}`]);
  }
  const pixels = await Promise.all(epochs.map(pixelOf));
  expect(pixels).toEqual(expect.arrayContaining([RED, BLUE]));
});

test('a bad image is an error with its reason', async () => {
  const sample = await sampleOf('empty.png', new Uint8Array());
  const options = { recipe, augment: [], seed: 0, copies: 2 };
  await expect(augmentedTiles(pool, sample, options)).rejects.toMatchObject({
    code: 'images-bad',
    context: { count: 1, total: 1, first: expect.stringContaining('the file is empty') as string },
  });
});
