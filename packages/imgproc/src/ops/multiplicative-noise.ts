import { z } from 'zod';
import { multiplyNoise } from '../kernels/multiply-noise.ts';
import { noiseState } from '../kernels/noise-stream.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

const factors = interval(0, 10);

export const multiplicativeNoise = defineOp({
  description:
    'Multiplies each value by a factor of its own, uniform in the interval, rounds and limits the product once. As `MultiplicativeNoise` of albumentations with `elementwise`, and `MultiplyElementwise` of imgaug.',
  schema: z.strictObject({
    op: z.literal('multiplicative-noise'),
    factor: factors.default([0.9, 1.1]).describe('The factor of each value.'),
    perChannel: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe(
        'The probability that each channel has factors of its own; otherwise all channels of a pixel have the same factor.',
      ),
  }),
  numbers: z.strictObject({ factor: factors, perChannel: z.boolean(), key: streamKey }),
  draw: ({ factor, perChannel }, rng) => ({
    factor,
    perChannel: rng.chance(perChannel),
    key: drawStreamKey(rng),
  }),
  setUp: () => ({
    apply: (source, { factor: [low, high], perChannel, key }) =>
      multiplyNoise(source, { low, high, perChannel, state: noiseState(streamOf(key)) }),
  }),
});
