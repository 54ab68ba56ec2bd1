import {
  type Dataset,
  type ImageSource,
  type Raster,
  rasterAt,
  type Recipe,
  type Samples,
} from '@sprout/core';

/** The source of the pictures in a report. */
export interface PictureSource {
  readonly source: ImageSource;
  readonly dataset: Dataset;
}

export interface ThumbnailsOptions<Picture> {
  readonly samples: Samples;
  readonly ids: readonly string[];
  readonly recipe: Recipe;
  /** Such as `encodePng`. */
  readonly encode: (raster: Raster) => Promise<Picture>;
}

/** Prepared images, encoded, by the ids of their samples. Bad images are left out. */
export async function thumbnails<Picture>(
  source: ImageSource,
  { samples, ids, recipe, encode }: ThumbnailsOptions<Picture>,
): Promise<ReadonlyMap<string, Picture>> {
  const wanted = new Set(ids);
  const chosen = Array.from(samples.filter(({ id }) => wanted.has(id)));
  if (chosen.length === 0) return new Map();
  using lent = await source.prepare(chosen, recipe);
  const unusable = new Set(lent.bad.map(({ id }) => id));
  const pictures = await Promise.all(
    chosen.map(async ({ id }, at): Promise<[string, Picture]> => [
      id,
      await encode(rasterAt(lent, at)),
    ]),
  );
  return new Map(pictures.filter(([id]) => !unusable.has(id)));
}
