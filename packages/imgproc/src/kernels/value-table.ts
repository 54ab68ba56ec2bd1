import { TABLE_SIZE } from './look-up.ts';

/**
 * The table of a function of a value, whose results are rounded towards zero; they lie in 0 to 255. `Uint8Array.from` takes more than ten times as
 * long, which is as long as the look-up of a small image.
 */
export function valueTable(entry: (value: number) => number): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  for (let value = 0; value < TABLE_SIZE; value++) table[value] = entry(value);
  return table;
}
