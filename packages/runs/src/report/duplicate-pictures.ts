import type { HealthReport } from '@sprout/core';
import { shownDuplicates } from '@sprout/viz';
import { type Context, contextOf } from '../event/run-context.ts';
import { pagePictures } from '../images/page-pictures.ts';
import type { PictureSource } from '../images/thumbnails.ts';

/** Small pictures of the duplicates that a page shows, as WebP, by id. */
export async function duplicatePictures(
  { duplicates }: Pick<HealthReport, 'duplicates'>,
  { source, dataset }: PictureSource,
  context: Context = contextOf(undefined),
): Promise<ReadonlyMap<string, Uint8Array>> {
  const ids = new Set(shownDuplicates(duplicates).flatMap((group) => group.ids));
  const samples = dataset.samples.filter(({ id }) => ids.has(id));
  return pagePictures({ samples, source, ...context });
}
