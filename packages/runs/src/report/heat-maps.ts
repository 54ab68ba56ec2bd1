import { isSproutError, rasterAt, type Recipe } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';
import { gradCam, IMAGES_AT_A_TIME, overlayImage } from '@sprout/viz';
import type { PictureSource } from '../images/thumbnails.ts';
import { openExplainedModel } from '../model/open-explained-model.ts';
import type { ReadRun } from '../run/read-run.ts';

/** Of a run, or of an evaluation on other images. */
export interface MappedModel extends Pick<ReadRun, 'evaluation'> {
  readonly run: Pick<ReadRun['run'], 'model'>;
  readonly resolved: {
    readonly recipe: Recipe;
    readonly engine: ReadRun['resolved']['engine'];
  };
}

/**
 * The worst mistakes of a model under their Grad-CAM maps, as PNG by path: as many as one pass through the network takes. Empty for a
 * model of tags, a model without maps, and where the model or its gradients are not available: a report is written without them.
 */
export async function heatMaps(
  read: MappedModel,
  pictures: PictureSource,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (read.evaluation.f2 !== undefined) return new Map();
  try {
    return await mapsOfMistakes(read, pictures);
  } catch (error) {
    if (isSproutError(error)) return new Map();
    throw error;
  }
}

async function mapsOfMistakes(
  { run, evaluation, resolved: { recipe, engine } }: MappedModel,
  { source, dataset }: PictureSource,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const worst = evaluation.topLosses
    .filter(({ label, predicted }) => label !== predicted)
    .slice(0, IMAGES_AT_A_TIME);
  const wanted = new Set(worst.map(({ path }) => path));
  const samples = Array.from(dataset.samples.filter(({ id }) => wanted.has(id)));
  if (samples.length === 0) return new Map();
  await using model = await openExplainedModel(run.model, { engine });
  const { map: layer, scores } = model.layers;
  if (layer === undefined) return new Map();
  using lent = await source.prepare(samples, recipe);
  if (lent.bad.length > 0) return new Map();
  const maps = await gradCam(
    { source: model.source, scores },
    { images: lent.images, count: samples.length, layer },
  );
  const entries = samples.map(async ({ id }, at): Promise<[string, Uint8Array]> => {
    const overlay = overlayImage(rasterAt(lent, at), maps[at]!); // a map for each image
    return [id, await encodePng(overlay)];
  });
  return new Map(await Promise.all(entries));
}
