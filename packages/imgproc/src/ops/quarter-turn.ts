import { z } from 'zod';
import { quartersTurned } from '../kernels/grid-matrices.ts';
import { turnQuarters } from '../kernels/turn.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { requireSquare } from '../op-contract/require-square.ts';

const angle = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)], {
  error: 'must be 0, 90, 180 or 270',
});
type Angle = z.output<typeof angle>;

export const quarterTurn = defineOp({
  description:
    'Turns counter-clockwise by one of the given angles, each with the same probability; pixels keep their values. For images taken from above. Only square images can be turned by 90 or 270 degrees.',
  schema: z.strictObject({
    op: z.literal('quarter-turn'),
    degrees: z
      .array(angle)
      .min(1)
      .readonly()
      .default([0, 90, 180, 270])
      .describe('The angles to choose from, counter-clockwise, in degrees.'),
  }),
  numbers: z.strictObject({ degrees: angle }),
  draw: ({ degrees }, rng) => ({ degrees: degrees[rng.integer(degrees.length)]! }),
  placement:
    () =>
    (size, { degrees }, file) => {
      check(size, degrees, file);
      return quartersTurned(size, degrees / 90);
    },
  setUp: () => ({
    apply: (source, { degrees }, { file }) => {
      check(source, degrees, file);
      return turnQuarters(source, degrees / 90);
    },
    applyToMask: (mask, { degrees }) => turnQuarters(mask, degrees / 90),
  }),
});

function check(size: ImageSize, degrees: Angle, file: string): void {
  if (degrees === 0 || degrees === 180) return;
  requireSquare(size, { file, op: `quarter-turn by ${degrees} degrees` });
}
