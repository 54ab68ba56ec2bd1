import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Rng, rngAt } from '@sprout/core';
import { drawSeedling, encodePng, planSample } from '@sprout/imgproc';
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
 * Writes a class folder of images with sides of 100 to 1,000 pixels, the same ones every time. They are made from real photographs
 * of seedlings if ../shared/data exists, or else from synthetic images.
 */
export async function makePhotographs(
  folder: string,
  { format, count }: MakePhotographsOptions,
): Promise<void> {
  const originals = await photographs();
  for (let number = 0; number < count; number++) {
    const rng = rngAt(0, ['photograph', number]);
    const turned = sharp(originals[rng.integer(originals.length)]).rotate(90 * rng.integer(4));
    const resized = turned.resize(side(rng), side(rng), { fit: 'fill' });
    const encoded =
      format === 'png' ? resized.png({ adaptiveFiltering: true }) : resized.jpeg({ quality: 90 });
    const target = join(folder, `class ${number % CLASSES}`);
    await mkdir(target, { recursive: true });
    const name = `${String(number).padStart(4, '0')}.${format}`;
    await writeFile(join(target, name), await encoded.toBuffer());
  }
}

/** Image files: real photographs of seedlings if ../shared/data exists, or else synthetic images. */
export async function photographs(): Promise<Uint8Array[]> {
  return (await readPhotographs()) ?? (await drawPhotographs());
}

function side(rng: Rng): number {
  return SMALLEST + rng.integer(LARGEST - SMALLEST + 1);
}

async function readPhotographs(): Promise<Uint8Array[] | undefined> {
  const folder = sharedData('seedlings-originals');
  if (folder === undefined) return undefined;
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.png'),
  );
  return Promise.all(names.toSorted().map((name) => readFile(join(folder, name))));
}

async function drawPhotographs(): Promise<Uint8Array[]> {
  const plans = planSample({ images: 1, size: 600 });
  return Promise.all(plans.map((plan) => encodePng(drawSeedling(plan))));
}
