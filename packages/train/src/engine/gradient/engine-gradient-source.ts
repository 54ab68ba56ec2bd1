import type { GradientSource } from '@sprout/core';
import type { EngineName } from '../engine-name.ts';

/** A gradient source on one engine. */
export interface EngineGradientSource extends GradientSource {
  readonly engine: EngineName;
}
