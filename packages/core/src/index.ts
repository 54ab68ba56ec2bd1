export type { Dataset } from './dataset/dataset.ts';
export { type PathIndex, PathIndexBuilder } from './dataset/path-index.ts';
export type { Sample } from './dataset/sample.ts';
export { Samples } from './dataset/samples.ts';
export { closest } from './errors/closest.ts';
export type { ErrorCode, ErrorContexts } from './errors/error-contexts.ts';
export { type ErrorData, fromErrorData, toErrorData } from './errors/error-data.ts';
export { isSproutError, SproutError } from './errors/sprout-error.ts';
export { canonicalJson, type Json } from './json.ts';
export { nodeEndpoint } from './node/node-endpoint.ts';
export { workerEntry } from './node/worker-entry.ts';
export { type EpochPlanOptions, planEpoch } from './plan/epoch-plan.ts';
export { permutation } from './random/permutation.ts';
export { type Block, philox } from './random/philox.ts';
export { type Address, type Rng, rngAt } from './random/rng.ts';
export { normalise, type Normalisation } from './raster/normalise.ts';
export type { Raster } from './raster/raster.ts';
export type { EpochMetrics, StopReason, TrainEvent } from './run/train-event.ts';
export type { Batch } from './stream/batch.ts';
export { batches, type BatchesOptions } from './stream/batches.ts';
export type {
  AugmentOptions,
  Augmentation,
  BadImage,
  ImageSource,
  LentImages,
  OpSpec,
  Recipe,
} from './stream/image-source.ts';
export { mapOrdered, type MapOrderedOptions } from './stream/map-ordered.ts';
