import { z } from 'zod';
import { saltAndPepper as strew } from '../kernels/salt-and-pepper.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

export const saltAndPepper = defineOp({
  description:
    'Makes some pixels white and some black. The share of these pixels, whose number is rounded down, and the share of white pixels among them are drawn uniformly. As `SaltAndPepper` of albumentations 2.0.8.',
  schema: z.strictObject({
    op: z.literal('salt-and-pepper'),
    share: interval(0, 1).default([0.01, 0.06]).describe('The share of pixels that are replaced.'),
    salt: interval(0, 1)
      .default([0.4, 0.6])
      .describe('The share of white pixels among the replaced ones.'),
  }),
  numbers: z.strictObject({ share: z.number(), salt: z.number(), key: streamKey }),
  draw: ({ share, salt }, rng) => ({
    share: rng.uniform(...share),
    salt: rng.uniform(...salt),
    key: drawStreamKey(rng),
  }),
  setUp: () => ({
    apply: (source, { key, ...numbers }) => strew(source, numbers, streamOf(key)),
  }),
});
