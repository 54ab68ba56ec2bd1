import { shapeMismatch, type Raster } from '@sprout/core';
import { z } from 'zod';
import { turnHalf, turnQuarter } from '../kernels/turn.ts';
import { defineOp } from '../op-contract/define-op.ts';

const angle = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

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
  setUp: () => ({ apply: (source, { degrees }, { file }) => turn(source, degrees, file) }),
});

function turn(source: Raster, degrees: z.output<typeof angle>, file: string): Raster {
  if (degrees === 0) return source;
  if (degrees === 180) return turnHalf(source);
  requireSquare(source, file);
  const turned = turnQuarter(source);
  return degrees === 90 ? turned : turnHalf(turned);
}

function requireSquare({ height, width }: Raster, file: string): void {
  if (height === width) return;
  throw shapeMismatch(`${file}, turned by 90 or 270 degrees by the op quarter-turn,`, {
    expected: ['n', 'n', 3],
    received: [height, width, 3],
  });
}
