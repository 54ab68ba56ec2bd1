import { z } from 'zod';
import { addNoise } from '../kernels/add-noise.ts';
import { noiseState } from '../kernels/noise-stream.ts';
import { normalTable } from '../kernels/normal-noise.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

export const gaussianNoise = defineOp({
  description:
    'Adds a normal number to each value, rounds and limits the sum once. Mean and deviation are drawn uniformly for each image, in values of 0 to 255. The probability of each result is exact to `2 ** -32`; no other library draws the same numbers.',
  schema: z.strictObject({
    op: z.literal('gaussian-noise'),
    deviation: interval(0, 255)
      .default([0, 12.75])
      .describe('The standard deviation of the noise, in values of 0 to 255.'),
    mean: interval(-255, 255)
      .default([0, 0])
      .describe('The mean of the noise, in values of 0 to 255.'),
    perChannel: z
      .number()
      .min(0)
      .max(1)
      .default(1)
      .describe(
        'The probability that each channel has noise of its own; otherwise all channels of a pixel have the same noise.',
      ),
  }),
  numbers: z.strictObject({
    deviation: z.number(),
    mean: z.number(),
    perChannel: z.boolean(),
    key: streamKey,
  }),
  draw: ({ deviation, mean, perChannel }, rng) => ({
    deviation: rng.uniform(...deviation),
    mean: rng.uniform(...mean),
    perChannel: rng.chance(perChannel),
    key: drawStreamKey(rng),
  }),
  setUp: () => ({
    apply: (source, { deviation, mean, perChannel, key }) => {
      const state = noiseState(streamOf(key));
      return addNoise(source, normalTable(mean, deviation), { state, perChannel });
    },
  }),
});
