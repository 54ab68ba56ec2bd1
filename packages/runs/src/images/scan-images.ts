import { type ScannedFolder, scanFolder } from '@sprout/core';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { scanTagged } from './scan-tagged.ts';
import type { Tags } from './tags.ts';

/** The images of class folders, or those that a table of tags lists. @throws {SproutError} as `scanFolder` and `scanTagged`. */
export async function scanImages(
  { folder, tags, followLinks }: ResolvedTraining['data'],
  emit: Context['emit'],
): Promise<ScannedFolder & { readonly tags?: Tags }> {
  const options = { followOutside: followLinks };
  return tags === undefined
    ? scanFolder(folder, options)
    : scanTagged(folder, { file: tags, emit, ...options });
}
