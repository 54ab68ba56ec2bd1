import type { OptimiserSpec } from '../optimiser/optimiser-spec.ts';

export interface SessionOptions {
  readonly optimiser: OptimiserSpec;
  /** Addresses the dropout masks: `rngAt(seed, ["dropout", layer name, step])`. */
  readonly seed: number;
  /** Threads for the engine's own use. */
  readonly threads: number;
}
