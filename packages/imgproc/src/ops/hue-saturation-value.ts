import { z } from 'zod';
import { shiftHsv } from '../kernels/shift-hsv.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

/**
 * Adds to hue, saturation and value, each drawn uniformly. As `HueSaturationValue` of albumentations 2.0.8, with the HSV of OpenCV and its
 * rounding. Where OpenCV computes many pixels of a row at once it rounds down instead: there its values may be smaller by 1.
 */
export const hueSaturationValue = defineOp({
  schema: z.strictObject({
    op: z.literal('hue-saturation-value'),
    /** In steps of 2 degrees. */
    hue: interval(-180, 180).default([-20, 20]),
    saturation: interval(-255, 255).default([-30, 30]),
    value: interval(-255, 255).default([-20, 20]),
  }),
  numbers: z.strictObject({ hue: z.number(), saturation: z.number(), value: z.number() }),
  draw: ({ hue, saturation, value }, rng) => ({
    hue: rng.uniform(...hue),
    saturation: rng.uniform(...saturation),
    value: rng.uniform(...value),
  }),
  setUp: () => ({ apply: (source, shift) => shiftHsv(source, shift) }),
});
