import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sortedByCodePoint } from '../../dataset/code-point-order.ts';
import { PathIndexBuilder } from '../../dataset/path-index.ts';
import { allSamples, type Samples } from '../../dataset/samples.ts';
import { isSproutError } from '../../errors/sprout-error.ts';
import { isProject } from '../project/is-project.ts';
import { NO_EXAMPLE } from '../project/list-examples.ts';
import { openProject } from '../project/open-project.ts';
import type { SkippedPath } from './skipped-path.ts';
import { systemReason } from '../system/system-reason.ts';
import { hasImageExtension } from '../../format/image-name.ts';
import { looksLikeImage } from './looks-like-image.ts';
import { type Walk, walkImages } from './walk-images.ts';

export interface ListedImages {
  /**
   * In the order of the given paths. An id equals its path: the path as given, or one below it. The id of an image in a project file is
   * `PROJECT.tm/CLASS/NUMBER.jpg`, and its path is that of the unpacked image. Every label is 0 and has no meaning.
   */
  readonly images: Samples;
  readonly skipped: readonly SkippedPath[];
}

export interface ListImagesOptions {
  /** Whether links may lead out of the folder; `false` by default. */
  readonly followOutside?: boolean;
  /** Ends the unpacking of a project when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lists image files without classes, for a prediction: each given file with the extension or the first bytes of an image, the image
 * files at any depth below each given folder, and the images of each project file of Teachable Machine (`.tm`), which are unpacked: see
 * `openProject`. A path that cannot be used is listed in `skipped`; no error is thrown for it.
 *
 * @throws The reason of the signal once it is aborted.
 */
export async function listImages(
  paths: Iterable<string> | AsyncIterable<string>,
  { followOutside = false, signal }: ListImagesOptions = {},
): Promise<ListedImages> {
  const builder = new PathIndexBuilder();
  const skipped: SkippedPath[] = [];
  const unpacked = new Map<string, string>();
  for await (const path of paths) {
    try {
      const found = (await isProject(path))
        ? await imagesIn(path, { unpacked, signal })
        : await imagesAt(path, followOutside);
      for (const image of found.images) builder.add(image, 0);
      for (const left of found.skipped) skipped.push(left);
    } catch (error) {
      signal?.throwIfAborted();
      const reason = isSproutError(error, 'file-invalid')
        ? error.context.reason
        : systemReason(error);
      skipped.push({ path, reason, unreachable: true });
    }
  }
  return { images: allSamples(builder.build((id) => unpacked.get(id) ?? id)), skipped };
}

interface ImagesInOptions extends Pick<ListImagesOptions, 'signal'> {
  /** The paths of the unpacked images by id, to which those of the project are added. */
  readonly unpacked: Map<string, string>;
}

/** The images of a project file. @throws {SproutError} as `openProject` */
async function imagesIn(file: string, { unpacked, signal }: ImagesInOptions): Promise<Walk> {
  const { folder, examples, others } = await openProject(file, { signal });
  const images = sortedByCodePoint(examples.map(({ id }) => id));
  for (const id of images) unpacked.set(join(file, id), join(folder, id));
  return {
    images: images.map((id) => join(file, id)),
    skipped: others.map((name) => ({ path: join(file, name), reason: NO_EXAMPLE })),
  };
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
