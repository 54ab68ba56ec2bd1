import type { Objective } from '@sprout/core';
import { expect, test } from 'vitest';
import { type Plane, planeSource } from '../../test/plane-source.ts';
import type { AscendOptions } from './ascend-options.ts';
import { ascendOctaves } from './ascend-octaves.ts';
import { ascend } from './ascend.ts';
import { bookAscent, modernAscent } from './presets.ts';

/** Rises with the brightness of the pixels at the left. */
const plane: Plane = {
  value: (image) => image[0]! + image[1]!,
  gradient: (image) => image.map((_, at) => (at < 2 ? 1 : 0)),
};
const sources = () => [planeSource(plane, [4, 4, 3]), planeSource(plane, [6, 6, 3])];
const objective: Objective = [{ layer: 'any', measure: 'mean-square' }];
const units = { mean: [100, 100, 100], deviation: [1, 1, 1] };
const book: AscendOptions = { ...bookAscent({ units, steps: 5 }), objective, seed: 1 };
const modern: AscendOptions = { ...modernAscent({ steps: 5 }), objective, seed: 1 };

test.each([
  ['pixels', book],
  ['a spectrum', { ...modern, transforms: [] }],
])('the larger size starts with the enlarged image, as %s', async (_, options) => {
  const [small, large] = sources() as [
    ReturnType<typeof planeSource>,
    ReturnType<typeof planeSource>,
  ];
  const steps: number[] = [];
  const made = await ascendOctaves([small, large], {
    ...options,
    count: 2,
    onStep: ({ step, steps: all }) => steps.push(step, all),
  });
  expect([small.asked.length, large.asked.length]).toEqual([2, 3]);
  expect(steps).toEqual([1, 5, 2, 5, 3, 5, 4, 5, 5, 5]);
  expect(made).toMatchObject({ end: 'done', steps: 5 });
  expect(made.pictures.map(({ height, width }) => [height, width])).toEqual([
    [6, 6],
    [6, 6],
  ]);
  const first = await ascend(planeSource(plane, [4, 4, 3]), { ...options, count: 2, steps: 2 });
  const [corner, enlarged] = [first.images.subarray(0, 3), large.asked[0]!.subarray(0, 3)];
  enlarged.forEach((pixel, at) => expect(pixel).toBeCloseTo(corner[at]!, 1));
});

test('one size is a plain ascent', async () => {
  const [one, other] = [planeSource(plane, [4, 4, 3]), planeSource(plane, [4, 4, 3])];
  expect(await ascendOctaves([one], modern)).toEqual(await ascend(other, modern));
});

test('ends at the size at which there is no gradient', async () => {
  const dead: Plane = { value: () => 0, gradient: (image) => image.map(() => 0) };
  const [small] = sources();
  const large = planeSource(dead, [6, 6, 3]);
  expect(await ascendOctaves([small!, large], book)).toMatchObject({
    end: 'no-gradient',
    steps: 2,
  });
});

test('needs a source, and a step for each', async () => {
  await expect(ascendOctaves([], book)).rejects.toThrow('octaves must be at least 1');
  await expect(ascendOctaves(sources(), { ...book, steps: 1 })).rejects.toThrow('received 2');
});
