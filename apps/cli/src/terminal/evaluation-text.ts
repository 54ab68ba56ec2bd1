import { visibleText } from '@sprout/core';
import type { EvaluationRecord } from '@sprout/runs';

/** An evaluation as text: a headline, a table of classes and the five largest losses. */
export function evaluationText({
  samples,
  accuracy,
  loss,
  classes,
  topLosses,
}: EvaluationRecord): string {
  const width = Math.max(...classes.map(({ name }) => name.length), 5);
  const rows = classes.map(({ name, precision, recall, f1, support }) =>
    [
      visibleText(name).padEnd(width),
      ...[precision, recall, f1].map((share) => share.toFixed(3).padStart(9)),
      String(support).padStart(8),
    ].join(' '),
  );
  const worst = topLosses
    .slice(0, 5)
    .map(
      ({ path, label, predicted, loss: own }) =>
        `  ${own.toFixed(2)}  ${visibleText(`${path}: ${label}, taken for ${predicted}`)}`,
    );
  return [
    `${(accuracy * 100).toFixed(1)} % of ${samples} images right, loss ${loss.toFixed(4)}`,
    '',
    `${'class'.padEnd(width)} precision    recall        f1  support`,
    ...rows,
    '',
    'largest losses',
    ...worst,
  ].join('\n');
}
