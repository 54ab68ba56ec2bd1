import type { KerasPipeline } from './keras-pipeline.ts';
import type { SampleRandomness } from './sample-randomness.ts';
import type { SaveOptions } from './save-samples.ts';
import type { KerasStatistics } from './standardize/statistics.ts';
import type { Subset } from './subset-range.ts';

/** The options of all three kinds of batches. */
export interface BatchOptions extends SaveOptions {
  /** @default 32 */
  readonly batchSize?: number;
  /** Whether each epoch has an order of its own. @default true */
  readonly shuffle?: boolean;
  /** @default 0 for addressed numbers; `null`, which goes on with the generator as it is, for those of NumPy */
  readonly seed?: number | null;
  /** A part by `validationSplit`: the first images are those for validation. @default all images */
  readonly subset?: Subset | undefined;
}

/** The parts of a generator that its batches use. */
export interface FlowContext {
  readonly pipeline: KerasPipeline;
  readonly statistics: () => KerasStatistics;
  readonly randomness: SampleRandomness;
}
