import type { ImageSize } from '../op-contract/image-size.ts';
import type { PreparedOp } from '../op-contract/op.ts';
import { listWithin, type ResolvedOp } from './resolve-ops.ts';

/** A list of ops set up on a thread, for many images. */
export interface ReadyOps {
  /** The ops to draw numbers for. */
  readonly resolved: readonly ResolvedOp[];
  /** The same ops, to be applied. */
  readonly ops: readonly PreparedOp[];
  /** The number of first ops that may be applied in the memory of the decoder. */
  readonly atOnce: number;
  /** Whether one of the ops, or an op in its lists, needs OpenCV. */
  readonly needsOpenCv: boolean;
  /** The `reduceTo` with which files are decoded for these ops. */
  readonly reduceTo: ImageSize | undefined;
}

/** Sets a list of ops up. */
export function readyOps(resolved: readonly ResolvedOp[]): ReadyOps {
  const ops = resolved.map(setUp);
  const needsOpenCv = ops.some((op) => op.needsOpenCv);
  const later = ops.findIndex((op) => op.atOnce !== true);
  const atOnce = later === -1 ? ops.length : later;
  return { resolved, ops, atOnce, needsOpenCv, reduceTo: ops[0]?.reduceTo };
}

function setUp(resolved: ResolvedOp): PreparedOp & { readonly needsOpenCv: boolean } {
  const { op, spec, lists } = resolved;
  const inner = new Map(
    Array.from(lists.values())
      .flat()
      .map((each) => [each, setUp(each)]),
  );
  const prepared = op.setUp(
    spec,
    (field) => listWithin(resolved, field, (each) => inner.get(each)!), // it has the ops of every list
  );
  const innerNeeds = Array.from(inner.values()).some(({ needsOpenCv }) => needsOpenCv);
  return {
    reduceTo: prepared.reduceTo,
    atOnce: prepared.atOnce === true,
    needsOpenCv: innerNeeds || prepared.needsOpenCv === true,
    apply: (source, numbers, tools) => prepared.apply(source, numbers, tools),
    table: (numbers) => prepared.table?.(numbers),
    applyToMask: (mask, numbers) => prepared.applyToMask?.(mask, numbers) ?? mask,
    ...(prepared.placement !== undefined && { placement: placementOf(prepared) }),
  };
}

function placementOf(prepared: PreparedOp): NonNullable<PreparedOp['placement']> {
  return (size, numbers, file) => prepared.placement!(size, numbers, file); // the caller has checked that it exists
}
