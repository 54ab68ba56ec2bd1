import type { DatasetSection, Thumbnail } from '@sprout/viz';
import type { ReadRun } from '../run/read-run.ts';

/** The section of a report about the data set of a run. */
export function datasetSection(
  { record, resolved, split }: ReadRun,
  examples: readonly Thumbnail[],
): DatasetSection {
  const counts = new Map(
    record.classes.map((name) => [name, { name, training: 0, validation: 0 }]),
  );
  for (const { className, subset } of split) {
    const count = counts.get(className);
    if (count !== undefined) count[subset === 'training' ? 'training' : 'validation']++;
  }
  return {
    folder: resolved.data.folder,
    classes: [...counts.values()],
    split:
      record.split?.by === 'folders' ? 'by the folders of the data set' : splitInWords(resolved),
    ...(examples.length > 0 && { examples }),
  };
}

function splitInWords({ data, train }: ReadRun['resolved']): string {
  const { validation, validationBy, groupBy } = data;
  const share =
    'perClass' in validation
      ? `${validation.perClass} images of each class`
      : `${Number((validation.fraction * 100).toFixed(4))} % of each class`;
  const way =
    validationBy === 'hash'
      ? 'those whose hash of class/file is smallest'
      : `chosen at random (seed ${train.seed})`;
  const groups = groupBy === undefined ? '' : `, files that share ${groupBy} kept together`;
  return `${share} for validation, ${way}${groups}`;
}
