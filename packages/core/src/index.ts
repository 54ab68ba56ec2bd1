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
export { checkWhole } from './errors/check-whole.ts';
export { closest } from './errors/closest.ts';
export { colonHint } from './errors/colon-hint.ts';
export { missingOp } from './errors/missing-op.ts';
export type { ErrorCode, ErrorContexts } from './errors/error-contexts.ts';
export { type ErrorData, fromErrorData, toErrorData } from './errors/error-data.ts';
export { firstCause } from './errors/first-cause.ts';
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
export { folderName } from './text/folder-name.ts';
export { canonicalJson, type Json } from './text/canonical-json.ts';
export { byteSource, type ByteSource } from './bytes/byte-source.ts';
export { type Cursor, cursorOf, type CursorOptions } from './bytes/cursor.ts';
export { textOf } from './bytes/text-of.ts';
export { inflate, type InflateOptions } from './node/zip/inflate.ts';
export { readZip, type ZipArchive } from './node/zip/read-zip.ts';
export type { ZipEntry } from './node/zip/zip-entry.ts';
export { cachedSource } from './node/cached-source.ts';
export { claimFolder, type FolderClaim } from './node/write/claim-folder.ts';
export { hasImageExtension, isHidden } from './format/image-name.ts';
export { isProject } from './node/project/is-project.ts';
export {
  type OpenedProject,
  openProject,
  type OpenProjectOptions,
} from './node/project/open-project.ts';
export { type ListedImages, listImages, type ListImagesOptions } from './node/scan/list-images.ts';
export { lock, lockHolder } from './node/write/lock.ts';
export { makeFolder } from './node/write/make-folder.ts';
export { readMetrics, writeMetrics } from './node/run/metrics-file.ts';
export { changedFiles } from './node/run/changed-files.ts';
export { settleSeals, writeSealed } from './node/run/write-sealed.ts';
export { nodeEndpoint } from './node/thread/node-endpoint.ts';
export {
  openRecordCache,
  type RecordCache,
  type RecordCacheOptions,
} from './node/cache/record-cache.ts';
export type { RecordFormat } from './node/cache/record-index.ts';
export { removeLeftovers } from './node/write/remove-leftovers.ts';
export { removeLeftoversIn } from './node/write/remove-leftovers-in.ts';
export { readRunRecord, writeRunRecord } from './node/run/run-record-file.ts';
export { scanFolder } from './node/scan/scan-folder.ts';
export type { ScannedFolder, ScanFolderOptions } from './node/scan/scanned-folder.ts';
export type { FolderParts } from './node/scan/folder-parts.ts';
export type { ScanWarning } from './node/scan/scan-warnings.ts';
export type { SkippedPath } from './node/scan/skipped-path.ts';
export {
  readSplit,
  splitText,
  writeSplit,
  type WriteSplitOptions,
} from './node/split/split-file.ts';
export {
  finishSplitFiles,
  splitFiles,
  type SplitFilesOptions,
  type SplitFolders,
} from './node/split/split-files.ts';
export {
  type FailedUndo,
  undoSplitFiles,
  type UndoneSplit,
} from './node/split/undo-split-files.ts';
export {
  planSplitFiles,
  type SplitMode,
  type SplitPlan,
  type Transfer,
} from './node/split/split-plan.ts';
export { readText } from './node/system/read-text.ts';
export { cacheFolder, type Environment } from './node/system/cache-folder.ts';
export { type FileVersion, fileVersion } from './node/system/file-version.ts';
export { isWithin } from './node/system/is-within.ts';
export { realPath } from './node/system/real-path.ts';
export { steadySource } from './node/steady-source.ts';
export { systemReason } from './node/system/system-reason.ts';
export { type ProcessChannel, processEndpoint } from './node/thread/process-endpoint.ts';
export { workerEntry } from './node/thread/worker-entry.ts';
export { writeAtomic } from './node/write/write-atomic.ts';
export { writeFolder, type WriteFolderOptions } from './node/write/write-folder.ts';
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
