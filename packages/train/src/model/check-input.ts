import { SproutError } from '@sprout/core';
import type { ModelInput } from './model-definition.ts';

/** @throws {SproutError} `option-invalid` unless the normalisation has finite numbers, a deviation above 0, for each channel. */
export function checkInput({ channels, normalisation }: ModelInput): void {
  const { mean, deviation } = normalisation;
  const isComplete = mean.length === channels && deviation.length === channels;
  const isFinite = [...mean, ...deviation].every(Number.isFinite);
  if (isComplete && isFinite && deviation.every((value) => value > 0)) return;
  throw new SproutError('option-invalid', {
    option: 'normalisation',
    value: JSON.stringify(normalisation),
    rule: `a mean and a deviation above 0 for each of ${channels} channels`,
  });
}
