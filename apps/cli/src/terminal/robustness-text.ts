import type { RobustnessRecord } from '@sprout/runs';
import { tableText } from './table-text.ts';

/** The accuracies on corrupted images as a table. */
export function robustnessText({ accuracy, mean, corruptions }: RobustnessRecord): string {
  const severities = corruptions[0]?.accuracies.map((_, at) => String(at + 1)) ?? [];
  const rows = corruptions.map((one) => [one.name, ...[one.mean, ...one.accuracies].map(share)]);
  return [
    `accuracy ${share(accuracy)} without a corruption, ${share(mean)} on average over all corruptions`,
    '',
    tableText([['corruption', 'mean', ...severities], ...rows]),
  ].join('\n');
}

function share(accuracy: number): string {
  return `${(accuracy * 100).toFixed(1)} %`;
}
