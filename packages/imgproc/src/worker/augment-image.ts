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

/** Draws the numbers of one image, unless it has them, and augments it. `source` is only read, and may be the result. */
export function augmentImage(
  source: Raster,
  { id, path, drawn }: TaskImage,
  { augmentation, seed, epoch, opencv }: AugmentImageOptions,
): Raster {
  const { ops, resolved } = augmentation;
  const numbers = drawn ?? drawForSample(resolved, { seed, epoch, id });
  return applyInTurn(source, { ops, drawn: numbers, tools: { file: path, opencv } });
}
