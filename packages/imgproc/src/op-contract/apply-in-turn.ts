import type { Raster } from '@sprout/core';
import { composeTables, lookUp } from '../kernels/look-up.ts';
import { releaseBetween } from '../memory/result-bytes.ts';
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
 * Applies ops one after the other; those in a row that are tables as one table. `source` is only read, and may be the result.
 *
 * @throws {SproutError} The errors of the ops, `image-unprocessable` for example.
 */
export function applyInTurn(source: Raster, { ops, drawn, tools }: ApplyOptions): Raster {
  let image = source;
  let pending: Uint8Array | undefined;
  const become = (next: Raster): void => {
    image = releaseBetween(image, { source, result: next });
  };
  for (const [index, op] of ops.entries()) {
    const numbers = drawn[index]?.numbers;
    const table = op.table?.(numbers);
    if (table !== undefined) {
      pending = pending === undefined ? table : composeTables(pending, table);
      continue;
    }
    if (pending !== undefined) become(lookUp(image, pending));
    pending = undefined;
    become(op.apply(image, numbers, tools));
  }
  if (pending !== undefined) become(lookUp(image, pending));
  return image;
}

/** The table that does what ops do one after the other, or `undefined` if one of them is no table. */
export function tableInTurn({ ops, drawn }: Omit<ApplyOptions, 'tools'>): Uint8Array | undefined {
  let all: Uint8Array | undefined;
  for (const [index, op] of ops.entries()) {
    const table = op.table?.(drawn[index]?.numbers);
    if (table === undefined) return undefined;
    all = all === undefined ? table : composeTables(all, table);
  }
  return all;
}

/**
 * Moves the pixels of a mask as the ops move those of its image.
 *
 * @param mask `[height, width, 1]`, of the size of the image. Only read, and may be the result.
 */
export function applyToMaskInTurn(
  mask: Raster,
  { ops, drawn }: Omit<ApplyOptions, 'tools'>,
): Raster {
  return ops.reduce(
    (image, op, index) => op.applyToMask?.(image, drawn[index]?.numbers) ?? image,
    mask,
  );
}
