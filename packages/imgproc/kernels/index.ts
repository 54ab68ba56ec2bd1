export { decodeJpeg } from './decode-jpeg';
export { DEFINITIONS, FRAME, QUANTISERS, SCAN } from './layout';
