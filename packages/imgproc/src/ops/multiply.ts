import { z } from 'zod';
import { channelTables } from '../kernels/channel-tables.ts';
import { channelNumbers, drawChannelNumbers, perChannel } from '../op-contract/channel-numbers.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

const { fround } = Math;

export const multiply = defineOp({
  description:
    'Multiplies all values by a factor drawn uniformly, and rounds them towards zero. As `Multiply` of imgaug 0.4.0, bit for bit.',
  schema: z.strictObject({
    op: z.literal('multiply'),
    factor: interval(0, 255).default([0.8, 1.2]).describe('The factor of all values.'),
    perChannel,
  }),
  numbers: z.strictObject({ factors: channelNumbers }),
  draw: ({ factor, perChannel: probability }, rng) => ({
    factors: drawChannelNumbers(rng, probability, () => rng.uniform(...factor)),
  }),
  setUp: () => ({
    table: ({ factors }) =>
      channelTables(factors, (value, factor) => fround(value * fround(factor))),
  }),
});
