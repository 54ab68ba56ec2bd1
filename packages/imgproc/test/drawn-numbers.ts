import type { OpSpec } from '@sprout/core';
import { setUpOps } from './set-up-ops.ts';

/** The numbers of one op for `count` seeds. The caller knows their form. */
export function drawnNumbers<Numbers = Readonly<Record<string, unknown>>>(
  spec: OpSpec,
  count = 200,
): Numbers[] {
  const { draw } = setUpOps([spec]);
  return Array.from({ length: count }, (_, seed) => draw(seed)[0]?.numbers as Numbers); // as the op draws them
}

/** The smallest and the largest of some numbers. */
export function extremes(numbers: readonly number[]): { least: number; most: number } {
  return { least: Math.min(...numbers), most: Math.max(...numbers) };
}

/** The smallest and the largest number that an op draws for a field. */
export function drawnRange(spec: OpSpec, field: string): [number, number] {
  const { least, most } = extremes(drawnNumbers(spec).map((drawn) => Number(drawn[field])));
  return [least, most];
}
