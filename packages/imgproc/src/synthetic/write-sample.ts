import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson, claimFolder, makeFolder, mapOrdered, writeAtomic } from '@sprout/core';
import { encodePng } from '../codec/encode-png.ts';
import { drawSeedling } from './draw-seedling.ts';
import { planSample } from './plan-sample.ts';
import { resolveSampleOptions, type SampleOptions } from './sample-options.ts';

export interface WriteSampleOptions extends SampleOptions {
  /** Called after each picture. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

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
  await claimFolder(folder, {
    file: '.sprout-sample.json',
    purpose: canonicalJson({ drawing: DRAWING, ...resolveSampleOptions(sample) }),
    others: 'another sample',
  });
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
