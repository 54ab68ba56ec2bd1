import { isDeepStrictEqual } from 'node:util';
import type { OpSpec, Raster } from '@sprout/core';
import type { Op } from '../src/op-contract/op.ts';
import { parseOps } from '../src/op-list/parse-ops.ts';
import { augmentationOps, recipeOps } from './all-ops.ts';
import { setUpOps } from './set-up-ops.ts';

const DRAWS = 20;

/**
 * The rules of the contract that an op breaks. The rules: spec and numbers survive JSON, the numbers fit their schema, the
 * input is not written to, the same numbers give the same pixels, and the size is that of `size`.
 */
export function contractViolations(op: Op, spec: OpSpec, source: Raster): string[] {
  const broken = new Set<string>();
  const hold = (rule: string, left: unknown, right: unknown): void => {
    if (!isDeepStrictEqual(left, right)) broken.add(rule);
  };
  const table = [op, ...augmentationOps, ...recipeOps]; // its lists may have any op
  const options = { kind: 'list', table };
  const checked = parseOps([spec], options);
  hold('the spec survives JSON', parseOps(copyOf(checked), options), checked);
  const { draw, size, apply } = setUpOps([spec], table);
  const before = Uint8Array.from(source.data);
  for (let seed = 0; seed < DRAWS; seed++) {
    const drawn = draw(seed);
    hold('the numbers survive JSON', copyOf(drawn), drawn);
    const [{ numbers } = { numbers: undefined }] = drawn;
    hold('the numbers fit their schema', op.numbers?.parse(numbers), numbers);
    const { height, width, channels, data } = apply(source, drawn);
    hold('the input is not written to', source.data, before);
    hold('the same numbers give the same pixels', apply(source, copyOf(drawn)).data, data);
    const announced = size({ height: source.height, width: source.width });
    hold('the size is the one announced', { height, width }, announced);
    hold('there are as many values as the size says', data.length, height * width * channels);
  }
  return [...broken];
}

function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
