import type { OpSpec, Raster } from '@sprout/core';
import { applyInTurn } from '../src/op-contract/apply-in-turn.ts';
import type { DrawnOp } from '../src/op-contract/drawn-op.ts';
import type { ImageSize } from '../src/op-contract/image-size.ts';
import type { Op } from '../src/op-contract/op.ts';
import { checkOps, resolvedOf } from '../src/op-list/checked-ops.ts';
import { drawOps } from '../src/op-list/draw-ops.ts';
import { readyOps } from '../src/op-list/ready-ops.ts';
import { sizeAfter } from '../src/op-list/size-after.ts';
import { OpenCv } from '../src/opencv/opencv.ts';
import { augmentationOps, recipeOps } from '../src/ops/index.ts';

/** The one OpenCV of a test file. Await its `ready` before an op that needs it. */
export const opencv = new OpenCv();

/** A list of ops as a thread sees it. */
export interface OpsUnderTest {
  readonly needsOpenCv: boolean;
  readonly draw: (seed: number) => DrawnOp[];
  readonly size: (input: ImageSize | undefined) => ImageSize | undefined;
  readonly apply: (source: Raster, drawn?: readonly DrawnOp[]) => Raster;
}

/** Checks specs and sets their ops up. */
export function setUpOps(
  specs: readonly object[],
  table: readonly Op[] = [...recipeOps, ...augmentationOps],
): OpsUnderTest {
  const resolved = resolvedOf(checkOps(specs, { kind: 'augmentation', table }));
  const ready = readyOps(resolved);
  return {
    needsOpenCv: ready.needsOpenCv,
    draw: (seed) => drawOps(resolved, { seed, path: ['test'] }),
    size: (input) => sizeAfter(resolved, input),
    apply: (source, drawn = []) =>
      applyInTurn(source, { ops: ready.ops, drawn, tools: { file: 'a.png', opencv } }),
  };
}

/** Applies one op, with the given numbers if it draws any. */
export function applyOp(spec: OpSpec, source: Raster, numbers?: object): Raster {
  return setUpOps([spec]).apply(source, [{ op: spec.op, numbers }]);
}
