import { TABLE_SIZE } from './look-up.ts';

/**
 * Tables of a function of a value and a number, limited to 0 to 255 and rounded towards zero.
 *
 * @param numbers One for all channels, or one for each.
 */
export function channelTables(
  numbers: readonly number[],
  entry: (value: number, number: number) => number,
): Uint8Array {
  const tables = new Uint8Array(numbers.length * TABLE_SIZE);
  for (const [channel, number] of numbers.entries()) {
    for (let value = 0; value < TABLE_SIZE; value++) {
      tables[channel * TABLE_SIZE + value] = Math.min(255, Math.max(0, entry(value, number)));
    }
  }
  return tables;
}
