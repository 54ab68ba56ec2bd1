import { MOST_PARTS, TooManyParts } from './part-limit.ts';
import { viewOf } from './view-of.ts';

export const START_OF_SCAN = 0xda;
/** C0 to CF start a frame, except for the tables DHT and DAC and the reserved JPG. */
const NOT_FRAMES = [0xc4, 0xc8, 0xcc];

/** A segment before the first scan, or the header of that scan. */
export interface JpegSegment {
  readonly marker: number;
  /** The number of bytes before it that belong to no segment. */
  readonly stray: number;
  /** The offset of its FF. */
  readonly at: number;
  /** The offset of its data, after the length. */
  readonly data: number;
  readonly end: number;
}

/**
 * The segments of a JPEG file up to its first scan.
 *
 * @throws {RangeError} where the file ends before it.
 * @throws {TooManyParts}
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment, void, undefined> {
  const view = viewOf(bytes);
  for (let from = 2, marker = 0, count = 0; marker !== START_OF_SCAN;) {
    if (++count > MOST_PARTS) throw new TooManyParts('JPEG segments before the pixels');
    const { code, stray } = nextMarker(view, from);
    marker = view.getUint8(code);
    const end = standsAlone(marker) ? code + 1 : code + 1 + view.getUint16(code + 1);
    yield { marker, stray, at: code - 1, data: Math.min(end, code + 3), end };
    from = end;
  }
}

/** Whether a segment begins a frame, and so states the size of the image. */
export function isFrame({ marker }: JpegSegment): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.includes(marker);
}

/** Finds the next marker as libjpeg does: one or more bytes FF, and then a code other than 0. */
function nextMarker(
  view: DataView,
  from: number,
): { readonly code: number; readonly stray: number } {
  let at = from;
  let stray = 0;
  for (;;) {
    for (; view.getUint8(at) !== 0xff; at++) stray++;
    while (view.getUint8(at) === 0xff) at++;
    if (view.getUint8(at) !== 0) return { code: at, stray };
    stray += 2;
    at++;
  }
}

/** Whether a marker has no segment after it. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
