import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson, claimFolder, makeFolder, mapOrdered, writeAtomic } from '@sprout/core';
import { encodePng } from '../codec/encode-png.ts';
import { sampleFiles } from './sample-files.ts';
import { resolveSampleOptions, type SampleOptions } from './sample-options.ts';

export interface WriteSampleOptions extends SampleOptions {
  /** Called after each image. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Raise it when a change of the code makes the same plan give other pixels. */
const DRAWING = 2;
const AHEAD = 4;

/**
 * Writes a synthetic data set into a folder: a PNG file for each image, in a sub-folder for each class except for `multi-label`,
 * and a table of the tags or groups if the kind has one. After an interruption a second call writes the files that are missing; with
 * the same options it changes nothing else.
 *
 * @returns The number of images of the data set.
 * @throws {SproutError} `folder-occupied` when the folder holds other files, `option-invalid`, `file-unwritable`.
 */
export async function writeSample(
  folder: string,
  options: WriteSampleOptions = {},
): Promise<number> {
  const { onProgress, signal, ...sample } = options;
  const { images, tables } = sampleFiles(sample);
  const { kind, ...resolved } = resolveSampleOptions(sample);
  const own = kind === 'seedlings' ? {} : { kind }; // seedlings were recorded without a kind
  await claimFolder(folder, {
    file: '.sprout-sample.json',
    purpose: canonicalJson({ drawing: DRAWING, ...resolved, ...own }),
    others: 'another sample',
  });
  const present = new Set(await readdir(folder, { recursive: true }));
  const missing = images.filter(({ id }) => !present.has(join(id)));
  const folders = new Set(missing.map(({ id }) => dirname(join(folder, id))));
  for (const each of folders) await makeFolder(each);
  for (const [name, text] of Object.entries(tables))
    if (!present.has(name)) await writeAtomic(join(folder, name), text);
  let done = images.length - missing.length;
  const written = mapOrdered(
    missing,
    { limit: AHEAD, signal },
    {
      map: async ({ id, draw }) => writeAtomic(join(folder, id), await encodePng(draw())),
    },
  );
  for await (const _ of written) onProgress?.(++done, images.length);
  return images.length;
}
