import { shapeMismatch, SproutError } from '@sprout/core';
import { compactRows } from './compact-rows.ts';
import type { Rows } from './rows.ts';
import { standardisedRows } from './standardised-rows.ts';

/**
 * Features of images, prepared for `findWrongLabels` and `principalComponents`: standardised, and with no more columns than rows.
 *
 * @param features `[count, size]`, row by row, count at least 1. Only read.
 * @throws {SproutError} `shape-mismatch` for features that are not `count` rows of equal length; `option-invalid` for features that are
 *   not finite.
 */
export function featureRows(features: Float32Array, count: number): Rows {
  if (count < 1 || features.length % count !== 0)
    throw shapeMismatch('The features', {
      expected: `${count} rows of equal length`,
      received: `${features.length} numbers`,
    });
  const invalid = features.find((value) => !Number.isFinite(value));
  if (invalid !== undefined) {
    const rule = 'finite numbers';
    throw new SproutError('option-invalid', { option: 'features', value: String(invalid), rule });
  }
  return compactRows(standardisedRows(features, count));
}
