import { type ErrorData, type Sample, toErrorData } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { openModel } from '../open-model.ts';
import { type FilePrediction, predictChunk } from '../predict-chunk.ts';

export interface PredictionServiceOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** The threads of the engine. */
  readonly threads: number;
  readonly pixelLimit: number | undefined;
}

/** A result for another process. An error is sent as data, so that it keeps code and context. */
export type Reply<T> = { readonly value: T } | { readonly error: ErrorData };

/** The calls that a process for predictions answers. */
export interface PredictionService {
  /** Opens the model. Must be called once, before `predict`. */
  open(options: PredictionServiceOptions): Promise<Reply<void>>;
  predict(chosen: readonly Sample[]): Promise<Reply<readonly FilePrediction[]>>;
}

/** Creates the service of a process for predictions: a model on onnxruntime, and one thread that prepares its images. */
export function predictionService(): PredictionService {
  let chunks: ((chosen: readonly Sample[]) => Promise<readonly FilePrediction[]>) | undefined;
  return {
    open: ({ run, threads, pixelLimit }) =>
      reply(async () => {
        const { predictor, card } = await openModel(run, { engine: 'onnx', threads });
        const source = await createImagePool({ workers: 1, pixelLimit });
        const options = { predictor, source, recipe: card.recipe };
        chunks = (chosen) => predictChunk(chosen, options);
      }),
    predict: (chosen) =>
      reply(async () => {
        if (chunks === undefined) throw new Error('predict is called before open');
        return chunks(chosen);
      }),
  };
}

async function reply<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error: toErrorData(error) };
  }
}
