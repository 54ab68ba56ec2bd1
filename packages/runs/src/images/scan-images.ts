import { readSplit, type ScannedFolder, scanFolder } from '@sprout/core';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { scanTagged } from './scan-tagged.ts';
import type { Tags } from './tags.ts';

/** The images of a folder; with their tags, and with the ids that a table chose for validation, if there are such tables. */
export type ScannedImages = ScannedFolder & {
  readonly tags?: Tags;
  readonly forValidation?: ReadonlySet<string>;
};

/** The most images without a subset that a warning names. */
const NAMED = 3;

/**
 * The images of class folders, or those that a table of tags lists. With a table of subsets, only the images in it.
 *
 * @throws {SproutError} as `scanFolder`, `scanTagged` and `readSplit`
 */
export async function scanImages(
  { folder, parts, tags, split, followLinks }: ResolvedTraining['data'],
  { emit, signal }: Context,
): Promise<ScannedImages> {
  const options = { followOutside: followLinks, signal };
  const scan =
    tags === undefined
      ? await scanFolder(folder, { ...options, parts })
      : await scanTagged(folder, { file: tags, emit, ...options });
  return split === undefined ? scan : divided(scan, split, emit);
}

async function divided(
  scan: ScannedImages,
  file: string,
  emit: Context['emit'],
): Promise<ScannedImages> {
  const { validation, unlisted } = await readSplit(file, scan);
  const left = new Set(Array.from(unlisted, ({ id }) => id));
  if (left.size > 0)
    emit({ type: 'subsets-missing', count: left.size, first: [...left].slice(0, NAMED) });
  const samples = scan.samples.filter(({ id }) => !left.has(id));
  return { ...scan, samples, forValidation: new Set(Array.from(validation, ({ id }) => id)) };
}
