import { createImagePool } from '@sprout/imgproc';
import type { Config } from '../config/config-schema.ts';
import type { Context } from '../event/run-context.ts';
import type { OpenedExplainedModel } from '../model/open-explained-model.ts';
import { prepareShown, type ShownImage } from './prepare-shown.ts';

export interface ShownImagesOptions {
  readonly config: Pick<Config, 'data' | 'workers'>;
  readonly context: Context;
}

/** The images at some paths, prepared for an opened model. @throws {SproutError} As `prepareShown`. */
export async function shownImages(
  { card, source }: OpenedExplainedModel,
  images: string | readonly string[],
  { config: { data, workers }, context }: ShownImagesOptions,
): Promise<ShownImage[]> {
  await using pool = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  return await prepareShown(pool, {
    recipe: card.recipe,
    paths: typeof images === 'string' ? [images] : images,
    shape: source.imageShape,
    onBad: data.onBad,
    followOutside: data.followLinks,
    ...context,
  });
}
