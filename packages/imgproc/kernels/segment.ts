import { segment } from './layout';

const REVERSED = memory.data<u8>([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);

/** The address of the last byte of a segment, which is the lowest. */
export let segmentEnd: usize = 0;

/**
 * Copies the data of a scan up to the next marker below `segment`, in reverse order and without the zeros that follow each FF.
 *
 * @returns The address of the marker, or `end` if there is none.
 */
export function copySegment(from: usize, end: usize): usize {
  const reversed = v128.load(REVERSED);
  let to = segment;
  while (from + 1 < end) {
    const bytes = v128.load(from);
    v128.store(to - 16, i8x16.swizzle(bytes, reversed));
    const marks = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(-1)));
    if (marks === 0) {
      from += 16;
      to -= 16;
      continue;
    }
    const count: usize = ctz(marks);
    from += count;
    to -= count;
    if (from + 1 >= end) continue;
    if (load<u8>(from, 1) !== 0) {
      segmentEnd = to;
      return from;
    }
    from += 2;
    to--;
  }
  return end;
}
