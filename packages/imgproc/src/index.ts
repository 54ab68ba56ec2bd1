export { drawAugmentation } from './augmentation/draw-augmentation.ts';
export type { DrawOptions } from './augmentation/draw-for-sample.ts';
export { drawnFault } from './augmentation/drawn-fault.ts';
export { type CheckedAugmentation, parseAugmentation } from './augmentation/parse-augmentation.ts';
export { type ReadyAugmentation, setUpAugmentation } from './augmentation/set-up-augmentation.ts';
export { decode } from './codec/decode.ts';
export type { DecodeOptions } from './codec/decode-options.ts';
export { encodeAnimation, type EncodeAnimationOptions } from './codec/encode-animation.ts';
export { encodePng } from './codec/encode-png.ts';
export { encodeWebp } from './codec/encode-webp.ts';
export type { ImageHeader } from './codec/headers/image-header.ts';
export type { ImageFormat } from '@sprout/core';
export type { Reduction } from './codec/jpeg/reduction.ts';
export { reductionOf } from './codec/reduction-of.ts';
export { sniff } from './codec/sniff.ts';
export { sniffFile } from './codec/sniff-file.ts';
export { examine, FACTS_VERSION } from './facts/examine.ts';
export type { FloatImage, FloatImages } from './keras/float-image.ts';
export type { FitOptions } from './keras/fit-statistics.ts';
export type { FlowBatch, FlowOptions } from './keras/flow.ts';
export type {
  FlowFromDataframeOptions,
  RowBatch,
  RowBatches,
} from './keras/flow-from-dataframe.ts';
export type {
  DirectoryBatches,
  FlowFromDirectoryOptions,
  LabelledBatch,
} from './keras/flow-from-directory.ts';
export { type ImageDataGenerator, imageDataGenerator } from './keras/image-data-generator.ts';
export type { KerasBatches } from './keras/keras-batches.ts';
export type { CheckedKerasOptions, KerasOptions } from './keras/options.ts';
export type { KerasStatistics } from './keras/standardize/statistics.ts';
export type { KerasNumbers } from './keras/transform/keras-numbers.ts';
export type { KerasCompat } from './keras/transform/traits.ts';
export { applyMask } from './kernels/apply-mask.ts';
export { buildMaskTable, type PaletteColour } from './kernels/mask-table.ts';
export { medianBlur } from './kernels/median.ts';
export { resizeLinear } from './kernels/resize-linear.ts';
export { type Fit, FITS, resizeToFit, type ResizeToFitOptions } from './kernels/resize-to-fit.ts';
export { type PilFilter, resizePil, type ResizePilOptions } from './kernels/resize-pil.ts';
export { seedlingPalette } from './kernels/seedling-palette.ts';
export type { DrawnFault } from './op-contract/drawn-fault.ts';
export type { DrawnOp } from './op-contract/drawn-op.ts';
export {
  type AugmentationOpName,
  augmentationOpNames,
  type RecipeOpName,
  recipeOpNames,
} from './ops/index.ts';
export { augmentationJsonSchema, type ObjectSchema, recipeJsonSchema } from './ops/json-schemas.ts';
export { type OpInfo, opInfos } from './ops/op-info.ts';
export type { AugmentationOp, RecipeOp } from './ops/written-ops.ts';
export { createImagePool, type ImagePoolOptions } from './pool/create-image-pool.ts';
export type { ExaminedSample } from './pool/examine-samples.ts';
export { ImagePool } from './pool/image-pool.ts';
export type { ReplayOptions } from './pool/task-images.ts';
export { type CheckedRecipe, parseRecipe } from './recipe/parse-recipe.ts';
export { recipeHash } from './recipe/recipe-hash.ts';
export { recipeSize } from './recipe/recipe-size.ts';
export { drawSeedling } from './synthetic/draw-seedling.ts';
export { GIVEN_AWAY, planSample, type SeedlingPlan } from './synthetic/plan-sample.ts';
export type { SampleKind, SampleOptions } from './synthetic/sample-options.ts';
export { writeSample, type WriteSampleOptions } from './synthetic/write-sample.ts';
export { replayFault, replayRecipe } from './replay/replay-recipe.ts';
