import { availableParallelism } from 'node:os';
import { checkWhole } from '@sprout/core';
import {
  type OptimiserOptions,
  optimiserSchema,
  type OptimiserSpec,
} from '../optimiser/optimiser-spec.ts';
import { parseOptions } from '../parse-options.ts';

/** How a model is trained; for predictions alone nothing need be said. */
export interface SessionOptions {
  /** Adam by default. Its learning rate is not used: each step is told its own. */
  readonly optimiser?: OptimiserOptions | undefined;
  /**
   * Addresses the dropout masks: `rngAt(seed, ["dropout", layer name, step])`. A whole number, 0 by default.
   */
  readonly seed?: number | undefined;
  /** Threads for the engine's own use, 1 or more; by default as many as there are cores. */
  readonly threads?: number | undefined;
}

/** Session options with everything filled in. */
export interface SessionSettings {
  readonly optimiser: OptimiserSpec;
  readonly seed: number;
  readonly threads: number;
}

/** @throws {SproutError} `config-invalid` for an optimiser, `option-invalid` for seed or threads out of range. */
export function sessionSettings({
  optimiser = { name: 'adam' },
  seed = 0,
  threads = availableParallelism(),
}: SessionOptions): SessionSettings {
  checkWhole('seed', seed);
  checkWhole('threads', threads, { least: 1 });
  return { optimiser: parseOptions(optimiserSchema, optimiser, 'The optimiser'), seed, threads };
}
