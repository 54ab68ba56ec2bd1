import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { lattice } from './lattice.ts';
import { betweenInWasm, latticeSumsInWasm } from './lattice-sums-in-wasm.ts';
import { between, latticeSums } from './smooth-field.ts';

test.each([
  [1, 1, 1, 1],
  [5, 9, 1, 3],
  [23, 31, 2, 17],
  [40, 25, 3, 71],
])('a field of %i x %i, steps of %i, %i weights: the sums of the scalar code', (...sides) => {
  const [height, width, step, taps] = sides;
  const rng = rngAt(1, ['lattice sums']);
  const weights = Float64Array.from({ length: taps }, () => rng.uniform(0, 1));
  const options = { rows: lattice(height, step), columns: lattice(width, step), weights };
  const whole = Int8Array.from({ length: height * width }, () => rng.integer(256));
  for (const values of [whole, Float32Array.from(whole, (value) => value / 3)]) {
    const field = { height, width, values };
    const sums = latticeSumsInWasm(field, options);
    expect(sums).toEqual(latticeSums(field, options));
  }
});

test.each([
  [40, 25, 3],
  [9, 40, 7],
  [1, 1, 2],
])('%i x %i, steps of %i: between the points are the numbers of the scalar code', (...sides) => {
  const [height, width, step] = sides;
  const [rows, columns] = [lattice(height, step), lattice(width, step)];
  const rng = rngAt(1, ['between']);
  const sums = Float32Array.from({ length: rows.count * columns.count }, () => rng.uniform(-1, 1));
  expect(betweenInWasm(sums, rows, columns)).toEqual(between(sums, rows, columns));
});
