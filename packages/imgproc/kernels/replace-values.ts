import { TABLES } from './layout';

const GREENS: usize = TABLES + 256;
const BLUES: usize = TABLES + 512;

/**
 * Replaces each value of RGB by its entry in the table of its channel. Reads and writes up to 21 bytes after the source and the target.
 *
 * @param distance The distance from the table of red to that of green, and from that to the one of blue: 0 or 256.
 */
export function replaceValues(
  source: usize,
  length: usize,
  tables: usize,
  distance: usize,
  target: usize,
): void {
  memory.copy(TABLES, tables, 256);
  memory.copy(GREENS, tables + distance, 256);
  memory.copy(BLUES, tables + 2 * distance, 256);
  const end = source + length;
  for (; source < end; source += 6, target += 6) {
    store<u8>(target, load<u8>(<usize>load<u8>(source, 0), TABLES), 0);
    store<u8>(target, load<u8>(<usize>load<u8>(source, 1), GREENS), 1);
    store<u8>(target, load<u8>(<usize>load<u8>(source, 2), BLUES), 2);
    store<u8>(target, load<u8>(<usize>load<u8>(source, 3), TABLES), 3);
    store<u8>(target, load<u8>(<usize>load<u8>(source, 4), GREENS), 4);
    store<u8>(target, load<u8>(<usize>load<u8>(source, 5), BLUES), 5);
  }
}
