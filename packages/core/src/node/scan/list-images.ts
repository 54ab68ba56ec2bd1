import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PathIndexBuilder } from '../../dataset/path-index.ts';
import { allSamples, type Samples } from '../../dataset/samples.ts';
import type { SkippedPath } from './skipped-path.ts';
import { systemReason } from '../system/system-reason.ts';
import { hasImageExtension } from './image-name.ts';
import { looksLikeImage } from './looks-like-image.ts';
import { type Walk, walkImages } from './walk-images.ts';

export interface ListedImages {
  /**
   * In the order of the given paths. An id equals its path: the path as given, or one below it. Every label is 0 and
   * has no meaning.
   */
  readonly images: Samples;
  readonly skipped: readonly SkippedPath[];
}

/**
 * Lists image files without classes, for a prediction: each given file with the extension or the first bytes of an image, and
 * the image files at any depth below each given folder. A path that cannot be used is listed in `skipped`; no error is thrown for it.
 */
export async function listImages(
  paths: Iterable<string> | AsyncIterable<string>,
  { followOutside = false }: { readonly followOutside?: boolean } = {},
): Promise<ListedImages> {
  const builder = new PathIndexBuilder();
  const skipped: SkippedPath[] = [];
  for await (const path of paths) {
    try {
      const found = await imagesAt(path, followOutside);
      for (const image of found.images) builder.add(image, 0);
      for (const left of found.skipped) skipped.push(left);
    } catch (error) {
      skipped.push({ path, reason: systemReason(error), unreachable: true });
    }
  }
  return { images: allSamples(builder.build((id) => id)), skipped };
}

/** The image at a path, or the images below it if it is a folder. @throws the system's error. */
async function imagesAt(path: string, followOutside: boolean): Promise<Walk> {
  const kind = await stat(path);
  if (kind.isFile()) {
    const isImage = hasImageExtension(path) || (await looksLikeImage(path));
    return isImage
      ? { images: [path], skipped: [] }
      : { images: [], skipped: [{ path, reason: 'not an image' }] };
  }
  if (!kind.isDirectory()) return { images: [], skipped: [{ path, reason: 'not a regular file' }] };
  const { images, skipped } = await walkImages(path, '', {
    root: await realpath(path),
    followOutside,
  });
  return {
    images: images.map((id) => join(path, id)),
    skipped: skipped.map((left) => ({ ...left, path: join(path, left.path) })),
  };
}
