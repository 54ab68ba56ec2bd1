import { z } from 'zod';
import { affine } from '../kernels/affine.ts';
import { affineNearest } from '../kernels/affine-nearest.ts';
import { composeMatrices, IDENTITY } from '../kernels/grid-matrices.ts';
import type { PullMatrix } from '../kernels/pull-matrix.ts';
import { border } from '../op-contract/border.ts';
import { checkInTurn } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { type DrawnOp, drawnOps } from '../op-contract/drawn-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import type { PreparedOp } from '../op-contract/op.ts';
import { opList } from '../op-contract/op-list.ts';

export const fuse = defineOp({
  description:
    'Fuses ops that are affine maps of the pixel grid into one bilinear resampling: their matrices are multiplied. An image is blurred once instead of once for each op, and things that one op moves out of the image can be moved back by another. The borders of the ops in the list have no effect; that of `fuse` is used.',
  example: { op: 'fuse', ops: [{ op: 'rotate', degrees: [-45, 45] }, { op: 'flip-horizontal' }] },
  schema: z.strictObject({
    op: z.literal('fuse'),
    border: border.default('nearest'),
    ops: opList().describe('The ops, which must be affine maps that keep the size of the image.'),
  }),
  lists: ['ops'],
  refuses: (inner, spec) =>
    inner.isPlaced(spec)
      ? undefined
      : 'cannot be fused, because it is not an affine map that keeps the size of the image',
  numbers: z.strictObject({ border, drawn: drawnOps }),
  draw: ({ border: outside }, _rng, within) => ({
    border: outside,
    drawn: within('ops').map((draw) => draw()),
  }),
  checkDrawn: ({ drawn }, within) =>
    checkInTurn(within('ops'), drawn, { op: 'fuse', field: 'drawn' }),
  setUp: (_spec, within) => {
    const ops = within('ops');
    return {
      apply: (source, { border: outside, drawn }, { file }) =>
        affine(source, productOf(source, { ops, drawn, file }), outside),
      applyToMask: (mask, { border: outside, drawn }) =>
        affineNearest(mask, productOf(mask, { ops, drawn, file: 'a mask' }), outside),
    };
  },
});

interface Fused {
  readonly ops: readonly PreparedOp[];
  readonly drawn: readonly DrawnOp[];
  readonly file: string;
}

function productOf(size: ImageSize, { ops, drawn, file }: Fused): PullMatrix {
  return ops.reduce((product, op, index) => {
    const matrix = op.placement!(size, drawn[index]?.numbers, file); // ops without it are refused
    return composeMatrices(product, matrix);
  }, IDENTITY);
}
