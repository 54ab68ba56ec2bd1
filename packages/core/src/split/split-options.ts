import { SproutError } from '../errors/sprout-error.ts';

/** @throws {SproutError} `option-invalid` unless it is a whole number from 0 on. */
export function checkPerClass(perClass: number): void {
  if (Number.isSafeInteger(perClass) && perClass >= 0) return;
  throw new SproutError('option-invalid', {
    option: 'perClass',
    value: String(perClass),
    rule: 'a whole number, at least 0',
  });
}

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
 * A fraction of a class in whole samples: rounded, but at least one where there are two or more, and never all.
 * A fraction of 0 takes none.
 */
export function fractionOf(available: number, fraction: number): number {
  if (fraction === 0 || available < 2) return 0;
  return Math.min(available - 1, Math.max(1, Math.round(available * fraction)));
}
