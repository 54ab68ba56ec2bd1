import { createImagePool } from '@sprout/imgproc';
import { availableParallelism } from 'node:os';
import type { OpenedModel } from '../open-model.ts';
import { predictChunk } from '../predict-chunk.ts';
import type { PredictFilesOptions } from '../predict-files.ts';
import { processCount } from './process-count.ts';
import { startPredictionProcesses } from './start-prediction-processes.ts';

export interface OpenFilePredictorOptions {
  /** The folder of the model, which processes open it from. */
  readonly run: string;
  /** The number of images that will be predicted. */
  readonly images: number;
  readonly workers: number | undefined;
  readonly pixelLimit: number | undefined;
  readonly signal: AbortSignal;
}

/** The parts of the options of `predictFiles` that depend on where the files are predicted. */
export interface FilePredictor
  extends Pick<PredictFilesOptions, 'predict' | 'ahead'>, AsyncDisposable {}

/** Chunks in progress at a time in one process: one is being predicted, one is ready, one is being prepared. */
const AHEAD = 3;

/**
 * Prepares and predicts files: in several processes if that is faster, otherwise in this process with the model that is open.
 *
 * @returns The predictor, which the caller disposes of.
 */
export async function openFilePredictor(
  { definition, predictor, card: { recipe } }: OpenedModel,
  { run, images, workers, pixelLimit, signal }: OpenFilePredictorOptions,
): Promise<FilePredictor> {
  const count = processCount(definition, { images, engine: predictor.engine, workers });
  if (count > 0) {
    const threads = Math.max(1, Math.floor(availableParallelism() / count));
    const processes = await startPredictionProcesses(count, { run, threads, pixelLimit });
    return { ...processes, ahead: AHEAD * count };
  }
  const source = await createImagePool({ workers, pixelLimit });
  return {
    predict: (chosen) => predictChunk(chosen, { predictor, source, recipe, signal }),
    ahead: AHEAD,
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  };
}
