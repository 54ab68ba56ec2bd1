export { classCounts, classWeights, type LabelledSamples } from './dataset/class-weights.ts';
export { compareCodePoints, sortedByCodePoint } from './dataset/code-point-order.ts';
export type { Dataset } from './dataset/dataset.ts';
export { fingerprint } from './dataset/fingerprint.ts';
export { type PathIndex, PathIndexBuilder } from './dataset/path-index.ts';
export type { Sample } from './dataset/sample.ts';
export { samplesFrom } from './dataset/samples-from.ts';
export { allSamples, Samples } from './dataset/samples.ts';
export { type SplitByClassOptions, splitByClass } from './split/split-by-class.ts';
export {
  type SplitByGroupsOptions,
  splitByGroups,
  type ValidationShare,
} from './split/split-by-groups.ts';
export { fileBrands } from './format/file-brands.ts';
export { type ImageFormat, imageFormat } from './format/image-format.ts';
export { splitByParts } from './split/split-by-parts.ts';
export { splitByHash } from './split/split-by-hash.ts';
export { splitStratified, type SplitStratifiedOptions } from './split/split-stratified.ts';
export type { ReadSplit } from './split/split-table.ts';
export type { Split } from './split/split.ts';
export { firstCause } from './errors/first-cause.ts';
export { checkWhole } from './errors/check-whole.ts';
export { closest } from './errors/closest.ts';
export { colonHint } from './errors/colon-hint.ts';
export { missingOp } from './errors/missing-op.ts';
export type { ErrorCode, ErrorContexts } from './errors/error-contexts.ts';
export { type ErrorData, fromErrorData, toErrorData } from './errors/error-data.ts';
export { shapeMismatch } from './errors/shape-mismatch.ts';
export { shapeText } from './errors/shape-text.ts';
export { type AnySproutError, isSproutError, SproutError } from './errors/sprout-error.ts';
export type {
  GradientOptions,
  GradientSource,
  LayerAddress,
  LayerOutput,
  Measure,
  Objective,
  ObjectiveGradient,
  ObjectiveTerm,
  RectifierGradient,
} from './gradient/gradient-source.ts';
export { assessHealth } from './health/assess-health.ts';
export { hasFittingExtension } from './health/report/has-fitting-extension.ts';
export type { ExaminedImage, HealthInput, UnreadableImage } from './health/report/health-input.ts';
export type {
  ClassGiveaway,
  ClassHealth,
  DuplicateGroup,
  Finding,
  Giveaway,
  HealthReport,
  Imbalance,
  Spread,
} from './health/report/health-report.ts';
export type { ImageFacts, MeanColour } from './health/report/image-facts.ts';
export { countOf } from './text/count-of.ts';
export { durationText } from './text/duration-text.ts';
export { canonicalJson, type Json } from './text/canonical-json.ts';
export { type EpochPlanOptions, planEpoch } from './plan/epoch-plan.ts';
export { drawShares } from './random/draw-shares.ts';
export { numpyRandom, type NumpyRandom } from './random/numpy-random.ts';
export { permutation } from './random/permutation.ts';
export { type Block, philox } from './random/philox.ts';
export { type Address, type Rng, rngAt, streamState } from './random/rng.ts';
export { normalise, type Normalisation } from './raster/normalise.ts';
export { checkRaster } from './raster/check-raster.ts';
export type { Raster } from './raster/raster.ts';
export type { RunRecord, RunState } from './run/run-record-schema.ts';
export type { EpochMetrics, StopReason, TrainEvent, TrainingPosition } from './run/train-event.ts';
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
  RenderOptions,
} from './stream/image-source.ts';
export { chunksOf } from './stream/chunks-of.ts';
export { rasterAt } from './stream/raster-at.ts';
export { mapOrdered, type MapOrderedOptions } from './stream/map-ordered.ts';
export { type Cell, formatCsv, parseCsv, spreadsheetSafe } from './table/csv.ts';
export { visibleText } from './text/visible-text.ts';
export { byteSource, type ByteSource } from './bytes/byte-source.ts';
export { type Cursor, cursorOf, type CursorOptions } from './bytes/cursor.ts';
export { textOf } from './bytes/text-of.ts';
export { hasImageExtension, isHidden } from './format/image-name.ts';
export { folderName } from './text/folder-name.ts';
