import { type Raster, SproutError } from '@sprout/core';
import type { OpTools } from '../op/op-tools.ts';
import type { AugmentationOp } from '../op/define-op.ts';
import { augmentationOps } from '../ops/index.ts';
import type { DrawnOp } from './draw-augmentation.ts';

const byName = new Map(augmentationOps.map((op) => [op.name, op]));

/**
 * Applies what was drawn. `source` is only read, and may be the result.
 *
 * @throws {SproutError} `name-unknown` for an op that does not exist, and what the ops throw.
 */
export function applyDrawn(source: Raster, drawn: readonly DrawnOp[], tools: OpTools): Raster {
  return drawn.reduce((image, { op, numbers }) => find(op).apply(image, numbers, tools), source);
}

function find(name: string): AugmentationOp {
  const op = byName.get(name);
  if (op !== undefined) return op;
  throw new SproutError('name-unknown', {
    kind: 'augmentation op',
    name,
    known: [...byName.keys()],
  });
}
