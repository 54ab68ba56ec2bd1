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

/**
 * Rain: parallel light lines, blurred, over a darker image: the model of `RandomRain` of albumentations 2.0.8. There the number of drops
 * is height / 3, / 4, or 1 or 2 times the height; here it is drawn as a multiple of the height, and the slant in degrees.
 */
export const rain = defineOp({
  schema: z.strictObject({
    op: z.literal('rain'),
    /** The number of drops, as a multiple of the height: 1 is heavy rain. */
    amount: interval(0, 4).default([0.25, 1]),
    /** The angle of the drops from the vertical, in degrees; positive numbers lean to the right below. */
    slant: interval(-60, 60).default([-20, 20]),
    /** The height of a drop, as a share of the height of the image. */
    length: length.default(0.125),
    /** The brightness of a drop. */
    colour: value.default(200),
    /** The side of the window that blurs the drops: odd. 1 leaves them sharp. */
    blur: blur.default(7),
    /** What all values are multiplied by in the end. */
    brightness: brightness.default(0.7),
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
