import { z } from 'zod';
import { rain as fall } from '../kernels/rain.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { odd } from '../op-contract/whole-interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

const length = z.number().min(0.01).max(1);
const value = z.int().min(0).max(255);
const blur = odd(1, 31);
const brightness = z.number().min(0).max(2);

export const rain = defineOp({
  description:
    'Draws rain: parallel light lines, blurred, over a darker image. The model is that of `RandomRain` of albumentations 2.0.8. There the number of drops is height / 3, / 4, or 1 or 2 times the height; here it is drawn as a multiple of the height, and the slant in degrees.',
  schema: z.strictObject({
    op: z.literal('rain'),
    amount: interval(0, 4)
      .default([0.25, 1])
      .describe(
        'The number of drops, as a multiple of the height of the image in pixels: 1 is heavy rain.',
      ),
    slant: interval(-60, 60)
      .default([-20, 20])
      .describe(
        'The angle of the drops from the vertical, in degrees; with a positive angle the lower ends are to the right.',
      ),
    length: length
      .default(0.125)
      .describe('The height of a drop, as a share of the height of the image.'),
    colour: value.default(200).describe('The brightness of a drop: a value of 0 to 255.'),
    blur: blur
      .default(7)
      .describe(
        'The side of the window that blurs the drops, in pixels: odd. 1 leaves them sharp.',
      ),
    brightness: brightness
      .default(0.7)
      .describe('The factor of all values at the end: below 1 the image becomes darker.'),
  }),
  numbers: z.strictObject({
    amount: z.number(),
    slant: z.number(),
    length,
    colour: value,
    blur,
    brightness,
    key: streamKey,
  }),
  draw: ({ op: _op, amount, slant, ...drops }, rng) => ({
    ...drops,
    amount: rng.uniform(...amount),
    slant: rng.uniform(...slant),
    key: drawStreamKey(rng),
  }),
  setUp: () => ({
    apply: (source, { key, ...numbers }) => fall(source, numbers, streamOf(key)),
  }),
});
