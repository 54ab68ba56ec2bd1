export { decodeJpeg } from './decode-jpeg';
export { DEFINITIONS, FRAME, QUANTISERS, SCAN } from './layout';
export { resizeLinear } from './resize-linear';
export { resizeColumns, resizeRows } from './resize-pil';
export { filterThree } from './filter-three';
export { shiftHsv, turnHue } from './hsv';
export { interpolateTables, labOf, rgbOf } from './lab';
export { replaceValues, saturate } from './values';
