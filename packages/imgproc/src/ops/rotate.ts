import { z } from 'zod';
import { affine, type PullMatrix } from '../kernels/affine.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

const border = z.enum(['nearest', 'reflect', 'wrap', 'constant']);

/** Rotates about the centre, counter-clockwise, by an angle drawn uniformly; bilinear, as scipy.ndimage does it. */
export const rotate = defineOp({
  schema: z.strictObject({
    op: z.literal('rotate'),
    degrees: interval(-180, 180).default([-15, 15]),
    border: border.default('nearest'),
  }),
  numbers: z.strictObject({ degrees: z.number(), border }),
  draw: ({ degrees, border: outside }, rng) => ({
    degrees: rng.uniform(...degrees),
    border: outside,
  }),
  setUp: () => ({
    apply: (source, { degrees, border: outside }) =>
      affine(source, rotation(source, degrees), outside),
  }),
});

/** The inverse of a counter-clockwise rotation about the centre: it maps pixels of the result to points of the source. */
function rotation(
  { height, width }: { height: number; width: number },
  degrees: number,
): PullMatrix {
  const radians = (degrees * Math.PI) / 180;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const middleRow = (height - 1) / 2;
  const middleColumn = (width - 1) / 2;
  return {
    rowByRow: cosine,
    rowByColumn: sine,
    rowOffset: middleRow - (cosine * middleRow + sine * middleColumn),
    columnByRow: -sine,
    columnByColumn: cosine,
    columnOffset: middleColumn - (cosine * middleColumn - sine * middleRow),
  };
}
