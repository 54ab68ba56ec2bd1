export { affine } from './affine';
export { decodeJpeg } from './decode-jpeg';
export { DEFINITIONS, FRAME, QUANTISERS, SCAN } from './layout';
export { gatherPixels, reverseRows } from './move-pixels';
export { remapRow } from './remap';
export { resizeLinear } from './resize-linear';
export { resizeColumns, resizeRows } from './resize-pil';
