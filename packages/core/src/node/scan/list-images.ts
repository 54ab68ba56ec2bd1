import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PathIndexBuilder } from '../../dataset/path-index.ts';
import { allSamples, type Samples } from '../../dataset/samples.ts';
import type { SkippedPath } from './skipped-path.ts';
import { systemReason } from '../system/system-reason.ts';
import { walkImages } from './walk-images.ts';

export interface ListedImages {
  /** In the order of the given paths; ids and paths alike are as given, or below as given. Labels are 0 and mean nothing. */
  readonly images: Samples;
  readonly skipped: readonly SkippedPath[];
}

/**
 * Lists image files without classes, for a prediction: each given file whatever its name, and what `scanFolder`
 * would take at any depth below each given folder. What cannot be taken is in `skipped`; nothing is thrown for it.
 */
export async function listImages(
  paths: Iterable<string> | AsyncIterable<string>,
  { followOutside = false }: { readonly followOutside?: boolean } = {},
): Promise<ListedImages> {
  const builder = new PathIndexBuilder();
  const skipped: SkippedPath[] = [];
  for await (const path of paths) {
    try {
      const kind = await stat(path);
      if (kind.isFile()) {
        builder.add(path, 0);
      } else if (kind.isDirectory()) {
        const walk = await walkImages(path, '', { root: await realpath(path), followOutside });
        for (const id of walk.images) builder.add(join(path, id), 0);
        for (const left of walk.skipped) skipped.push({ ...left, path: join(path, left.path) });
      } else {
        skipped.push({ path, reason: 'not a regular file' });
      }
    } catch (error) {
      skipped.push({ path, reason: systemReason(error) });
    }
  }
  return { images: allSamples(builder.build((id) => id)), skipped };
}
