import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  canonicalJson,
  makeFolder,
  mapOrdered,
  removeLeftovers,
  SproutError,
  writeAtomic,
} from '@sprout/core';
import { encodePng } from '../codec/encode-png.ts';
import { drawSeedling } from './draw-seedling.ts';
import { planSample } from './plan-sample.ts';
import { resolveSampleOptions, type SampleOptions } from './sample-options.ts';

export interface WriteSampleOptions extends SampleOptions {
  /** Called after each picture. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** What tells a folder that holds a sample, whole or begun; hidden, so that no scan takes it for data. */
const NOTE = '.sprout-sample.json';
/** Changes whenever the same plan would give other pixels. */
const DRAWING = 2;
const AHEAD = 4;

/**
 * Draws a sample into a folder: one sub-folder a class, one PNG a picture. A run that was cut short goes on where it
 * stopped; a second run with the same options changes nothing.
 *
 * @returns How many pictures the sample has.
 * @throws {SproutError} `folder-occupied` when the folder holds anything else, `option-invalid`, `file-unwritable`.
 */
export async function writeSample(
  folder: string,
  options: WriteSampleOptions = {},
): Promise<number> {
  const { onProgress, signal, ...sample } = options;
  const plans = planSample(sample);
  await claim(folder, canonicalJson({ drawing: DRAWING, ...resolveSampleOptions(sample) }));
  const present = new Set(await readdir(folder, { recursive: true }));
  const missing = plans.filter(({ id }) => !present.has(join(id)));
  const folders = new Set(missing.map(({ id }) => dirname(join(folder, id))));
  for (const each of folders) await makeFolder(each);
  let done = plans.length - missing.length;
  const written = mapOrdered(
    missing,
    { limit: AHEAD, signal },
    {
      map: async (plan) => writeAtomic(join(folder, plan.id), await encodePng(drawSeedling(plan))),
    },
  );
  for await (const _ of written) onProgress?.(++done, plans.length);
  return plans.length;
}

/** Makes the folder this sample's, or finds that it is already. */
async function claim(folder: string, note: string): Promise<void> {
  await makeFolder(folder);
  const found = await readFile(join(folder, NOTE), 'utf8').catch(() => undefined);
  if (found === note) {
    await removeLeftovers(folder);
    return;
  }
  if (found !== undefined)
    throw new SproutError('folder-occupied', { folder, holds: 'another sample' });
  if ((await readdir(folder)).length > 0)
    throw new SproutError('folder-occupied', { folder, holds: 'other files' });
  await writeAtomic(join(folder, NOTE), note);
}
