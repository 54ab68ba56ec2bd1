import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { principalComponents } from './principal-components.ts';

/** 200 points whose variance is 9 along (3, 4, 0) / 5, 1 along (0, 0, 1), and 0 across. */
function cloud() {
  const rng = rngAt(1, ['cloud']);
  const data = new Float64Array(600);
  for (let row = 0; row < 200; row++) {
    const [long, short] = [rng.normal(0, 3), rng.normal(0, 1)];
    data.set([0.6 * long, 0.8 * long, short], row * 3);
  }
  return { data, count: 200, size: 3 };
}

test('the axes with the largest variance come first', () => {
  const rows = cloud();
  const { data, size } = principalComponents(rows, { components: 2 });
  expect(size).toBe(2);
  const sign = Math.sign(data[0]! / (0.6 * rows.data[0]! + 0.8 * rows.data[1]!));
  for (let row = 0; row < 5; row++) {
    const along = 0.6 * rows.data[row * 3]! + 0.8 * rows.data[row * 3 + 1]!;
    expect(data[row * 2]! * sign).toBeCloseTo(along, 1); // the sample's axes are near those of the distribution
  }
});

test('there are no more components than columns, and one that does not vary is 0', () => {
  const { data, size } = principalComponents(cloud(), { components: 9 });
  expect(size).toBe(3);
  for (let row = 0; row < 200; row++) expect(data[row * 3 + 2]).toBeCloseTo(0, 6);
});

test('the same seed gives the same numbers', () => {
  const options = { components: 2, seed: 4 };
  expect(principalComponents(cloud(), options)).toEqual(principalComponents(cloud(), options));
});
