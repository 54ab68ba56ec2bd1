import { z } from 'zod';
import { elasticPoints } from '../kernels/elastic-points.ts';
import { fillRandomWords } from '../kernels/random-words.ts';
import { border } from '../op-contract/border.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { interval } from '../op-contract/interval.ts';
import { remapped } from '../op-contract/remapped.ts';
import { drawStreamKey, streamKey, streamStateOf } from '../op-contract/stream-key.ts';

const numbers = z.strictObject({
  distance: z.number(),
  smoothness: z.number(),
  key: streamKey,
  border,
});

export const elastic = defineOp({
  description:
    'Moves each pixel by a displacement of its own, which is similar to those of its neighbours. As `ElasticTransform` of albumentations 2.0.8 with uniform noise, in shares of the shorter side: its `sigma` is `smoothness`, and its `alpha` is 6.14 times `sigma` times `distance`. Equal displacements give equal pixels. The displacements differ by up to three thousandths of the largest one. Near the edges they differ by more: albumentations repeats the outermost random numbers, which makes displacements several times as large there; here they are mirrored.',
  schema: z.strictObject({
    op: z.literal('elastic'),
    distance: interval(0, 0.2)
      .default([0.005, 0.02])
      .describe(
        'The root mean square of the displacements along one axis, as a share of the shorter side.',
      ),
    smoothness: interval(0.01, 1)
      .default([0.04, 0.08])
      .describe(
        'The standard deviation of the Gaussian that smooths the displacements, as a share of the shorter side.',
      ),
    border: border.default('nearest'),
  }),
  numbers,
  draw: ({ distance, smoothness, border: outside }, rng) => ({
    distance: rng.uniform(...distance),
    smoothness: rng.uniform(...smoothness),
    key: drawStreamKey(rng),
    border: outside,
  }),
  setUp: () =>
    remapped((size, { distance, smoothness, key }: z.output<typeof numbers>) => {
      const side = Math.min(size.height, size.width);
      const elasticity = { distance: distance * side, sigma: smoothness * side };
      return elasticPoints(size, noiseOf(size, key), elasticity);
    }),
});

function noiseOf(
  { height, width }: ImageSize,
  key: z.output<typeof streamKey>,
): { readonly right: Int8Array; readonly down: Int8Array } {
  const words = new Uint32Array(Math.ceil((height * width) / 2)); // four numbers each
  fillRandomWords(words, streamStateOf(key));
  const bytes = new Int8Array(words.buffer);
  const count = height * width;
  return { right: bytes.subarray(0, count), down: bytes.subarray(count, 2 * count) };
}
