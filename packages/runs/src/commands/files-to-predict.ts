import { type ListedImages, listImages, type Samples, SproutError } from '@sprout/core';
import type { Context } from '../event/run-context.ts';
import type { BadImagePolicy } from '../options/limits.ts';
import { pathExists } from '../run/path-exists.ts';
import type { PredictOptions } from './predict-options.ts';

export interface FilesToPredictOptions extends Context {
  readonly followLinks: boolean;
  readonly onBad: BadImagePolicy;
}

/**
 * Lists the images of a prediction. If there are some, paths that cannot be used are events. An empty list of paths has no images,
 * which is an event too.
 *
 * @throws {SproutError} If no path is an image or holds one: `file-missing`, `image-unreadable` or `image-refused` for a file, and
 * `images-bad` for several, unless `onBad` is `skip`; `subset-empty` for folders. `option-invalid` for links to images of a project.
 */
export async function filesToPredict(
  { paths, link = false }: PredictOptions,
  { followLinks, onBad, emit, signal }: FilesToPredictOptions,
): Promise<ListedImages> {
  const given: string[] = [];
  for await (const path of typeof paths === 'string' ? [paths] : paths) given.push(path); // text is iterable too
  const listed = await listImages(given, { followOutside: followLinks, signal });
  const { images, skipped } = listed;
  if (link) checkLink(images);
  if (images.length === 0) await checkGiven(given, { skipped, onBad, emit });
  emitPassedOver(skipped, emit);
  if (images.length === 0) emit({ type: 'no-images' });
  return listed;
}

function emitPassedOver(skipped: ListedImages['skipped'], emit: Context['emit']): void {
  for (const { path, reason } of skipped) emit({ type: 'path-passed-over', path, reason });
}

interface CheckGivenOptions extends Pick<FilesToPredictOptions, 'onBad' | 'emit'> {
  readonly skipped: ListedImages['skipped'];
}

/** @throws {SproutError} The one error for paths without images; none for no paths, and for files that `onBad` leaves out. */
async function checkGiven(
  given: readonly string[],
  { skipped, onBad, emit }: CheckGivenOptions,
): Promise<void> {
  const unusable = new Set(skipped.map(({ path }) => path));
  const isLeftOut = onBad === 'skip' && given.every((path) => unusable.has(path));
  if (given.length === 0 || isLeftOut) return;
  const lost = onBad === 'skip' ? [] : skipped.filter(({ unreachable }) => unreachable);
  const [first = skipped[0]] = lost;
  if (first === undefined || (lost.length === 0 && !given.includes(first.path)))
    throw new SproutError('subset-empty', { subset: 'prediction', reason: noneIn(given) });
  const { path: file, reason } = first;
  if (lost.length > 0 && !(await pathExists(file))) throw new SproutError('file-missing', { file });
  const count = skipped.length;
  if (count > 1 || !given.includes(file)) {
    emitPassedOver(skipped, emit);
    throw new SproutError('images-bad', { count, total: count, first: `${file}: ${reason}` });
  }
  throw new SproutError(lost.length > 0 ? 'image-unreadable' : 'image-refused', { file, reason });
}

function noneIn([first = '', ...others]: readonly string[]): string {
  return others.length === 0
    ? `${first} holds none`
    : `the ${others.length + 1} paths hold none (first: ${first})`;
}

/** @throws {SproutError} `option-invalid` for links to images of a project file, which are unpacked into a cache. */
function checkLink(images: Samples): void {
  for (const { id, path } of images) {
    if (id === path) continue;
    const rule = `left out for the images of a project file, such as ${id}`;
    throw new SproutError('option-invalid', { option: 'link', value: 'true', rule });
  }
}
