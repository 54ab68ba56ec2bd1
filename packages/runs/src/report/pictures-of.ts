import { contextOf } from '../event/run-context.ts';
import { pagePictures } from '../images/page-pictures.ts';
import type { PictureSource } from '../images/thumbnails.ts';

/** Small pictures of some images of the data set, by id, as `pagePictures` makes them. None without a source. */
export async function picturesOf(
  ids: readonly string[],
  pictures: PictureSource | undefined,
  side?: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (pictures === undefined) return new Map();
  const { source, dataset } = pictures;
  const wanted = new Set(ids);
  const samples = dataset.samples.filter(({ id }) => wanted.has(id));
  return pagePictures({ samples, source, side, ...contextOf(undefined) });
}
