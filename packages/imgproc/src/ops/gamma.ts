import { z } from 'zod';
import { valueTable } from '../kernels/value-table.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const gamma = defineOp({
  description:
    'Raises all values, as shares of 255, to a power drawn uniformly. As `RandomGamma` of albumentations 2.0.8, bit for bit.',
  schema: z.strictObject({
    op: z.literal('gamma'),
    gamma: interval(0.01, 100)
      .default([0.8, 1.2])
      .describe('The exponent: below 1 images become brighter, above 1 darker.'),
  }),
  numbers: z.strictObject({ gamma: z.number() }),
  draw: ({ gamma: range }, rng) => ({ gamma: rng.uniform(...range) }),
  setUp: () => ({ table: ({ gamma: power }) => gammaTable(power) }),
});

/** The error of a value is much smaller. A value nearer to a whole number might be rounded to another one than the value of `**`. */
const LEAST_DISTANCE = 1e-6;
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, value) => Math.log(value * (1 / 255)));

/** 256 calls of `**` take half as long as the look-up. So powers are computed from logarithms, and by `**` only if they are nearly whole. */
function gammaTable(power: number): Uint8Array {
  return valueTable((value) => {
    const raised = Math.exp(LOGARITHMS[value]! * power) * 255;
    const isClear = Math.abs(raised - Math.round(raised)) > LEAST_DISTANCE;
    return isClear ? raised : (value * (1 / 255)) ** power * 255;
  });
}
