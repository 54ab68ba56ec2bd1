// What works in a browser: the pixel kernels, which need neither Node nor OpenCV, and recipes of them.
export { applyMask } from './kernels/apply-mask.ts';
export { buildMaskTable, type PaletteColour } from './kernels/mask-table.ts';
export { medianBlur } from './kernels/median.ts';
export { resizeLinear } from './kernels/resize-linear.ts';
export { type Fit, FITS, resizeToFit, type ResizeToFitOptions } from './kernels/resize-to-fit.ts';
export { type PilFilter, resizePil, type ResizePilOptions } from './kernels/resize-pil.ts';
export { seedlingPalette } from './kernels/seedling-palette.ts';
export { replayFault, replayRecipe } from './replay/replay-recipe.ts';
