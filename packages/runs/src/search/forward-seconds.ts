import { createBase, openPredictorThread, withWeights } from '@sprout/train';
import { availableParallelism } from 'node:os';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { fixedSize } from '../config/fixed-size.ts';
import { transferOf } from '../transfer/transfer-of.ts';

/** The number of images of the measurement. */
const COUNT = 8;

/**
 * The measured time of a base for one image, without decoding it.
 *
 * @returns `undefined` for a model that is not a base.
 */
export async function forwardSeconds(
  { model, recipe, engine }: Pick<ResolvedTraining, 'model' | 'recipe' | 'engine'>,
  signal: AbortSignal,
): Promise<number | undefined> {
  const transfer = transferOf(model);
  if (transfer === undefined) return undefined;
  const { base, parameters } = transfer;
  const size = fixedSize(recipe);
  const definition = withWeights(createBase(base, { ...size, parameters }), { seed: 0 });
  const threads = availableParallelism();
  await using predictor = await openPredictorThread(definition, { engine, threads, signal });
  const images = new Uint8Array(COUNT * size.height * size.width * 3);
  await predictor.predict(images, COUNT); // the first call is slower
  const start = performance.now();
  await predictor.predict(images, COUNT);
  return (performance.now() - start) / 1000 / COUNT;
}
