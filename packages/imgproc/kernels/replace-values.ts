/**
 * Replaces each value of RGB by its entry in the table of its channel.
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
  const greens = tables + distance;
  const blues = greens + distance;
  const end = source + length;
  for (; source < end; source += 3, target += 3) {
    store<u8>(target, load<u8>(tables + load<u8>(source)));
    store<u8>(target, load<u8>(greens + load<u8>(source, 1)), 1);
    store<u8>(target, load<u8>(blues + load<u8>(source, 2)), 2);
  }
}
