import { type Dataset, type ImageSource, rasterAt, type Recipe, type Samples } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';

/** The source of the pictures in a report. */
export interface PictureSource {
  readonly source: ImageSource;
  readonly dataset: Dataset;
}

export interface ThumbnailsOptions {
  readonly samples: Samples;
  readonly ids: readonly string[];
  readonly recipe: Recipe;
  /** `encodePng` by default. */
  readonly encode?: typeof encodePng | undefined;
}

/** Prepared images as PNG, by the ids of their samples. Bad images are left out. */
export async function thumbnails(
  source: ImageSource,
  { samples, ids, recipe, encode = encodePng }: ThumbnailsOptions,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Set(ids);
  const chosen = Array.from(samples.filter(({ id }) => wanted.has(id)));
  if (chosen.length === 0) return new Map();
  using lent = await source.prepare(chosen, recipe);
  const unusable = new Set(lent.bad.map(({ id }) => id));
  const pictures = await Promise.all(
    chosen.map(async ({ id }, at): Promise<[string, Uint8Array]> => [
      id,
      await encode(rasterAt(lent, at)),
    ]),
  );
  return new Map(pictures.filter(([id]) => !unusable.has(id)));
}
