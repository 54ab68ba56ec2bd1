import type { TopLevelSpec } from 'vega-lite';
import { colours } from '../svg/theme.ts';

/** A step of a sweep of the learning rate. */
export interface SweepPoint {
  readonly rate: number;
  readonly loss: number;
  readonly smoothed: number;
}

export interface RateSweepOptions {
  /** The rate that is suggested, and that of the training. */
  readonly suggestion: number;
  readonly used?: number | undefined;
}

/** The highest loss that is drawn, as a multiple of the first one: above it a training has diverged. */
const HIGHEST = 2;

/**
 * The loss at rising learning rates, on a logarithmic axis: the loss of each batch as a pale line, their moving average, a line at the
 * suggested rate, and a dashed line at the rate of the training. The labels of the two lines are above the plot, on opposite sides.
 */
export function rateSweep(
  steps: readonly SweepPoint[],
  { suggestion, used }: RateSweepOptions,
): TopLevelSpec {
  const limit = HIGHEST * (steps[0]?.smoothed ?? 1);
  const rates = steps.map(({ rate }) => rate);
  const domain: [number, number] = [rates[0] ?? 1e-6, rates.at(-1) ?? 1];
  const scale = { type: 'log' as const, domain, nice: false };
  const x = { field: 'rate', type: 'quantitative' as const, scale, title: 'learning rate' };
  const axis = { format: '.0e', grid: false, tickCount: 6 };
  const line = (field: 'loss' | 'smoothed', color: string, strokeWidth: number) => ({
    data: { values: steps.filter((step) => step[field] <= limit).map((step) => ({ ...step })) },
    mark: { type: 'line' as const, color, strokeWidth },
    encoding: {
      x: { ...x, axis },
      y: { field, type: 'quantitative' as const, title: 'loss', scale: { zero: false } },
    },
  });
  return {
    width: 460,
    height: 240,
    layer: [
      line('loss', colours.pale, 1),
      line('smoothed', colours.validation, 2.5),
      ...markedRates({ suggestion, used }).map((marked) => rule(marked, x)),
      ...markedRates({ suggestion, used }).map((marked) => label(marked, x)),
    ],
  };
}

/** A vertical line at a rate, and its label. */
interface MarkedRate {
  readonly rate: number;
  readonly text: string;
  /** Where the label ends at the line or begins at it. */
  readonly align: 'left' | 'right';
  readonly color: string;
  readonly dash: readonly number[];
}

function markedRates({ suggestion, used }: RateSweepOptions): MarkedRate[] {
  const isLower = used !== undefined && used < suggestion;
  const [own, other] = isLower ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const suggested = { rate: suggestion, text: 'suggested', color: colours.wrong, dash: [1, 0] };
  const taken = { text: 'used', color: colours.muted, dash: [4, 3] };
  return [
    { ...suggested, align: own },
    ...(used === undefined ? [] : [{ ...taken, rate: used, align: other }]),
  ];
}

const rule = <X>({ rate, color, dash }: MarkedRate, x: X) => ({
  data: { values: [{ rate }] },
  mark: { type: 'rule' as const, color, strokeWidth: 2, strokeDash: [...dash] },
  encoding: { x },
});

const label = <X>({ rate, text, align }: MarkedRate, x: X) => ({
  data: { values: [{ rate, text }] },
  mark: { type: 'text' as const, align, baseline: 'bottom' as const, color: colours.muted },
  encoding: { x, y: { value: -4 }, text: { field: 'text' } },
});
