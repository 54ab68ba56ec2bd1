import { classCounts, type Dataset, type Samples, SproutError } from '@sprout/core';
import type { BadFile } from './check-images.ts';

/** @throws {SproutError} `class-unusable` for a class whose images are all bad. */
export function checkClasses(
  scan: Dataset,
  good: Samples,
  bad: readonly Pick<BadFile, 'id' | 'reason'>[],
): void {
  const { classes } = scan;
  const images = classCounts(scan);
  const left = classCounts({ classes, samples: good });
  const label = left.findIndex((count, at) => count === 0 && images[at]! > 0);
  const className = classes[label];
  if (className === undefined) return;
  const ids = new Set(
    Array.from(
      scan.samples.filter((sample) => sample.label === label),
      ({ id }) => id,
    ),
  );
  const first = bad.find(({ id }) => ids.has(id))!.reason; // it has a bad image at least
  throw new SproutError('class-unusable', { className, images: images[label]!, first });
}
