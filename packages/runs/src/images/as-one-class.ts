import { type Dataset, samplesFrom } from '@sprout/core';

/** A data set with all of its images in one class. */
export function asOneClass<Given extends Dataset>(dataset: Given): Given {
  const samples = Array.from(dataset.samples, (sample) => ({ ...sample, label: 0 }));
  return { ...dataset, classes: ['all images'], samples: samplesFrom(samples) };
}

/**
 * A data set as it is or, if its images have tags, with all of them in one class: its classes are combinations of tags, many of
 * which have only few images.
 */
export function withoutTags<Given extends Dataset & { readonly tags?: unknown }>(
  dataset: Given,
): Given {
  return dataset.tags === undefined ? dataset : asOneClass(dataset);
}
