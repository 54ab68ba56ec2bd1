export { cutPatches } from './cut-patches';
export { normalisePool } from './normalise-pool';
export { normalisePoolGradient } from './normalise-pool-gradient';
export { shiftBlocks } from './shift-blocks';
