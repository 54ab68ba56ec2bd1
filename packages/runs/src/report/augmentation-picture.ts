import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFolder } from '../run/run-folder.ts';

/** The sheet of augmentations among the plots of a run. `undefined` if it was not drawn because the images were missing. */
export async function augmentationPicture({
  plots,
}: Pick<RunFolder, 'plots'>): Promise<Uint8Array | undefined> {
  const bytes = await readFile(join(plots, 'augmentation.png')).catch(() => undefined);
  return bytes && new Uint8Array(bytes);
}
