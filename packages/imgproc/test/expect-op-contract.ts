import type { OpSpec, Raster } from '@sprout/core';
import { expect } from 'vitest';
import type { Op } from '../src/op-contract/op.ts';
import { parseOps } from '../src/op-list/parse-ops.ts';
import { setUpOps } from './set-up-ops.ts';

const DRAWS = 20;

/**
 * Expects what holds for every op: the spec and the numbers survive JSON, the numbers fit their schema, the input is not
 * written to, and the size is the one that was announced.
 */
export function expectOpContract(op: Op, spec: OpSpec, source: Raster): void {
  const options = { kind: 'list', table: [op] };
  const checked = parseOps([spec], options);
  expect(parseOps(JSON.parse(JSON.stringify(checked)), options)).toEqual(checked);
  const { draw, size, apply } = setUpOps([spec], [op]);
  const before = Uint8Array.from(source.data);
  for (let seed = 0; seed < DRAWS; seed++) {
    const drawn = draw(seed);
    const copy = JSON.parse(JSON.stringify(drawn));
    expect(copy).toEqual(drawn);
    if (op.numbers !== undefined)
      expect(op.numbers.parse(copy[0].numbers)).toEqual(drawn[0]!.numbers);
    const result = apply(source, drawn);
    expect(apply(source, copy)).toEqual(result);
    expect(source.data).toEqual(before);
    expect({ height: result.height, width: result.width }).toEqual(
      size({ height: source.height, width: source.width }),
    );
    expect(result.data).toHaveLength(result.height * result.width * 3);
  }
}
