import type { ErrorData, ImageSource, LentImages, Recipe, Sample } from '@sprout/core';
import type { Predictor } from '@sprout/train';

export interface PredictChunkOptions {
  readonly predictor: Pick<Predictor, 'predict'>;
  readonly source: ImageSource;
  readonly recipe: Recipe;
  readonly signal?: AbortSignal | undefined;
}

/** The probabilities for one file, or the error of a bad image. */
export type FilePrediction =
  | { readonly sample: Sample; readonly probabilities: Float32Array }
  | { readonly sample: Sample; readonly error: ErrorData };

/** Prepares and predicts some files as one batch. A bad image has its error as its result. */
export async function predictChunk(
  chosen: readonly Sample[],
  { predictor, source, recipe, signal }: PredictChunkOptions,
): Promise<FilePrediction[]> {
  using images = await source.prepare(chosen, recipe, signal);
  const bad = new Map(images.bad.map(({ position, error }) => [position, error]));
  const rows =
    bad.size === chosen.length ? [] : await predictRows(predictor, images, chosen.length);
  return chosen.map((sample, position) => {
    const error = bad.get(position);
    return error === undefined ? { sample, probabilities: rows[position]! } : { sample, error };
  });
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
