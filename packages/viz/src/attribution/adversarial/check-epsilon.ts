import { SproutError } from '@sprout/core';

/** @throws {SproutError} `option-invalid` */
export function checkEpsilon(epsilon: number): void {
  if (epsilon > 0 && epsilon <= 255) return;
  const rule = 'a number above 0 and at most 255';
  throw new SproutError('option-invalid', { option: 'epsilon', value: String(epsilon), rule });
}
