export { depthwiseFilterGradient } from './depthwise-filter-gradient';
export { depthwiseInputGradient } from './depthwise-input-gradient';
export { im2col } from './im2col';
export { normalisePool } from './normalise-pool';
export { normalisePoolGradient } from './normalise-pool-gradient';
export { shiftImage } from './shift-image';
