import type { ErrorData } from '@sprout/core';
import type { ConfigOptions } from '../config/config-options.ts';

export interface PredictOptions extends ConfigOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** Files and folders, or one of them. */
  readonly paths: string | Iterable<string> | AsyncIterable<string>;
  /** An image whose class has a smaller probability is `unknown`. Only for models of classes; 0 to 1. */
  readonly threshold?: number | undefined;
  /** A new or empty folder, into which the files are copied: each into a sub-folder with the name of its class. */
  readonly sortInto?: string | undefined;
  /**
   * The HTML file to write: a page with the images as pictures, by predicted class. It is written after the last result. Only a page
   * of predictions is replaced.
   */
  readonly html?: string | undefined;
  /** With `html`: the number of the most probable classes that the page lists for each image; by default one. At least 1. */
  readonly top?: number | undefined;
  /** With `sortInto`: whether the files are linked, not copied. */
  readonly link?: boolean | undefined;
}

/** A file that cannot be used; `fromErrorData` of `@sprout/core` gives the message. */
export interface FailedFile {
  readonly path: string;
  readonly error: ErrorData;
}
