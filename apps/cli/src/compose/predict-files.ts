import {
  type ErrorData,
  type ImageSource,
  type LentImages,
  mapOrdered,
  type Recipe,
  type Samples,
} from '@sprout/core';
import type { TrainingSession } from '@sprout/train';

export interface PredictFilesOptions {
  readonly source: ImageSource;
  readonly recipe: Recipe;
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/** What became of one file. */
export type FilePrediction =
  | { readonly path: string; readonly probabilities: Float32Array }
  | { readonly path: string; readonly error: ErrorData };

/** Predicts files in their order; a file that cannot be used is an outcome of its own. */
export async function* predictFiles(
  session: Pick<TrainingSession, 'predict'>,
  samples: Samples,
  { source, recipe, batchSize, signal }: PredictFilesOptions,
): AsyncGenerator<FilePrediction, void, undefined> {
  const starts = Array.from(
    { length: Math.ceil(samples.length / batchSize) },
    (_, batch) => batch * batchSize,
  );
  const map = async (start: number) => {
    const count = Math.min(batchSize, samples.length - start);
    const chosen = Array.from({ length: count }, (_, offset) => samples.at(start + offset));
    return { chosen, lent: await source.prepare(chosen, recipe, signal) };
  };
  const discard = ({ lent }: { lent: LentImages }): void => lent[Symbol.dispose]();
  for await (const { chosen, lent } of mapOrdered(starts, { limit: 3, signal }, { map, discard })) {
    using images = lent;
    const bad = new Map(images.bad.map(({ position, error }) => [position, error]));
    const rows =
      bad.size === chosen.length ? [] : await predictRows(session, images, chosen.length);
    for (const [position, { path }] of chosen.entries()) {
      const error = bad.get(position);
      yield error === undefined ? { path, probabilities: rows[position]! } : { path, error };
    }
  }
}

async function predictRows(
  session: Pick<TrainingSession, 'predict'>,
  { images }: LentImages,
  count: number,
): Promise<Float32Array[]> {
  const all = await session.predict(images, count);
  const classes = all.length / count;
  return Array.from({ length: count }, (_, row) =>
    all.subarray(row * classes, (row + 1) * classes),
  );
}
