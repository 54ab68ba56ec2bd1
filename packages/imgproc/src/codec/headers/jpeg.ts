import { exifOrientation } from './exif-orientation.ts';
import type { ImageHeader } from './image-header.ts';
import { type JpegOddity, jpegOddities } from './jpeg-oddities.ts';
import { isFrame, type JpegSegment, jpegSegments, START_OF_SCAN } from './jpeg-segments.ts';
import { tagAt, viewOf } from './view-of.ts';

const APP1 = 0xe1;
/** A file may have thousands of oddities. */
const MOST_NAMED = 5;

/**
 * The header of a JPEG file; without a frame its size is 0.
 *
 * @throws {RangeError} where it ends too early.
 * @throws {TooManyParts}
 */
export function jpegHeader(bytes: Uint8Array): ImageHeader {
  let exif: Uint8Array | undefined;
  for (const segment of jpegSegments(bytes)) {
    if (segment.marker === START_OF_SCAN) break;
    if (isFrame(segment)) {
      const orientation = exif === undefined ? 1 : exifOrientation(exif);
      const oddities = jpegOddities(bytes);
      const header = { ...frame(viewOf(bytes), segment.data), orientation };
      return oddities.length === 0 ? header : { ...header, oddity: named(oddities) };
    }
    exif ??= exifIn(bytes, segment);
  }
  const empty = { height: 0, width: 0, bitDepth: 0, channels: 0 };
  return { format: 'jpeg', ...empty, orientation: 1, plain: false };
}

function named(oddities: readonly JpegOddity[]): string {
  const texts = oddities.slice(0, MOST_NAMED).map(({ text }) => text);
  const more = oddities.length - texts.length;
  return [...texts, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

function frame(view: DataView, at: number): Omit<ImageHeader, 'orientation'> {
  return {
    format: 'jpeg',
    bitDepth: view.getUint8(at),
    height: view.getUint16(at + 1),
    width: view.getUint16(at + 3),
    channels: view.getUint8(at + 5),
    plain: false,
  };
}

/** The EXIF data in a segment. As libvips, the first segment that begins with `Exif` counts. */
function exifIn(bytes: Uint8Array, { marker, data, end }: JpegSegment): Uint8Array | undefined {
  const segment = bytes.subarray(data, end);
  if (marker !== APP1 || segment.length < 6) return undefined;
  const view = viewOf(segment);
  if (tagAt(view, 0) !== 'Exif') return undefined;
  return view.getUint16(4) === 0 ? segment.subarray(6) : new Uint8Array(0);
}
