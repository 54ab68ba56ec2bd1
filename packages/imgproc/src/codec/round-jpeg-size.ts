import { isFrame, jpegSegments } from './headers/jpeg-segments.ts';
import { viewOf } from './headers/view-of.ts';

/** The offset of the height in the data of a frame; the width is after it. */
const SIZE = 1;

/**
 * Rounds the size in the header of a JPEG file up to a multiple of `factor`, at most 8. The coefficients stay the same, because a
 * file stores whole blocks of 8 x 8. Returns the given bytes if the size is a multiple already.
 */
export function roundJpegSize(bytes: Uint8Array, factor: number): Uint8Array {
  for (const segment of jpegSegments(bytes)) {
    if (!isFrame(segment)) continue;
    const at = segment.data + SIZE;
    const sides = [viewOf(bytes).getUint16(at), viewOf(bytes).getUint16(at + 2)];
    const [height = 0, width = 0] = sides.map((side) => Math.ceil(side / factor) * factor);
    if (height === sides[0] && width === sides[1]) return bytes;
    const rounded = Uint8Array.from(bytes);
    viewOf(rounded).setUint16(at, height);
    viewOf(rounded).setUint16(at + 2, width);
    return rounded;
  }
  return bytes;
}
