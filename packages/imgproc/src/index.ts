export {
  drawAugmentation,
  type DrawnOp,
  type DrawOptions,
} from './augmentation/draw-augmentation.ts';
export { parseAugmentation } from './augmentation/parse-augmentation.ts';
export { decode, type DecodeOptions } from './codec/decode.ts';
export { encodePng } from './codec/encode-png.ts';
export type { ImageFormat, ImageHeader } from './codec/image-header.ts';
export { sniff } from './codec/sniff.ts';
export { examine } from './facts/examine.ts';
export { applyMask } from './kernels/apply-mask.ts';
export { buildMaskTable, type PaletteColour } from './kernels/mask-table.ts';
export { medianBlur } from './kernels/median.ts';
export { resizeLinear } from './kernels/resize-linear.ts';
export { type PilFilter, resizePil, type ResizePilOptions } from './kernels/resize-pil.ts';
export { seedlingPalette } from './kernels/seedling-palette.ts';
export { augmentationOpNames, recipeOpNames } from './ops/op-names.ts';
export { createImagePool, type ImagePoolOptions } from './pool/create-image-pool.ts';
export type { ExaminedSample } from './pool/examine-samples.ts';
export { ImagePool } from './pool/image-pool.ts';
export { parseRecipe } from './recipe/parse-recipe.ts';
export { recipeHash } from './recipe/recipe-hash.ts';
export { recipeSize } from './recipe/recipe-size.ts';
export { augmentationJsonSchema, recipeJsonSchema } from './recipe/schemas.ts';
export { drawSeedling } from './sample/draw-seedling.ts';
export { GIVEN_AWAY, planSample, type SeedlingPlan } from './sample/plan-sample.ts';
export type { SampleOptions } from './sample/sample-options.ts';
export { writeSample, type WriteSampleOptions } from './sample/write-sample.ts';
