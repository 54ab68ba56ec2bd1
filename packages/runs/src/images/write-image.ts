import { type LentImages, makeFolder, rasterAt, writeAtomic } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';
import { dirname } from 'node:path';

/** Images in progress at a time: enough to keep every worker busy while files are written. */
export const IMAGES_AHEAD = 8;

/** Writes the first of the lent images as PNG, in a folder that is made if it does not exist. */
export async function writeImage(target: string, lent: LentImages): Promise<void> {
  await makeFolder(dirname(target));
  await writeAtomic(target, await encodePng(rasterAt(lent, 0)));
}
