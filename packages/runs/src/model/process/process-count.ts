import type { EngineName, ModelDefinition, ModelInput } from '@sprout/train';
import { availableParallelism } from 'node:os';

/**
 * The least product of images, pixels of an image and weights of the model. It is reached by about 1,200 images for
 * EfficientNet-Lite0 at 224 px, which take 7 to 15 seconds on two cores. With less work, the processes take longer to start than
 * they save.
 */
const LEAST_WORK = 2e14;
/** Each process has a copy of the model in memory. */
const MOST = 4;

/** The parts of a model's definition that determine the time of a prediction. */
export interface ModelSize extends Pick<ModelDefinition, 'weights'> {
  readonly input: Pick<ModelInput, 'height' | 'width'>;
}

export interface ProcessCountOptions {
  readonly images: number;
  readonly engine: EngineName;
  /** The number of workers that was asked for. */
  readonly workers: number | undefined;
  /** The cores of this machine by default. */
  readonly cores?: number;
}

/** The number of processes for predictions; 0 if one session with all threads is faster. */
export function processCount(
  { input, weights }: ModelSize,
  { images, engine, workers, cores = availableParallelism() }: ProcessCountOptions,
): number {
  const count = Math.min(cores, workers ?? cores, MOST);
  const values = weights.reduce((sum, { data }) => sum + data.length, 0);
  const work = images * input.height * input.width * values;
  return engine === 'onnx' && work >= LEAST_WORK && count > 1 ? count : 0;
}
