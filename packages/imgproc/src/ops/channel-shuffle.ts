import { z } from 'zod';
import { shuffleChannels } from '../kernels/shuffle-channels.ts';
import { defineOp } from '../op-contract/define-op.ts';

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

const channel = z.int().min(0).max(2);

export const channelShuffle = defineOp({
  description:
    'Puts the channels into one of the six orders, each with the same probability. As `ChannelShuffle` of albumentations 2.0.8, bit for bit.',
  schema: z.strictObject({ op: z.literal('channel-shuffle') }),
  numbers: z.strictObject({
    /** The channels of the source that become red, green and blue. */
    order: z.tuple([channel, channel, channel]).readonly(),
  }),
  draw: (_spec, rng) => ({ order: ORDERS[rng.integer(ORDERS.length)]! }),
  setUp: () => ({ apply: (source, { order }) => shuffleChannels(source, order) }),
});
