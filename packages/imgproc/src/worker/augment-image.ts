import type { Raster } from '@sprout/core';
import { drawForSample } from '../augmentation/draw-for-sample.ts';
import { applyInTurn } from '../op-contract/apply-in-turn.ts';
import type { ReadyOps } from '../op-list/ready-ops.ts';
import type { OpenCv } from '../opencv/opencv.ts';
import type { TaskImage } from '../task/task.ts';

export interface AugmentImageOptions {
  readonly augmentation: ReadyOps;
  readonly seed: number;
  readonly epoch: number;
  readonly opencv: OpenCv;
}

/** Draws the numbers of one image and augments it. `source` is only read, and may be the result. */
export function augmentImage(
  source: Raster,
  { id, path }: TaskImage,
  { augmentation, seed, epoch, opencv }: AugmentImageOptions,
): Raster {
  const drawn = drawForSample(augmentation.resolved, { seed, epoch, id });
  return applyInTurn(source, { ops: augmentation.ops, drawn, tools: { file: path, opencv } });
}
