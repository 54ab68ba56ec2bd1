import { type HealthReport, visibleText } from '@sprout/core';

const LIKENESS = {
  'same-file': 'the same file',
  'same-pixels': 'the same pixels',
  near: 'nearly equal',
};

/** All groups of equal and nearly equal pictures: a line for each image under a line for its group. */
export function duplicatesText({ duplicates }: Pick<HealthReport, 'duplicates'>): string {
  if (duplicates.length === 0) return 'no duplicates';
  const lines = duplicates.flatMap(({ kind, ids, classes, acrossSplit }) => {
    const facts = [
      LIKENESS[kind],
      ...(classes.length > 1 ? ['different classes'] : []),
      ...(acrossSplit ? ['both sides of the split'] : []),
    ];
    return [`  ${facts.join(', ')}`, ...ids.map((id) => `    ${visibleText(id)}`)];
  });
  return ['duplicates', ...lines].join('\n');
}
