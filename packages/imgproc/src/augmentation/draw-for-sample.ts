import type { DrawnOp } from '../op-contract/drawn-op.ts';
import { drawOps } from '../op-list/draw-ops.ts';
import type { ResolvedOp } from '../op-list/resolve-ops.ts';

export interface DrawOptions {
  readonly seed: number;
  readonly epoch: number;
  /** The sample's id. */
  readonly id: string;
}

/** Draws the numbers of every op of an augmentation for one sample. */
export function drawForSample(
  ops: readonly ResolvedOp[],
  { seed, epoch, id }: DrawOptions,
): DrawnOp[] {
  return drawOps(ops, { seed, path: ['augment', epoch, id] });
}
