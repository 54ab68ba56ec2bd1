import { z } from 'zod';
import { shiftHsv } from '../kernels/shift-hsv.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const hueSaturationValue = defineOp({
  description:
    'Adds a number to each of hue, saturation and value; the numbers are drawn uniformly. As `HueSaturationValue` of albumentations 2.0.8, with the HSV of OpenCV and its rounding. Where OpenCV computes many pixels of a row at once it rounds down instead: there its values may be smaller by 1.',
  schema: z.strictObject({
    op: z.literal('hue-saturation-value'),
    hue: interval(-180, 180)
      .default([-20, 20])
      .describe('The number that is added to the hue, in steps of 2 degrees.'),
    saturation: interval(-255, 255)
      .default([-30, 30])
      .describe('The number that is added to the saturation, in values of 0 to 255.'),
    value: interval(-255, 255)
      .default([-20, 20])
      .describe(
        'The number that is added to the value (the largest channel), in values of 0 to 255.',
      ),
  }),
  numbers: z.strictObject({ hue: z.number(), saturation: z.number(), value: z.number() }),
  draw: ({ hue, saturation, value }, rng) => ({
    hue: rng.uniform(...hue),
    saturation: rng.uniform(...saturation),
    value: rng.uniform(...value),
  }),
  setUp: () => ({ apply: (source, shift) => shiftHsv(source, shift) }),
});
