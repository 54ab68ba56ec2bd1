import type { ConfigOptions, ImageSize } from '../config/config-options.ts';
import type { GivenModel } from '../config/config-schema.ts';
import type { Fit } from '../options/limits.ts';
import type { RequestedEngine } from '@sprout/train';

/** Options of judging labels. */
export interface LabelOptions extends Pick<ConfigOptions, 'config' | 'set'> {
  /** A folder with one sub-folder for each class. */
  readonly folder: string;
  /** The base whose features are used; `efficientnet-lite0` by default. */
  readonly model?: GivenModel | undefined;
  /** The file of its released weights. Required for the default base. */
  readonly weights?: string | undefined;
  /** Keeps files of one group in one fold: a pattern in their path, or a CSV file with the columns path and group. */
  readonly groupBy?: string | undefined;
  /** The size of the images for the base; by default its own. */
  readonly size?: ImageSize | undefined;
  /** How images of another shape get that size; `squash` by default. */
  readonly fit?: Fit | undefined;
  readonly engine?: RequestedEngine | undefined;
  /** Addresses the folds; 0 by default. */
  readonly seed?: number | undefined;
  readonly workers?: number | undefined;
  readonly pixelLimit?: number | undefined;
  readonly followLinks?: boolean | undefined;
  /** A folder for the table, the page and the contact sheet, which is claimed. By default nothing is written. */
  readonly out?: string | undefined;
  /**
   * The folder whose `.cache` keeps the facts about images, if it exists, and the features of judged labels; `runs` by default.
   */
  readonly runs?: string | undefined;
}
