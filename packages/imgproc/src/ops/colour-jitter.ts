import { permutation } from '@sprout/core';
import { z } from 'zod';
import { jitter } from '../kernels/jitter.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

const change = z.enum(['brightness', 'contrast', 'saturation', 'hue']);
const MOST = change.options.length;

export const colourJitter = defineOp({
  description:
    "Changes brightness, contrast, saturation and hue in a drawn order, by factors that are drawn uniformly. As `ColorJitter` of torchvision on Pillow's images, bit for bit.",
  schema: z.strictObject({
    op: z.literal('colour-jitter'),
    brightness: interval(0, 100)
      .default([0.8, 1.2])
      .describe('The factor of the brightness; 1 changes nothing.'),
    contrast: interval(0, 100)
      .default([0.8, 1.2])
      .describe('The factor of the contrast; 1 changes nothing, 0 gives grey.'),
    saturation: interval(0, 100)
      .default([0.8, 1.2])
      .describe('The factor of the saturation; 1 changes nothing, 0 gives grayscale.'),
    hue: interval(-0.5, 0.5)
      .default([-0.1, 0.1])
      .describe(
        'The shift of the hue, in turns of the colour circle: 0.5 gives the complementary colours.',
      ),
  }),
  numbers: z.strictObject({
    order: z
      .array(change)
      .readonly()
      .refine((order) => order.length === MOST && new Set(order).size === MOST, {
        message: 'must have each change once',
      }),
    brightness: z.number(),
    contrast: z.number(),
    saturation: z.number(),
    hue: z.number(),
  }),
  draw: ({ brightness, contrast, saturation, hue }, rng) => ({
    order: Array.from(permutation(change.options.length, rng), (at) => change.options[at]!), // one of them
    brightness: rng.uniform(...brightness),
    contrast: rng.uniform(...contrast),
    saturation: rng.uniform(...saturation),
    hue: rng.uniform(...hue),
  }),
  setUp: () => ({ apply: (source, numbers) => jitter(source, numbers) }),
});
