import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { umapLayout } from './umap-layout.ts';

/** Two groups of 20 points in 5 dimensions, far apart. */
function groups(): number[][] {
  const rng = rngAt(0, ['groups']);
  return Array.from({ length: 40 }, (_, at) =>
    Array.from({ length: 5 }, () => rng.normal(at < 20 ? 0 : 30, 1)),
  );
}

test('points of a group stay together, and the same seed gives the same map', async () => {
  const placed = await umapLayout(groups(), { neighbours: 8 });
  expect(await umapLayout(groups(), { neighbours: 8 })).toEqual(placed);
  expect(await umapLayout(groups(), { neighbours: 8, seed: 1 })).not.toEqual(placed);
  let same = 0;
  for (const [at, [x, y]] of placed.entries()) {
    const distances = placed.map(([a, b], other) =>
      other === at ? Infinity : Math.hypot(a - x, b - y),
    );
    const nearest = distances.indexOf(Math.min(...distances));
    if (nearest < 20 === at < 20) same++;
  }
  expect(same).toBe(40);
});

test('three points have no map', async () => {
  await expect(umapLayout(groups().slice(0, 3))).rejects.toThrow(/number of points/);
});
