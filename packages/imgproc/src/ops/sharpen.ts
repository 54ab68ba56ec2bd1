import { z } from 'zod';
import { filterAround } from '../kernels/filter-three.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

const { fround } = Math;

export const sharpen = defineOp({
  description:
    'Blends an image with its Laplacian, which shows edges. As `Sharpen` of albumentations 2.0.8 by its kernel, bit for bit.',
  schema: z.strictObject({
    op: z.literal('sharpen'),
    alpha: interval(0, 1)
      .default([0.2, 0.5])
      .describe('The share of the sharpened image in the result.'),
    lightness: interval(0, 100)
      .default([0.5, 1])
      .describe('The brightness of the sharpened image: 1 keeps that of the source.'),
  }),
  numbers: z.strictObject({ alpha: z.number(), lightness: z.number() }),
  draw: ({ alpha, lightness }, rng) => ({
    alpha: rng.uniform(...alpha),
    lightness: rng.uniform(...lightness),
  }),
  setUp: () => ({
    apply: (source, { alpha, lightness }) => {
      const around = fround(-alpha);
      const centre = fround(fround(1 - alpha) + fround(fround(alpha) * fround(8 + lightness)));
      const side = [around, around, around];
      return filterAround(source, [...side, around, centre, around, ...side]);
    },
  }),
});
