import type { EpochMetrics } from '@sprout/core';

/** A logarithmic axis of learning rates, between two powers of ten. */
export interface RateScale {
  readonly domain: readonly [number, number];
  /** The powers of ten in the domain. */
  readonly ticks: readonly number[];
  /** Whether rates are below the domain. */
  readonly isCut: boolean;
}

/** On a linear axis, the rate of one stage is flat if that of another is larger by more than this factor. */
const FLAT = 10;

/**
 * A logarithmic axis for the rates of a training whose stages have largest rates that differ by more than a factor of ten; `undefined` for
 * others, for which a linear axis is clear. The axis ends below the largest rate of each stage, by a factor of 10 to 100: the last
 * rates of a cosine schedule are smaller by many powers of ten.
 */
export function rateScale(
  metrics: readonly Pick<EpochMetrics, 'learningRate' | 'stage'>[],
): RateScale | undefined {
  const largest = new Map<number | undefined, number>();
  for (const { learningRate: rate, stage } of metrics)
    if (rate > 0 && Number.isFinite(rate))
      largest.set(stage, Math.max(rate, largest.get(stage) ?? 0));
  const [least = 0, ...others] = [...largest.values()].toSorted((a, b) => a - b);
  const most = others.at(-1) ?? least;
  if (most <= FLAT * least) return undefined;
  const from = Math.floor(Math.log10(least)) - 1;
  const to = Math.ceil(Math.log10(most));
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => Number(`1e${from + at}`));
  const bottom = ticks[0]!; // two powers at least
  const isCut = metrics.some(({ learningRate }) => learningRate < bottom);
  return { domain: [bottom, ticks.at(-1)!], ticks, isCut };
}
