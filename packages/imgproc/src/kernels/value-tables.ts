import { valueTable } from './value-table.ts';

/** The table of a negative. */
export function invertTable(): Uint8Array {
  return valueTable((value) => 255 - value);
}

/** The table that keeps the highest bits of each value. */
export function posterizeTable(bits: number): Uint8Array {
  const mask = 256 - 2 ** (8 - bits);
  return valueTable((value) => value & mask);
}

/** The table that inverts the values from a threshold on. */
export function solarizeTable(threshold: number): Uint8Array {
  return valueTable((value) => (value < threshold ? value : 255 - value));
}

/** The table that changes nothing. */
export function identityTable(): Uint8Array {
  return valueTable((value) => value);
}
