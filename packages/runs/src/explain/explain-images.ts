import { type Attribution, type AttributionMethod, IMAGES_AT_A_TIME } from '@sprout/viz';
import type { OpenedExplainedModel } from '../model/open-explained-model.ts';
import type { ShownImage } from './prepare-shown.ts';
import { scoresNotFinite } from './scores-not-finite.ts';

export interface ExplainImagesOptions {
  readonly method: AttributionMethod;
  /** Empty for a method that needs none. */
  readonly layer: string;
  /** The index of the class; by default the predicted class of each image. */
  readonly label: number | undefined;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Called with the number of images that are done. */
  readonly onProgress: (done: number) => void;
}

/**
 * Explains images of a model, in their order.
 *
 * @throws {SproutError} `file-invalid` for a model whose scores are not finite; as the method.
 */
export async function explainImages(
  { source, layers: { scores }, folder }: OpenedExplainedModel,
  shown: readonly ShownImage[],
  { method, onProgress, ...options }: ExplainImagesOptions,
): Promise<Attribution[]> {
  const maps: Attribution[] = [];
  while (maps.length < shown.length) {
    options.signal.throwIfAborted();
    const some = shown.slice(maps.length, maps.length + IMAGES_AT_A_TIME);
    const { length } = some[0]!.raster.data; // all images have the size that the model takes
    const images = new Uint8Array(some.length * length);
    for (const [at, { raster }] of some.entries()) images.set(raster.data, at * length);
    const found = await method.explain(
      { source, scores },
      { ...options, images, count: some.length },
    );
    if (!found.every(isFiniteMap)) throw scoresNotFinite(folder);
    maps.push(...found);
    onProgress(maps.length);
  }
  return maps;
}

function isFiniteMap({ score, values }: Attribution): boolean {
  return Number.isFinite(score) && values.every(Number.isFinite);
}
