import type { Giveaway } from '@sprout/core';
import type { TopLevelSpec } from 'vega-lite';
import { percentage } from '../text/format.ts';
import { rowAxis } from './row-axis.ts';
import { colours } from '../svg/theme.ts';

/** The fields of a giveaway that the plot shows. */
export type GiveawayBar = Pick<Giveaway, 'feature' | 'accuracy' | 'suspicious'>;

export interface GiveawaysOptions {
  /** The accuracy of guessing, 0 to 1. */
  readonly chance: number;
}

const WIDTH = 460;

/** The accuracy with which each feature alone predicts the class, and that of guessing. Suspicious features have another colour. */
export function giveaways(
  features: readonly GiveawayBar[],
  { chance }: GiveawaysOptions,
): TopLevelSpec {
  const sorted = features.toSorted((a, b) => b.accuracy - a.accuracy);
  const { param, y } = rowAxis(sorted.map(({ feature }) => feature));
  const rows = sorted.map(({ accuracy, suspicious }, row) => ({
    row,
    accuracy,
    fill: suspicious ? colours.wrong : colours.neutral,
  }));
  return {
    params: [param],
    width: WIDTH,
    height: { step: 24 },
    layer: [
      {
        data: { values: rows },
        mark: { type: 'bar', height: { band: 0.62 }, cornerRadiusEnd: 2 },
        encoding: { x: accuracyAxis(chance), y, color: fill },
      },
      {
        data: { values: rows },
        mark: { type: 'text', align: 'right', dx: 40 },
        encoding: {
          x: { value: 'width' },
          y,
          text: { field: 'accuracy', type: 'quantitative', format: '.0%' },
        },
      },
      {
        data: { values: [{ chance }] },
        mark: { type: 'rule', strokeDash: [4, 3], strokeWidth: 1.5, color: colours.ink },
        encoding: { x: { field: 'chance', type: 'quantitative' } },
      },
    ],
  };
}

const fill = { field: 'fill', type: 'nominal', scale: null } as const;

function accuracyAxis(chance: number) {
  return {
    field: 'accuracy',
    type: 'quantitative' as const,
    title: `accuracy from this feature alone (line: chance, ${percentage(chance)} %)`,
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 5 },
  };
}
