import { type Dataset, type ImageSource, rasterAt, type Recipe, type Samples } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';

/** The source of the pictures in a report. */
export interface PictureSource {
  readonly source: ImageSource;
  readonly dataset: Dataset;
}

/** Prepared images as PNG, by the ids of their samples. Bad images are left out. */
export async function thumbnails(
  source: ImageSource,
  { samples, ids, recipe }: { samples: Samples; ids: readonly string[]; recipe: Recipe },
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Set(ids);
  const chosen = Array.from(samples.filter(({ id }) => wanted.has(id)));
  if (chosen.length === 0) return new Map();
  using lent = await source.prepare(chosen, recipe);
  const unusable = new Set(lent.bad.map(({ id }) => id));
  const pictures = await Promise.all(
    chosen.map(async ({ id }, at): Promise<[string, Uint8Array]> => [
      id,
      await encodePng(rasterAt(lent, at)),
    ]),
  );
  return new Map(pictures.filter(([id]) => !unusable.has(id)));
}
