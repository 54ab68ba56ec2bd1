import { drawShares, type Rng, rngAt } from '@sprout/core';
import type { Mix } from './mix-spec.ts';

/** The numbers that are drawn for one batch. */
export type DrawnMix =
  | {
      readonly way: 'mixUp';
      /** The weight of each image itself, 0 to 1. */
      readonly share: number;
    }
  | {
      readonly way: 'cutMix';
      /** The share of the pixels outside the box, 0 to 1, before the box is cut off at the borders of the image. */
      readonly share: number;
      /** The centre of the box, 0 to below 1, in units of the width and the height of the image. */
      readonly x: number;
      readonly y: number;
    };

export interface DrawMixOptions {
  /** The seed of the training. */
  readonly seed: number;
  /** From 0. */
  readonly epoch: number;
  /** The ids of the samples in the batch, in their order. */
  readonly ids: readonly string[];
}

/**
 * Draws how a batch is mixed. The numbers depend on the arguments alone. Each way has its own stream of random numbers, so the numbers of
 * MixUp are the same with and without CutMix.
 *
 * @returns `undefined` for a batch that is not mixed. A batch of one image is not mixed.
 */
export function drawMix(
  { mixUp, cutMix, probability }: Mix,
  { seed, epoch, ids }: DrawMixOptions,
): DrawnMix | undefined {
  const streamOf = (purpose: string): Rng => rngAt(seed, [purpose, epoch, ...ids]);
  const choice = streamOf('mix');
  if (ids.length < 2 || !choice.chance(probability)) return undefined;
  if (mixUp !== undefined && (cutMix === undefined || choice.chance(0.5)))
    return { way: 'mixUp', share: shareOf(streamOf('mix-up'), mixUp.alpha) };
  if (cutMix === undefined) return undefined;
  const rng = streamOf('cut-mix');
  const [x, y] = [rng.uniform(0, 1), rng.uniform(0, 1)];
  return { way: 'cutMix', share: shareOf(rng, cutMix.alpha), x, y };
}

/** Draws from the distribution Beta(alpha, alpha). */
function shareOf(rng: Rng, alpha: number): number {
  return drawShares(rng, 2, alpha)[0]!; // two numbers
}
