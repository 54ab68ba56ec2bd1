import { z } from 'zod';
import { noiseState } from '../kernels/noise-stream.ts';
import { shotNoise, shotTables } from '../kernels/shot-noise.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

export const poissonNoise = defineOp({
  description:
    'Adds shot noise: the light of each value (to the power of 2.2) arrives in whole steps of `scale` of white, and their number has a Poisson distribution. As `ShotNoise` of albumentations 2.0.8, with exact probabilities. The scale is drawn uniformly.',
  schema: z.strictObject({
    op: z.literal('poisson-noise'),
    scale: interval(0.01, 1)
      .default([0.1, 0.3])
      .describe('The light of one photon, as a share of white. A larger scale gives more noise.'),
  }),
  numbers: z.strictObject({ scale: z.number(), key: streamKey }),
  draw: ({ scale }, rng) => ({ scale: rng.uniform(...scale), key: drawStreamKey(rng) }),
  setUp: () => ({
    apply: (source, { scale, key }) =>
      shotNoise(source, shotTables(scale), noiseState(streamOf(key))),
  }),
});
