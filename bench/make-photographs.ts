import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Rng, rngAt } from '@sprout/core';
import sharp from 'sharp';
import { sharedData } from '../tools/shared-data.ts';

const CLASSES = 2;
const SMALLEST = 100;
const LARGEST = 1000;

export interface MakePhotographsOptions {
  readonly format: 'png' | 'jpeg';
  readonly count: number;
}

/**
 * Writes a class folder of pictures of 100 to 1,000 px a side, the same ones every time: crops of real photographs of
 * seedlings where ../shared/data is there, else clouds of colour with grain.
 */
export async function makePhotographs(
  folder: string,
  { format, count }: MakePhotographsOptions,
): Promise<void> {
  const originals = await findOriginals();
  for (let number = 0; number < count; number++) {
    const rng = rngAt(0, ['photograph', number]);
    const [height, width] = [side(rng), side(rng)];
    const original = originals[rng.integer(Math.max(1, originals.length))];
    const picture = original === undefined ? clouds(rng) : sharp(original);
    const resized = picture.rotate(90 * rng.integer(4)).resize(width, height, { fit: 'fill' });
    const encoded =
      format === 'png' ? resized.png({ adaptiveFiltering: true }) : resized.jpeg({ quality: 90 });
    const target = join(folder, `class ${number % CLASSES}`);
    await mkdir(target, { recursive: true });
    await writeFile(
      join(target, `${String(number).padStart(4, '0')}.${format}`),
      await encoded.toBuffer(),
    );
  }
}

function side(rng: Rng): number {
  return SMALLEST + rng.integer(LARGEST - SMALLEST + 1);
}

async function findOriginals(): Promise<string[]> {
  const folder = sharedData('seedlings-originals');
  if (folder === undefined) return [];
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((entry) => entry.endsWith('.png'))
    .map((entry) => join(folder, entry))
    .toSorted();
}

/** Greens and browns that change over tens of pixels, with grain as a camera leaves it. */
function clouds(rng: Rng): sharp.Sharp {
  const [size, coarse] = [600, 12];
  const cells = Array.from({ length: (coarse + 1) ** 2 * 3 }, (_, at) =>
    rng.uniform(20, at % 3 === 2 ? 60 : 120),
  );
  const data = new Uint8Array(size * size * 3);
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3);
    const row = Math.floor(Math.floor(pixel / size) / (size / coarse));
    const column = Math.floor((pixel % size) / (size / coarse));
    data[at] = cells[(row * (coarse + 1) + column) * 3 + (at % 3)]! + rng.normal(0, 4);
  }
  return sharp(data, { raw: { height: size, width: size, channels: 3 } }).blur(1.2);
}
