import type { Raster } from '@sprout/core';
import { z } from 'zod';
import {
  columnsMirrored,
  composeMatrices,
  IDENTITY,
  quartersTurned,
  rowsMirrored,
  TRANSPOSED,
} from '../kernels/grid-matrices.ts';
import { mirrorColumns, mirrorRows } from '../kernels/mirror.ts';
import type { PullMatrix } from '../kernels/pull-matrix.ts';
import { transpose, turnQuarters } from '../kernels/turn.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { requireSquare } from '../op-contract/require-square.ts';

const member = z.enum(['e', 'r90', 'r180', 'r270', 'v', 'hvt', 'h', 't']);
type Member = z.output<typeof member>;

export const d4 = defineOp({
  description:
    'Turns or mirrors a square image in one of the eight ways that a square allows (the dihedral group D4), each with the same probability; pixels keep their values. For images taken from above. The names are those of `D4` of albumentations 2.0.8: `r90` is counter-clockwise, `h` swaps left and right, `v` top and bottom, `t` transposes, and `hvt` transposes along the other diagonal.',
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
  r90: (source) => turnQuarters(source, 1),
  r180: (source) => turnQuarters(source, 2),
  r270: (source) => turnQuarters(source, 3),
  v: mirrorRows,
  hvt: (source) => turnQuarters(transpose(source), 2),
  h: mirrorColumns,
  t: transpose,
};

const matrices: Readonly<Record<Member, (size: ImageSize) => PullMatrix>> = {
  e: () => IDENTITY,
  r90: (size) => quartersTurned(size, 1),
  r180: (size) => quartersTurned(size, 2),
  r270: (size) => quartersTurned(size, 3),
  v: rowsMirrored,
  hvt: (size) => composeMatrices(TRANSPOSED, quartersTurned(size, 2)),
  h: columnsMirrored,
  t: () => TRANSPOSED,
};

function check(size: ImageSize, file: string): void {
  requireSquare(size, { file, op: 'd4' });
}
