import type { GradientSource } from '@sprout/core';
import type { EngineName } from '../contract/engine-name.ts';

/** A gradient source on one engine. */
export interface EngineGradientSource extends GradientSource {
  readonly engine: EngineName;
}
