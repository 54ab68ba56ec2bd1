import type { Recipe } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';
import { type PictureSource, thumbnails } from '../images/thumbnails.ts';
import type { ReadRun } from '../run/read-run.ts';

/** The results of a model: of a run, or of an evaluation on other images. */
export interface EvaluatedModel extends Pick<ReadRun, 'evaluation'> {
  readonly resolved: { readonly recipe: Recipe };
}

/** The prepared images with the largest losses as PNG, by path. Images that cannot be read are left out. */
export async function topLossPictures(
  { evaluation, resolved: { recipe } }: EvaluatedModel,
  { source, dataset: { samples } }: PictureSource,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const ids = evaluation.topLosses.map(({ path }) => path);
  return thumbnails(source, { samples, ids, recipe, encode: encodePng });
}
