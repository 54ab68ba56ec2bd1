import { segment } from './layout';

/** The address after a segment without its stuffed zeros. */
export let segmentEnd: usize = 0;

/**
 * Copies the data of a scan up to the next marker, without the zeros that follow each FF.
 *
 * @returns The address of the marker, or `end` if there is none.
 */
export function copySegment(from: usize, end: usize): usize {
  let to = segment;
  while (from + 1 < end) {
    const bytes = v128.load(from);
    v128.store(to, bytes);
    const marks = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(-1)));
    const count: usize = marks === 0 ? 16 : ctz(marks);
    from += count;
    to += count;
    if (count === 16 || from + 1 >= end) continue;
    if (load<u8>(from, 1) !== 0) {
      segmentEnd = to;
      return from;
    }
    from += 2;
    to++;
  }
  return end;
}
