import {
  chunksOf,
  type ErrorData,
  type ImageSource,
  type LentImages,
  mapOrdered,
  type Recipe,
  type Sample,
  type Samples,
} from '@sprout/core';
import type { Predictor } from '@sprout/train';

export interface PredictFilesOptions {
  readonly source: ImageSource;
  readonly recipe: Recipe;
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/** The probabilities for one file, or the error of a bad image. */
export type FilePrediction =
  | { readonly sample: Sample; readonly probabilities: Float32Array }
  | { readonly sample: Sample; readonly error: ErrorData };

/** Batches in progress at a time: one is being predicted, one is ready, one is being prepared. */
const AHEAD = 3;

/** Predicts files in their order. A bad image yields its error. */
export async function* predictFiles(
  predictor: Pick<Predictor, 'predict'>,
  samples: Samples,
  { source, recipe, batchSize, signal }: PredictFilesOptions,
): AsyncGenerator<FilePrediction, void, undefined> {
  const map = async (chosen: readonly Sample[]) => ({
    chosen,
    lent: await source.prepare(chosen, recipe, signal),
  });
  const discard = ({ lent }: { lent: LentImages }): void => lent[Symbol.dispose]();
  const prepared = mapOrdered(
    chunksOf(samples, batchSize),
    { limit: AHEAD, signal },
    { map, discard },
  );
  for await (const { chosen, lent } of prepared) {
    using images = lent;
    const bad = new Map(images.bad.map(({ position, error }) => [position, error]));
    const rows =
      bad.size === chosen.length ? [] : await predictRows(predictor, images, chosen.length);
    for (const [position, sample] of chosen.entries()) {
      const error = bad.get(position);
      yield error === undefined ? { sample, probabilities: rows[position]! } : { sample, error };
    }
  }
}

async function predictRows(
  predictor: Pick<Predictor, 'predict'>,
  { images }: LentImages,
  count: number,
): Promise<Float32Array[]> {
  const all = await predictor.predict(images, count);
  const classes = all.length / count;
  return Array.from({ length: count }, (_, row) =>
    all.subarray(row * classes, (row + 1) * classes),
  );
}
