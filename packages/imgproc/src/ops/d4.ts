import type { Raster } from '@sprout/core';
import { z } from 'zod';
import {
  columnsMirrored,
  composeMatrices,
  IDENTITY,
  quarterTurned,
  rowsMirrored,
  TRANSPOSED,
} from '../kernels/grid-matrices.ts';
import { mirrorColumns, mirrorRows } from '../kernels/mirror.ts';
import type { PullMatrix } from '../kernels/pull-matrix.ts';
import { transpose, turnHalf, turnQuarter } from '../kernels/turn.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { requireSquare } from '../op-contract/require-square.ts';

const member = z.enum(['e', 'r90', 'r180', 'r270', 'v', 'hvt', 'h', 't']);
type Member = z.output<typeof member>;

/**
 * Turns or mirrors a square image in one of the eight ways that a square allows (the dihedral group D4), each with the same probability; pixels keep
 * their values. For pictures taken from above. The names are those of `D4` of albumentations 2.0.8: `r90` is counter-clockwise, `h` swaps left and
 * right, `v` top and bottom, `t` transposes, and `hvt` transposes along the other diagonal.
 */
export const d4 = defineOp({
  schema: z.strictObject({ op: z.literal('d4') }),
  numbers: z.strictObject({ member }),
  draw: (_spec, rng) => ({ member: member.options[rng.integer(member.options.length)]! }),
  placement:
    () =>
    (size, { member: name }, file) => {
      check(size, file);
      return matrices[name](size);
    },
  setUp: () => ({
    apply: (source, { member: name }, { file }) => {
      check(source, file);
      return moves[name](source);
    },
    applyToMask: (mask, { member: name }) => moves[name](mask),
  }),
});

const moves: Readonly<Record<Member, (source: Raster) => Raster>> = {
  e: (source) => source,
  r90: turnQuarter,
  r180: turnHalf,
  r270: (source) => turnHalf(turnQuarter(source)),
  v: mirrorRows,
  hvt: (source) => turnHalf(transpose(source)),
  h: mirrorColumns,
  t: transpose,
};

const matrices: Readonly<Record<Member, (size: ImageSize) => PullMatrix>> = {
  e: () => IDENTITY,
  r90: quarterTurned,
  r180: (size) => composeMatrices(columnsMirrored(size), rowsMirrored(size)),
  r270: (size) => composeMatrices(quarterTurned(size), matrices.r180(size)),
  v: rowsMirrored,
  hvt: (size) => composeMatrices(TRANSPOSED, matrices.r180(size)),
  h: columnsMirrored,
  t: () => TRANSPOSED,
};

function check(size: ImageSize, file: string): void {
  requireSquare(size, { file, op: 'd4' });
}
