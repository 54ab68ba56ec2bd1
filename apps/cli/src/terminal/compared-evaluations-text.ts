import type { CompareEvaluationsResult } from '@sprout/runs';
import { pairText } from './pair-text.ts';
import { tableText } from './table-text.ts';

const HEADER = ['model', 'accuracy', 'loss', 'images', 'seen in training'];

/** Evaluations side by side, each two of them on their common images, and the page about all of them. */
export function comparedEvaluationsText({
  evaluations,
  pairs,
  report,
}: CompareEvaluationsResult): string {
  return [
    tableText([HEADER, ...evaluations.map(row)]),
    ...pairs.map((pair) => pairText(pair, 'image')),
    report,
  ].join('\n');
}

function row(evaluation: CompareEvaluationsResult['evaluations'][number]): string[] {
  const { name, accuracy, f2, loss, samples, seen } = evaluation;
  return [
    name,
    f2 === undefined ? `${(100 * accuracy).toFixed(1)} %` : `${f2.toFixed(3)} F2`,
    loss.toFixed(3),
    String(samples),
    seen === undefined ? 'not known' : String(seen.training),
  ];
}
