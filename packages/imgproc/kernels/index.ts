export { decodeJpeg } from './decode-jpeg';
export { DEFINITIONS, FRAME, QUANTISERS, SCAN } from './layout';
export { resizeLinear } from './resize-linear';
export { resizeColumns, resizeRows } from './resize-pil';
