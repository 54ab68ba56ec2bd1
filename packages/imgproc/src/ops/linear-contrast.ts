import { z } from 'zod';
import { channelTables } from '../kernels/channel-tables.ts';
import { channelNumbers, drawChannelNumbers, perChannel } from '../op-contract/channel-numbers.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

const { fround } = Math;
const CENTRE = 127;

export const linearContrast = defineOp({
  description:
    'Multiplies the distance of each value from 127 by a factor drawn uniformly. The values are rounded towards zero, in single precision. As `LinearContrast` of imgaug 0.4.0, which was `ContrastNormalization`, bit for bit.',
  schema: z.strictObject({
    op: z.literal('linear-contrast'),
    factor: interval(-100, 100)
      .default([0.6, 1.4])
      .describe('The factor of the distance from 127: 1 changes nothing, 0 gives grey.'),
    perChannel,
  }),
  numbers: z.strictObject({ factors: channelNumbers }),
  draw: ({ factor, perChannel: probability }, rng) => ({
    factors: drawChannelNumbers(rng, probability, () => rng.uniform(...factor)),
  }),
  setUp: () => ({ table: ({ factors }) => channelTables(factors, contrasted) }),
});

function contrasted(value: number, factor: number): number {
  return fround(CENTRE + fround(fround(factor) * (value - CENTRE)));
}
