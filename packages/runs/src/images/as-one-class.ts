import { type Dataset, samplesFrom } from '@sprout/core';

/**
 * A data set with all of its images in one class. The combinations of tags that images have are too many and too small to be split
 * one by one.
 */
export function asOneClass<Given extends Dataset>(dataset: Given): Given {
  const samples = Array.from(dataset.samples, (sample) => ({ ...sample, label: 0 }));
  return { ...dataset, classes: ['all images'], samples: samplesFrom(samples) };
}

/** A data set as it is, or with all images in one class if they have tags: combinations of tags may be rare. */
export function withoutTags<Given extends Dataset & { readonly tags?: unknown }>(
  dataset: Given,
): Given {
  return dataset.tags === undefined ? dataset : asOneClass(dataset);
}
