import { countOf } from '@sprout/core';
import type { DatasetSection, ExamplePicture } from '@sprout/viz';
import type { ReadRun } from '../run/read-run.ts';

/** The section of a report about the data set of a run. */
export function datasetSection(
  { record, resolved, split, health }: ReadRun,
  examples: readonly ExamplePicture[],
): DatasetSection {
  const counts = new Map(
    record.classes.map((name) => [name, { name, training: 0, validation: 0, duplicates: 0 }]),
  );
  const duplicates = new Set(health?.duplicates.flatMap(({ ids }) => ids));
  for (const { path, className, subset } of split) {
    const names = resolved.data.tags === undefined ? [className] : className.split(' ');
    for (const name of names) {
      const count = counts.get(name);
      if (count === undefined) continue;
      count[subset === 'training' ? 'training' : 'validation']++;
      if (duplicates.has(path)) count.duplicates++;
    }
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
  const { validation, validationBy, split, groupBy, tags } = data;
  if (split !== undefined) return `divided by ${split}`;
  const whole = tags === undefined ? 'of each class' : 'of all images';
  const share =
    'perClass' in validation
      ? `${countOf(validation.perClass, 'image')} ${tags === undefined ? 'of each class' : 'in all'}`
      : `${Number((validation.fraction * 100).toFixed(4))} % ${whole}`;
  const way =
    validationBy === 'hash'
      ? 'those whose hash of class/file is smallest'
      : `chosen at random (seed ${train.seed})`;
  const groups = groupBy === undefined ? '' : `, files that share ${groupBy} kept together`;
  return `${share} for validation, ${way}${groups}`;
}
