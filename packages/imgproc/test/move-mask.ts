import type { OpSpec, Raster } from '@sprout/core';
import { parseAugmentation } from '../src/augmentation/parse-augmentation.ts';
import { applyToMaskInTurn } from '../src/op-contract/apply-in-turn.ts';
import { resolvedOf } from '../src/op-list/checked-ops.ts';
import { readyOps } from '../src/op-list/ready-ops.ts';

/** Moves a mask as one op does, with the given numbers. */
export function moveMask(spec: OpSpec, mask: Raster, numbers: object): Raster {
  const { ops } = readyOps(resolvedOf(parseAugmentation([spec])));
  return applyToMaskInTurn(mask, { ops, drawn: [{ op: spec.op, numbers }] });
}

/** A mask of one row. */
export function maskRow(...values: number[]): Raster {
  return { height: 1, width: values.length, channels: 1, data: Uint8Array.from(values) };
}
