import { z } from 'zod';
import { castShadows, MOST_SHADOWS } from '../kernels/shadow.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { type Bounded, firstOutside, wrongCount } from '../op-contract/first-outside.ts';
import { interval } from '../op-contract/interval.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

const share = z.number().min(0).max(1);
const point = z.tuple([share, share]).readonly();

export const shadow = defineOp({
  description:
    'Darkens polygons whose corners lie anywhere in a region of the image and whose edges may cross. The model is that of `RandomShadow` of albumentations 2.0.8. Here pixels are inside if their centres are, overlapping shadows multiply, and values are rounded once.',
  schema: z.strictObject({
    op: z.literal('shadow'),
    count: wholeInterval(1, MOST_SHADOWS).default([1, 2]).describe('The number of shadows.'),
    corners: z.int().min(3).max(20).default(5).describe('The number of corners of each shadow.'),
    darkness: interval(0, 1)
      .default([0.4, 0.6])
      .describe('The share of light that is missing in a shadow.'),
    right: interval(0, 1)
      .default([0, 1])
      .describe('The places of the corners, as shares of the width from the left.'),
    down: interval(0, 1)
      .default([0.5, 1])
      .describe('The places of the corners, as shares of the height from the top.'),
  }),
  numbers: z.strictObject({
    shadows: z
      .array(z.strictObject({ points: z.array(point).readonly(), darkness: share }))
      .max(MOST_SHADOWS)
      .readonly(),
  }),
  draw: ({ count, corners, darkness, right, down }, rng) => ({
    shadows: Array.from({ length: drawWhole(rng, count) }, () => ({
      points: Array.from(
        { length: corners },
        () => [rng.uniform(...right), rng.uniform(...down)] as const,
      ),
      darkness: rng.uniform(...darkness),
    })),
  }),
  checkDrawn: ({ shadows }, _within, { count, corners, darkness, right, down }) => {
    const op = 'shadow';
    const wrong = wrongCount({ op, field: 'shadows' }, shadows.length, count);
    if (wrong !== undefined) return wrong;
    for (const [at, each] of shadows.entries()) {
      const field = `shadows.${at}`;
      const points = `${field}.points`;
      const fault =
        wrongCount({ op, field: points }, each.points.length, [corners, corners]) ??
        firstOutside(op, [
          [`${field}.darkness`, each.darkness, darkness],
          ...each.points.flatMap(([x, y], index): Bounded[] => [
            [`${points}.${index}.0`, x, right],
            [`${points}.${index}.1`, y, down],
          ]),
        ]);
      if (fault !== undefined) return fault;
    }
    return undefined;
  },
  setUp: () => ({ apply: (source, { shadows }) => castShadows(source, shadows) }),
});
