import { SproutError } from '@sprout/core';
import type { ModelCard } from './model-card.ts';

/** @throws {SproutError} `shape-mismatch` unless the card has a class for each of the model's outputs. */
export function checkCard({ classes }: ModelCard, outputs: number | null | undefined): void {
  if (outputs === classes.length) return;
  throw new SproutError('shape-mismatch', {
    what: 'The list of classes',
    expected: `[${outputs ?? '?'}], one for each output of the model`,
    received: `[${classes.length}]`,
  });
}
