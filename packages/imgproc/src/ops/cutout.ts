import { z } from 'zod';
import { fillBoxes } from '../kernels/fill-boxes.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawColour, fill } from '../op-contract/fill.ts';
import { interval } from '../op-contract/interval.ts';
import { drawPlace, place } from '../op-contract/place.ts';

/** @see DeVries and Taylor 2017, "Improved Regularization of Convolutional Neural Networks with Cutout". */
export const cutout = defineOp({
  description:
    'Covers a square with a colour. Its centre is drawn uniformly from all places of the image, so that the square may reach beyond the edges. The side is a share of the shorter side of the image. Masks stay as they are.',
  schema: z.strictObject({
    op: z.literal('cutout'),
    size: interval(0, 1)
      .default([0.2, 0.4])
      .describe('The side of the square, as a share of the shorter side of the image.'),
    colour: fill
      .default([128, 128, 128])
      .describe(
        'The colour of the square: red, green and blue, or `random` for a colour drawn for each image.',
      ),
  }),
  numbers: z.strictObject({
    size: z.number(),
    /** Of the centre. */
    ...place,
    colour,
  }),
  draw: ({ size, colour: spec }, rng) => ({
    size: rng.uniform(...size),
    ...drawPlace(rng),
    colour: drawColour(spec, rng),
  }),
  setUp: () => ({
    apply: (source, { size, down, right, colour: value }) => {
      const side = Math.round(size * Math.min(source.height, source.width));
      const top = Math.floor(down * source.height) - (side >> 1);
      const left = Math.floor(right * source.width) - (side >> 1);
      return fillBoxes(source, [{ top, left, height: side, width: side, colour: value }]);
    },
  }),
});
