export { normalisePool } from './normalise-pool';
export { normalisePoolGradient } from './normalise-pool-gradient';
export { shiftBlocks } from './shift-blocks';
export { shiftPlanes } from './shift-planes';
