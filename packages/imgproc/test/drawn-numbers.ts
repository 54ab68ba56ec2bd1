import type { OpSpec } from '@sprout/core';
import { setUpOps } from './set-up-ops.ts';

/** What an op draws for many images, field by field. */
export function drawnNumbers(spec: OpSpec, count = 200): Readonly<Record<string, unknown>>[] {
  const { draw } = setUpOps([spec]);
  return Array.from(
    { length: count },
    (_, seed) => draw(seed)[0]?.numbers as Record<string, unknown>, // all ops draw objects
  );
}

/** The smallest and the largest number that an op draws for a field. */
export function drawnRange(spec: OpSpec, field: string): [number, number] {
  const numbers = drawnNumbers(spec).map((drawn) => Number(drawn[field]));
  return [Math.min(...numbers), Math.max(...numbers)];
}
