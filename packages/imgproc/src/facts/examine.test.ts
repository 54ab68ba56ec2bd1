import { createHash } from 'node:crypto';
import type { Raster } from '@sprout/core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decode } from '../codec/decode.ts';
import { sniff } from '../codec/sniff.ts';
import { encodePng } from '../codec/encode-png.ts';
import { backgroundColour } from './background-colour.ts';
import { borderColour } from './border-colour.ts';
import { differenceHash } from './difference-hash.ts';
import { examine } from './examine.ts';
import { luminance } from './luminance.ts';
import { meanColour } from './mean-colour.ts';
import { sharpness } from './sharpness.ts';
import { shrink } from './shrink.ts';
import { tone } from './tone.ts';

/** An image from its colours, row by row. */
function image(rows: readonly (readonly (readonly [number, number, number])[])[]): Raster {
  const data = Uint8Array.from(rows.flat(2));
  return { height: rows.length, width: rows[0]!.length, channels: 3, data };
}

function plane(rows: readonly (readonly number[])[]) {
  return { height: rows.length, width: rows[0]!.length, values: Float32Array.from(rows.flat()) };
}

const black = [0, 0, 0] as const;
const white = [255, 255, 255] as const;
const soil = [120, 100, 80] as const;
const leaf = [60, 160, 40] as const;

test('luminance weighs green most and leaves grey as it is', () => {
  const { values } = luminance(image([[[255, 0, 0], [0, 255, 0], [0, 0, 255], white]]));
  expect([...values].map(Math.round)).toEqual([76, 150, 29, 255]);
  const grey = { height: 1, width: 2, channels: 1, data: Uint8Array.of(7, 9) };
  expect([...luminance(grey).values]).toEqual([7, 9]);
});

test('tone is mean and standard deviation', () => {
  expect(tone(plane([[10, 30]]))).toEqual({ brightness: 20, contrast: 10 });
});

test('the mean colour is that of all pixels', () => {
  expect(
    meanColour(
      image([
        [black, [90, 60, 30]],
        [black, [30, 0, 90]],
      ]),
    ),
  ).toEqual([30, 15, 30]);
});

test('the border is the outermost ring, whatever is inside', () => {
  const ring = [soil, soil, soil] as const;
  expect(borderColour(image([ring, [soil, leaf, soil], ring]))).toEqual([...soil]);
  expect(borderColour(image([[black], [white]]))).toEqual([127.5, 127.5, 127.5]);
});

test('the background is read in the corners and leaves out what is leaf-green', () => {
  const rows = [
    [soil, white, white, leaf],
    [white, white, white, white],
    [white, white, white, white],
    [soil, white, white, leaf],
  ] as const;
  expect(backgroundColour(image(rows))).toEqual([...soil]);
  expect(backgroundColour(image([[leaf]]))).toEqual([...leaf]); // nothing else to go by
});

test('shrinking averages equal areas, also where they cut pixels', () => {
  expect([...shrink(plane([[0, 30, 60]]), { height: 1, width: 2 }).values]).toEqual([10, 50]);
  expect([...shrink(plane([[8], [4]]), { height: 1, width: 1 }).values]).toEqual([6]);
  expect([...shrink(plane([[8, 4]]), { height: 1, width: 4 }).values]).toEqual([8, 8, 4, 4]);
});

test('the difference hash has a bit where the left is brighter', () => {
  const falling = Array.from({ length: 8 }, () => [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(differenceHash(plane(falling))).toBe('ffffffffffffffff');
  expect(differenceHash(plane([...falling.slice(1), [1, 2, 3, 4, 5, 6, 7, 8, 7]]))).toBe(
    'ffffffffffffff01',
  );
});

test('sharpness is the mean absolute Laplacian of the inner pixels', () => {
  expect(
    sharpness(
      plane([
        [0, 0, 0],
        [0, 10, 0],
        [0, 0, 0],
      ]),
    ),
  ).toBe(40);
  expect(
    sharpness(
      plane([
        [1, 9],
        [9, 1],
      ]),
    ),
  ).toBe(0);
});

test('all facts of one file come together', async () => {
  const raster = image([
    [soil, leaf],
    [leaf, soil],
  ]);
  const bytes = await encodePng(raster);
  const facts = examine({ bytes, header: sniff(bytes)! }, raster);
  expect(facts).toMatchObject({
    bytes: bytes.length,
    format: 'png',
    height: 2,
    width: 2,
    orientation: 1,
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    colour: [90, 130, 60],
    borderColour: [90, 130, 60],
    backgroundColour: [120, 100, 80],
  });
  expect(facts.thumbnail).toHaveLength(256);
});

test('one picture in two containers has one pixel hash and two file hashes', async () => {
  const raster = image([
    [soil, leaf],
    [leaf, black],
  ]);
  const png = await encodePng(raster);
  const webp = new Uint8Array(await sharp(png).webp({ lossless: true }).toBuffer());
  const [a, b] = await Promise.all(
    [png, webp].map(async (bytes) =>
      examine({ bytes, header: sniff(bytes)! }, await decode(bytes, 'x')),
    ),
  );
  expect(a!.pixelHash).toBe(b!.pixelHash);
  expect(a!.fileHash).not.toBe(b!.fileHash);
});
