import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawPlacement } from './placement.ts';
import type { Transform } from './transform.ts';

const draw = (transforms: readonly Transform[], at = 0) =>
  drawPlacement(transforms, rngAt(1, ['test', at]));

test('no transforms leave each pixel where it is', () => {
  expect(draw([])).toEqual({ matrix: [1, 0, 0, 1], offset: [0, 0], outside: undefined });
});

test('jitter moves by whole pixels of its range, all of which occur', () => {
  const offsets = Array.from(
    { length: 60 },
    (_, at) => draw([{ kind: 'jitter', pixels: 4 }], at).offset,
  );
  expect(new Set(offsets.map(([down]) => down))).toEqual(new Set([-2, -1, 0, 1, 2]));
  expect(new Set(offsets.map(([, right]) => right))).toEqual(new Set([-2, -1, 0, 1, 2]));
});

test('an image that is twice as large is sampled at half the distance', () => {
  expect(draw([{ kind: 'scale', factors: [2] }]).matrix).toEqual([0.5, 0, 0, 0.5]);
});

test('the offset of a later jitter is scaled and turned too', () => {
  const pixels = 8;
  const { offset: plain } = draw([{ kind: 'jitter', pixels }]);
  const turned = drawPlacement(
    [
      { kind: 'scale', factors: [2] },
      { kind: 'rotate', degrees: [90] },
      { kind: 'jitter', pixels },
    ],
    { ...rngAt(1, ['test', 0]), integer: skipOnes(rngAt(1, ['test', 0])) },
  ).offset;
  expect(turned[0]).toBeCloseTo(-plain[1] / 2, 12);
  expect(turned[1]).toBeCloseTo(plain[0] / 2, 12);
});

/** Draws no number for a choice from one value, so that the jitter gets the same numbers as alone. */
function skipOnes({ integer }: { integer: (count: number) => number }): (count: number) => number {
  return (count) => (count === 1 ? 0 : integer(count));
}

test('pad sets the grey outside', () => {
  expect(draw([{ kind: 'pad' }]).outside).toBe(127.5);
  expect(draw([{ kind: 'pad', value: 0 }]).outside).toBe(0);
});
