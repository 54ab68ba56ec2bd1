import { chunksOf, mapOrdered, type Sample, type Samples } from '@sprout/core';
import type { FilePrediction } from './predict-chunk.ts';

export interface PredictFilesOptions {
  /** Prepares and predicts one chunk. */
  readonly predict: (chosen: readonly Sample[]) => Promise<readonly FilePrediction[]>;
  /** The number of files in a chunk. */
  readonly chunk: number;
  /** Chunks in progress at a time. */
  readonly ahead: number;
  readonly signal: AbortSignal;
}

/** Predicts files in their order, in chunks. */
export async function* predictFiles(
  samples: Samples,
  { predict, chunk, ahead, signal }: PredictFilesOptions,
): AsyncGenerator<FilePrediction, void, undefined> {
  const chunks = chunksOf(samples, chunk);
  for await (const outcomes of mapOrdered(chunks, { limit: ahead, signal }, { map: predict }))
    yield* outcomes;
}
