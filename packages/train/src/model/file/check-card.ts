import { shapeMismatch } from '@sprout/core';
import type { ModelCard } from './model-card.ts';

/**
 * @throws {SproutError} `shape-mismatch` unless the card has one class for each output of the model, and, if it has thresholds, one
 *   threshold for each output.
 */
export function checkCard(
  { classes, thresholds }: ModelCard,
  outputs: number | null | undefined,
): void {
  if (thresholds !== undefined && thresholds.length !== outputs)
    throw shapeMismatch('The list of thresholds, one for each output of the model,', {
      expected: [outputs ?? null],
      received: [thresholds.length],
    });
  if (outputs === classes.length) return;
  throw shapeMismatch('The list of classes, one for each output of the model,', {
    expected: [outputs ?? null],
    received: [classes.length],
  });
}
