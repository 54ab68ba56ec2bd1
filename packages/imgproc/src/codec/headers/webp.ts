import { exifOrientation } from './exif-orientation.ts';
import type { ImageHeader } from './image-header.ts';
import { MOST_PARTS, TooManyParts } from './part-limit.ts';
import { tagAt, viewOf } from './view-of.ts';

const FIRST_CHUNK = 12;
const ALPHA_FLAG = 0x10;

/**
 * The header of a WebP file.
 *
 * @throws {RangeError} where it ends too early.
 * @throws {TooManyParts}
 */
export function webpHeader(bytes: Uint8Array): ImageHeader {
  const view = viewOf(bytes);
  const size = sizeIn(view);
  return {
    format: 'webp',
    ...size,
    bitDepth: 8,
    orientation: orientationIn(bytes, view),
    plain: false,
  };
}

function sizeIn(view: DataView): Pick<ImageHeader, 'height' | 'width' | 'channels'> {
  const data = FIRST_CHUNK + 8;
  switch (tagAt(view, FIRST_CHUNK)) {
    case 'VP8 ':
      return {
        width: view.getUint16(data + 6, true) & 0x3fff,
        height: view.getUint16(data + 8, true) & 0x3fff,
        channels: 3,
      };
    case 'VP8L': {
      const bits = view.getUint32(data + 1, true);
      const channels = ((bits >>> 28) & 1) === 1 ? 4 : 3;
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, channels };
    }
    case 'VP8X': {
      const channels = (view.getUint8(data) & ALPHA_FLAG) === 0 ? 3 : 4;
      return { width: uint24(view, data + 4) + 1, height: uint24(view, data + 7) + 1, channels };
    }
    default:
      return { width: 0, height: 0, channels: 0 };
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** The orientation in the first EXIF chunk. All chunks are counted, because libwebp reads all of them. */
function orientationIn(bytes: Uint8Array, view: DataView): number {
  let orientation: number | undefined;
  for (let at = FIRST_CHUNK, count = 0; at + 8 <= bytes.length;) {
    if (++count > MOST_PARTS) throw new TooManyParts('WebP chunks');
    const length = view.getUint32(at + 4, true);
    if (orientation === undefined && tagAt(view, at) === 'EXIF')
      orientation = exifOrientation(withoutName(bytes.subarray(at + 8, at + 8 + length)));
    at += 8 + length + (length & 1);
  }
  return orientation ?? 1;
}

/** EXIF data without the `Exif\0\0` of JPEG, which some programs write before it. */
function withoutName(data: Uint8Array): Uint8Array {
  return data[0] === 0x45 ? data.subarray(6) : data;
}
