import type { Raster } from '@sprout/core';
import { type ApplyOptions, applyInTurn, applyToMaskInTurn, tableInTurn } from './apply-in-turn.ts';
import type { DrawnOp } from './drawn-op.ts';
import type { PreparedOp } from './op.ts';

/** The ops of a list that are applied to one image. */
export interface Chosen {
  /** Positions in the list, in the order in which the ops are applied. */
  readonly positions: readonly number[];
  /** The numbers of each of them, in the same order. */
  readonly drawn: readonly DrawnOp[];
}

/**
 * An op that applies some ops of its list, in some order.
 *
 * @param chosen The ops that are applied where these numbers were drawn.
 */
export function applyChosen<Numbers>(
  list: readonly PreparedOp[],
  chosen: (numbers: Numbers) => Chosen,
): PreparedOp<Numbers> {
  const optionsOf = (numbers: Numbers): Omit<ApplyOptions, 'tools'> => {
    const { positions, drawn } = chosen(numbers);
    return { ops: positions.map((at) => opAt(list, at)), drawn };
  };
  return {
    apply: (source: Raster, numbers, tools) =>
      applyInTurn(source, { ...optionsOf(numbers), tools }),
    table: (numbers) => tableInTurn(optionsOf(numbers)),
    applyToMask: (mask: Raster, numbers) => applyToMaskInTurn(mask, optionsOf(numbers)),
  };
}

function opAt(list: readonly PreparedOp[], position: number): PreparedOp {
  const op = list[position];
  if (op !== undefined) return op;
  throw new RangeError(`op ${position} was drawn from a list of ${list.length}`);
}
