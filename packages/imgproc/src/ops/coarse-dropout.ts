import { z } from 'zod';
import { fillBoxes, type FilledBox } from '../kernels/fill-boxes.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawColour, fill } from '../op-contract/fill.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { interval } from '../op-contract/interval.ts';
import { drawPlace, place, placed } from '../op-contract/place.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

const share = z.number().min(0).max(1);

const hole = z.strictObject({
  /** Shares of the height and of the width of the image. */
  height: share,
  width: share,
  ...place,
  colour,
});

export const coarseDropout = defineOp({
  description:
    'Covers boxes of an image with a colour. Their number, their sizes as shares of the image, and their places inside the image are drawn uniformly. As `CoarseDropout` of albumentations 2.0.8, bit for bit for given boxes. Masks stay as they are.',
  schema: z.strictObject({
    op: z.literal('coarse-dropout'),
    holes: wholeInterval(0, 1000).default([1, 2]).describe('The number of boxes.'),
    height: interval(0, 1)
      .default([0.1, 0.2])
      .describe('The height of a box, as a share of the height of the image.'),
    width: interval(0, 1)
      .default([0.1, 0.2])
      .describe('The width of a box, as a share of the width of the image.'),
    colour: fill
      .default([0, 0, 0])
      .describe(
        'The colour of the boxes: red, green and blue, or `random` for a colour drawn for each box.',
      ),
  }),
  numbers: z.strictObject({ holes: z.array(hole).readonly() }),
  draw: ({ holes, height, width, colour: spec }, rng) => {
    const drawn = () => ({
      height: rng.uniform(...height),
      width: rng.uniform(...width),
      ...drawPlace(rng),
      colour: drawColour(spec, rng),
    });
    return { holes: Array.from({ length: drawWhole(rng, holes) }, drawn) };
  },
  checkDrawn: ({ holes }, _within, { holes: [fewest, most] }) => {
    if (holes.length >= fewest && holes.length <= most) return undefined;
    const reason = `it has ${holes.length} boxes where the augmentation has ${fewest} to ${most}`;
    return { op: 'coarse-dropout', field: 'holes', reason };
  },
  setUp: () => ({
    apply: (source, { holes }) =>
      fillBoxes(
        source,
        holes.map((each) => boxOf(each, source)),
      ),
  }),
});

function boxOf(drawn: z.output<typeof hole>, image: ImageSize): FilledBox {
  const height = Math.floor(drawn.height * image.height);
  const width = Math.floor(drawn.width * image.width);
  return { ...placed(image, { height, width }, drawn), colour: drawn.colour };
}
