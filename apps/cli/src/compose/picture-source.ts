import type { Dataset, ImageSource } from '@sprout/core';

/** Where a report takes its pictures from; without it, it has none. */
export interface PictureSource {
  readonly source: ImageSource;
  readonly dataset: Dataset;
}
