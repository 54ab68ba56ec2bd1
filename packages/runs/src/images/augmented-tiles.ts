import {
  type Augmentation,
  type ImageSource,
  type LentImages,
  type Raster,
  rasterAt,
  type Recipe,
  type Sample,
  SproutError,
} from '@sprout/core';
import { drawAugmentation, resizePil } from '@sprout/imgproc';
import type { Tile } from '@sprout/viz';
import { badReason } from './bad-reason.ts';
import { drawnLines } from './drawn-lines.ts';
import { tileOf } from './tile-of.ts';

export interface AugmentedTilesOptions {
  readonly recipe: Recipe;
  readonly augment: Augmentation;
  readonly seed: number;
  /** The number of epochs to show. */
  readonly copies: number;
}

/** The longest side of a tile's image, in pixels: twice the size at which a sheet shows it. */
const LONGEST_SIDE = 300;

/** A prepared sample, and its augmentations in the first epochs with the numbers that were drawn. @throws {SproutError} `images-bad` */
export async function augmentedTiles(
  source: ImageSource,
  sample: Sample,
  { recipe, augment, seed, copies }: AugmentedTilesOptions,
): Promise<Tile[]> {
  const ready = await preparedTile(source, sample, recipe);
  const epochs = Array.from({ length: copies }, async (_, epoch) => {
    const prepared = await source.prepare([sample], recipe);
    const augmented = await tile(
      await source.augment(prepared, [sample], { augment, seed, epoch }),
    );
    const lines = drawnLines(drawAugmentation(augment, { seed, epoch, id: sample.id }));
    return { ...augmented, lines };
  });
  return [ready, ...(await Promise.all(epochs))];
}

/** A sample after a recipe. @throws {SproutError} `images-bad` */
export async function preparedTile(
  source: ImageSource,
  sample: Sample,
  recipe: Recipe,
): Promise<Tile> {
  return tile(await source.prepare([sample], recipe));
}

/** A tile of the one lent image, which it disposes of. @throws {SproutError} `images-bad` */
async function tile(images: LentImages): Promise<Tile> {
  using lent = images;
  const first = badReason(lent);
  if (first !== undefined) throw new SproutError('images-bad', { count: 1, total: 1, first });
  return await tileOf(shrunk(rasterAt(lent, 0)));
}

/** The image, shrunk to the longest side if it is larger. */
function shrunk(raster: Raster): Raster {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(raster.height, raster.width));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const [height, width] = [side(raster.height), side(raster.width)];
  return resizePil(raster, { height, width, filter: 'box' });
}
