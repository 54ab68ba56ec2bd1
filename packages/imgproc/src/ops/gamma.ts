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

function gammaTable(power: number): Uint8Array {
  return valueTable((value) => (value * (1 / 255)) ** power * 255);
}
