import { SproutError } from './sprout-error.ts';

/**
 * @throws {SproutError} `option-invalid` unless the value is a whole number from `least` to `most`, each of which may
 * be left out.
 */
export function checkWhole(
  option: string,
  value: number,
  { least, most }: { readonly least?: number; readonly most?: number } = {},
): void {
  const isInRange = value >= (least ?? -Infinity) && value <= (most ?? Infinity);
  if (Number.isSafeInteger(value) && isInRange) return;
  const rule = `a whole number${rangeText(least, most)}`;
  throw new SproutError('option-invalid', { option, value: String(value), rule });
}

function rangeText(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return '';
  return most === undefined ? `, at least ${least}` : ` from ${least} to ${most}`;
}
