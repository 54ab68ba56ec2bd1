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
  return Uint8Array.from({ length: numbers.length * TABLE_SIZE }, (_, at) => {
    const number = numbers[Math.floor(at / TABLE_SIZE)]!; // there is one for each table
    return Math.min(255, Math.max(0, entry(at % TABLE_SIZE, number)));
  });
}
