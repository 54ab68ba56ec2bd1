export { convolve } from './convolve';
export { decodeJpeg } from './decode-jpeg';
export { DEFINITIONS, FRAME, QUANTISERS, SCAN } from './layout';
export { addNoise, drawValues, multiplyNoise } from './noise';
export { recompressJpeg } from './recompress-jpeg';
export { resizeLinear } from './resize-linear';
export { resizeColumns, resizeRows } from './resize-pil';
export { sumColumns, weighColumns, weighRows } from './separable';
