import type { EpochMetrics } from '@sprout/core';
import { colours } from '../svg/theme.ts';
import type { Layer } from './spec.ts';

export interface StageMarksOptions {
  /** Whether the lines have labels. */
  readonly labelled: boolean;
}

/** A line between two epochs where a stage of the training begins; none without stages. */
export function stageMarks(
  metrics: readonly EpochMetrics[],
  { labelled }: StageMarksOptions,
): Layer[] {
  const values = metrics.flatMap(({ epoch, stage }, at) => {
    const before = metrics[at - 1];
    const begins = before !== undefined && stage !== undefined && stage !== before.stage;
    return begins ? [{ epoch: epoch - 0.5, label: `stage ${stage}` }] : [];
  });
  if (values.length === 0) return [];
  const x = { field: 'epoch', type: 'quantitative' } as const;
  const rule: Layer = {
    data: { values },
    mark: { type: 'rule', color: colours.muted, opacity: 0.5 },
    encoding: { x },
  };
  if (!labelled) return [rule];
  const text: Layer = {
    data: { values },
    mark: { type: 'text', align: 'left', baseline: 'top', dx: 5, color: colours.muted },
    encoding: { x, y: { value: 2 }, text: { field: 'label' } },
  };
  return [rule, text];
}
