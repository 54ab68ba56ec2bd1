import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { composeMatrices, IDENTITY, quarterTurned } from '../kernels/grid-matrices.ts';
import type { PullMatrix } from '../kernels/pull-matrix.ts';
import { turnHalf, turnQuarter } from '../kernels/turn.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { requireSquare } from '../op-contract/require-square.ts';

const angle = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
type Angle = z.output<typeof angle>;

/**
 * Turns counter-clockwise by one of the given angles, each with the same probability; pixels keep their values. For
 * pictures taken from above. Only square images can be turned by 90 or 270 degrees.
 */
export const quarterTurn = defineOp({
  schema: z.strictObject({
    op: z.literal('quarter-turn'),
    degrees: z.array(angle).min(1).readonly().default([0, 90, 180, 270]),
  }),
  numbers: z.strictObject({ degrees: angle }),
  draw: ({ degrees }, rng) => ({ degrees: degrees[rng.integer(degrees.length)]! }),
  placement:
    () =>
    (size, { degrees }, file) => {
      check(size, degrees, file);
      return matrixOf(size, degrees);
    },
  setUp: () => ({
    apply: (source, { degrees }, { file }) => {
      check(source, degrees, file);
      return turn(source, degrees);
    },
    applyToMask: (mask, { degrees }) => turn(mask, degrees),
  }),
});

function check(size: ImageSize, degrees: Angle, file: string): void {
  if (degrees === 0 || degrees === 180) return;
  requireSquare(size, { file, op: `quarter-turn by ${degrees} degrees` });
}

function turn(source: Raster, degrees: Angle): Raster {
  if (degrees === 0) return source;
  if (degrees === 180) return turnHalf(source);
  const turned = turnQuarter(source);
  return degrees === 90 ? turned : turnHalf(turned);
}

function matrixOf({ height, width }: ImageSize, degrees: Angle): PullMatrix {
  const half = {
    ...IDENTITY,
    rowByRow: -1,
    rowOffset: height - 1,
    columnByColumn: -1,
    columnOffset: width - 1,
  };
  if (degrees === 0) return IDENTITY;
  if (degrees === 180) return half;
  const quarter = quarterTurned({ height, width });
  return degrees === 90 ? quarter : composeMatrices(quarter, half);
}
