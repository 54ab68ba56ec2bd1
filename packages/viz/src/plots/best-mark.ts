import { colours } from '../svg/theme.ts';
import { percentage } from '../text/format.ts';
import type { Layer } from './spec.ts';

/** The height above the plotted area that the label needs. */
export const BEST_LABEL_HEIGHT = 16;

export interface BestMarkOptions {
  readonly quantity: 'loss' | 'accuracy';
  /** The first and the last epoch of the axis. */
  readonly domain: readonly [number, number];
}

/**
 * Marks the best epoch: a dashed line, a point at its value, and a label above the plotted area, where it covers no curve. The label is
 * within the width of the plot if it is at most two thirds of it.
 */
export function bestMark(
  { epoch, value }: { readonly epoch: number; readonly value: number },
  { quantity, domain: [first, last] }: BestMarkOptions,
): Layer[] {
  const shown = quantity === 'accuracy' ? `${percentage(value)} %` : value.toFixed(3);
  const x = { field: 'epoch', type: 'quantitative' } as const;
  const y = { field: 'value', type: 'quantitative' } as const;
  const data = { values: [{ epoch, value, label: `best: epoch ${epoch}, ${shown}` }] };
  const place = (epoch - first) / (last - first);
  const align = place < 1 / 3 ? 'left' : place > 2 / 3 ? 'right' : 'center';
  return [
    { data, mark: { type: 'rule', strokeDash: [3, 3] }, encoding: { x } },
    {
      data,
      mark: {
        type: 'point',
        filled: true,
        size: 90,
        opacity: 1,
        color: colours.validation,
        stroke: colours.paper,
        strokeWidth: 2,
      },
      encoding: { x, y },
    },
    {
      data,
      mark: { type: 'text', align, baseline: 'bottom', color: colours.muted },
      encoding: { x, y: { value: -4 }, text: { field: 'label' } },
    },
  ];
}
