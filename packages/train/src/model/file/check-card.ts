import { shapeMismatch } from '@sprout/core';
import type { ModelCard } from './model-card.ts';

/** @throws {SproutError} `shape-mismatch` unless the card has a class for each of the model's outputs. */
export function checkCard({ classes }: ModelCard, outputs: number | null | undefined): void {
  if (outputs === classes.length) return;
  throw shapeMismatch('The list of classes, one for each output of the model,', {
    expected: [outputs ?? null],
    received: [classes.length],
  });
}
