import { SproutError } from '../errors/sprout-error.ts';

/** @throws {SproutError} `option-invalid` unless it is at least 0 and below 1. */
export function checkFraction(fraction: number): void {
  if (fraction >= 0 && fraction < 1) return;
  throw new SproutError('option-invalid', {
    option: 'fraction',
    value: String(fraction),
    rule: 'at least 0 and below 1',
  });
}

/**
 * A fraction of a class as a number of samples: rounded, at least 1 for classes of two or more samples, and never all of
 * them. A fraction of 0 gives 0.
 */
export function fractionOf(available: number, fraction: number): number {
  if (fraction === 0 || available < 2) return 0;
  return Math.min(available - 1, Math.max(1, Math.round(available * fraction)));
}
