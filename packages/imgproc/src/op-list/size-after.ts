import type { ImageSize } from '../op-contract/image-size.ts';
import { listWithin, type ResolvedOp } from './resolve-ops.ts';

/** The size of an image after a list of ops. `undefined` stands for an unknown size. */
export function sizeAfter(
  ops: readonly ResolvedOp[],
  input: ImageSize | undefined,
): ImageSize | undefined {
  return ops.reduce((size, each) => sizeAfterOne(each, size), input);
}

function sizeAfterOne(resolved: ResolvedOp, input: ImageSize | undefined): ImageSize | undefined {
  return resolved.op.size(input, resolved.spec, (field) =>
    listWithin(resolved, field, (inner) => (size) => sizeAfterOne(inner, size)),
  );
}
