import type { Raster } from '@sprout/core';
import type { DrawnOp } from './drawn-op.ts';
import type { PreparedOp } from './op.ts';
import type { OpTools } from './op-tools.ts';

export interface ApplyOptions {
  readonly ops: readonly PreparedOp[];
  /** An entry for each op, in the same order; empty for a recipe, whose ops draw nothing. */
  readonly drawn: readonly DrawnOp[];
  readonly tools: OpTools;
}

/**
 * Applies ops one after the other. `source` is only read, and may be the result.
 *
 * @throws {SproutError} The errors of the ops, `image-unprocessable` for example.
 */
export function applyInTurn(source: Raster, { ops, drawn, tools }: ApplyOptions): Raster {
  return ops.reduce((image, op, index) => op.apply(image, drawn[index]?.numbers, tools), source);
}
