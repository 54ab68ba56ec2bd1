import type { Dataset } from '@sprout/core';
import type { Tags } from './tags.ts';

/** The class map of a model of these images: their tags if they have any, and else their classes. */
export function classMap({
  dataset,
  tags,
}: {
  readonly dataset: Pick<Dataset, 'classes'>;
  readonly tags?: Tags | undefined;
}): readonly string[] {
  return tags?.names ?? dataset.classes;
}
