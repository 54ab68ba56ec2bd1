import { drawShares, type Rng, rngAt } from '@sprout/core';
import type { Mix } from './mix-spec.ts';

/** The numbers that are drawn for one batch. `share` is the share of each image itself, 0 to 1. */
export type DrawnMix =
  | { readonly way: 'mixUp'; readonly share: number }
  | {
      readonly way: 'cutMix';
      /** Before the box is cut off at the borders of the image. */
      readonly share: number;
      /** The centre of the box, from 0 to below 1: shares of width and height. */
      readonly x: number;
      readonly y: number;
    };

export interface DrawMixOptions {
  /** Whole numbers that, with the ids, address the random numbers. */
  readonly seed: number;
  readonly epoch: number;
  /** Of the samples of the batch, in their order. */
  readonly ids: readonly string[];
}

/**
 * Draws how a batch is mixed; `undefined` for one that stays as it is. The numbers depend on the arguments alone, and each way has a
 * stream of its own: a second way leaves the numbers of the first one alone. A batch of one image stays as it is.
 */
export function drawMix(
  { mixUp, cutMix, probability }: Mix,
  { seed, epoch, ids }: DrawMixOptions,
): DrawnMix | undefined {
  const streamOf = (purpose: string): Rng => rngAt(seed, [purpose, epoch, ...ids]);
  const choice = streamOf('mix');
  if (ids.length < 2 || !choice.chance(probability)) return undefined;
  if (cutMix === undefined || (mixUp !== undefined && choice.chance(0.5))) {
    const [share = 1] = drawShares(streamOf('mix-up'), 2, mixUp?.alpha ?? 1);
    return { way: 'mixUp', share };
  }
  const rng = streamOf('cut-mix');
  const [x, y] = [rng.uniform(0, 1), rng.uniform(0, 1)];
  const [share = 1] = drawShares(rng, 2, cutMix.alpha);
  return { way: 'cutMix', share, x, y };
}
