import { z } from 'zod';
import { channelTables } from '../kernels/channel-tables.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

const shift = (channel: string) =>
  interval(-255, 255)
    .default([-20, 20])
    .describe(`The number that is added to the ${channel} channel, in values of 0 to 255.`);

export const channelShift = defineOp({
  description:
    'Adds a number to each channel, drawn uniformly for each and rounded towards zero; sums are limited to 0 to 255. As `RGBShift` of albumentations 2.0.8, bit for bit.',
  schema: z.strictObject({
    op: z.literal('channel-shift'),
    red: shift('red'),
    green: shift('green'),
    blue: shift('blue'),
  }),
  numbers: z.strictObject({ red: z.number(), green: z.number(), blue: z.number() }),
  draw: ({ red, green, blue }, rng) => ({
    red: rng.uniform(...red),
    green: rng.uniform(...green),
    blue: rng.uniform(...blue),
  }),
  setUp: () => ({
    table: ({ red, green, blue }) =>
      channelTables([red, green, blue], (value, added) => value + Math.trunc(added)),
  }),
});
