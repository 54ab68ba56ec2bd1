import type { ImageSource, Recipe, Samples } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';

/**
 * Prepared images as PNG, for reports and sheets, by the ids of their samples. What cannot be prepared is left out.
 */
export async function thumbnails(
  source: ImageSource,
  { samples, ids, recipe }: { samples: Samples; ids: readonly string[]; recipe: Recipe },
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Set(ids);
  const chosen = Array.from(samples.filter(({ id }) => wanted.has(id)));
  if (chosen.length === 0) return new Map();
  using lent = await source.prepare(chosen, recipe);
  const { images, height, width, channels, bad } = lent;
  const unusable = new Set(bad.map(({ id }) => id));
  const size = height * width * channels;
  const pictures = await Promise.all(
    chosen.map(async ({ id }, at): Promise<[string, Uint8Array]> => {
      const data = images.slice(at * size, (at + 1) * size);
      return [id, await encodePng({ height, width, channels, data })];
    }),
  );
  return new Map(pictures.filter(([id]) => !unusable.has(id)));
}
