import { packageConfig } from '../../vitest.shared.ts';

// the first plot of a file loads Vega, which takes seconds on a busy machine
export default packageConfig('@sprout/viz', { test: { testTimeout: 30_000 } });
