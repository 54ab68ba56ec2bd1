import {
  type Attack,
  type ExplainedModel,
  type Flip,
  predictedClass,
  smallestFlip,
} from '@sprout/viz';
import type { OpenedExplainedModel } from '../model/open-explained-model.ts';
import type { ShownImage } from './prepare-shown.ts';
import { scoresNotFinite } from './scores-not-finite.ts';

export interface AttackImagesOptions {
  readonly attack: Attack;
  /** The largest epsilon that is tried. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Called with the number of images that are done. */
  readonly onProgress: (done: number) => void;
}

/** An image, and the smallest change that was found to change the prediction. */
export interface AttackedImage extends ShownImage {
  /** The predicted class. */
  readonly label: number;
  /** `undefined` if no epsilon changes the prediction. */
  readonly flip: (Flip & SavedFlip) | undefined;
}

interface SavedFlip {
  /** The changed image, rounded to bytes, and its predicted class. */
  readonly bytes: Uint8Array;
  readonly predictedAsSaved: number;
}

/**
 * Searches the smallest change of each image that changes the prediction.
 *
 * @throws {SproutError} `file-invalid` for a model whose scores are not finite; as the attack.
 */
export async function attackImages(
  { source, layers: { scores }, folder }: OpenedExplainedModel,
  shown: readonly ShownImage[],
  { attack, most, signal, onProgress }: AttackImagesOptions,
): Promise<AttackedImage[]> {
  const model = { source, scores };
  const attacked: AttackedImage[] = [];
  for (const image of shown) {
    signal.throwIfAborted();
    const { data } = image.raster;
    const label = await predictedClass(model, Float32Array.from(data));
    if (label < 0) throw scoresNotFinite(folder);
    const flip = await smallestFlip(model, { attack, image: data, label, most });
    attacked.push({ ...image, label, flip: flip && { ...flip, ...(await saved(model, flip)) } });
    onProgress(attacked.length);
  }
  return attacked;
}

async function saved(model: ExplainedModel, { image }: Flip): Promise<SavedFlip> {
  const bytes = new Uint8Array(Uint8ClampedArray.from(image).buffer); // rounds to the nearest byte
  return { bytes, predictedAsSaved: await predictedClass(model, Float32Array.from(bytes)) };
}
