import { z } from 'zod';
import { addNoise } from '../kernels/add-noise.ts';
import { normalNumbers } from '../kernels/normal-numbers.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';
import { perChannel } from '../op-contract/channel-numbers.ts';

/**
 * Adds normal noise to all pixels. Its mean and deviation, in grey levels, are drawn uniformly for each image; each pixel has one
 * number for all channels, or one for each. The noise is rounded to whole numbers, half to even. As `AdditiveGaussianNoise` of
 * imgaug 0.4.0 with the same normal numbers, bit for bit.
 */
export const additiveGaussianNoise = defineOp({
  schema: z.strictObject({
    op: z.literal('additive-gaussian-noise'),
    mean: interval(-255, 255).default([0, 0]),
    deviation: interval(0, 255).default([0, 15]),
    perChannel,
  }),
  numbers: z.strictObject({
    mean: z.number(),
    deviation: z.number(),
    perChannel: z.boolean(),
    key: streamKey,
  }),
  draw: ({ mean, deviation, perChannel: probability }, rng) => ({
    perChannel: rng.chance(probability),
    mean: rng.uniform(...mean),
    deviation: rng.uniform(...deviation),
    key: drawStreamKey(rng),
  }),
  setUp: () => ({
    apply: (source, { key, ...numbers }) => {
      const rng = streamOf(key);
      const state = [rng.uint32(), rng.uint32(), rng.uint32(), rng.uint32()] as const;
      const count = source.height * source.width * (numbers.perChannel ? source.channels : 1);
      return addNoise(source, { normals: normalNumbers(count, state), ...numbers });
    },
  }),
});
