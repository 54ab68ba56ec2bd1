import type { ImageHeader } from './image-header.ts';
import { viewOf } from './view-of.ts';

const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const ORIENTATION = 274;
const SAMPLES = 277;

const SHORT = 3;
const LONG = 4;

/** The header of a TIFF file's first page. @throws {RangeError} where it ends too early. */
export function tiffHeader(bytes: Uint8Array): ImageHeader {
  const tags = readTags(bytes);
  return {
    format: 'tiff',
    height: tags.get(HEIGHT) ?? 0,
    width: tags.get(WIDTH) ?? 0,
    bitDepth: tags.get(BITS) ?? 1,
    channels: tags.get(SAMPLES) ?? 1,
    orientation: orientationIn(tags),
    plain: false,
  };
}

/** The orientation in EXIF data, which has the structure of a TIFF file without pixels; 1 where it has none. */
export function exifOrientation(bytes: Uint8Array): number {
  try {
    return orientationIn(readTags(bytes));
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

function orientationIn(tags: ReadonlyMap<number, number>): number {
  const orientation = tags.get(ORIENTATION) ?? 1;
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/** The first number of each whole-number tag of the first directory. */
function readTags(bytes: Uint8Array): Map<number, number> {
  const view = viewOf(bytes);
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  const count = view.getUint16(directory, little);
  const tags = new Map<number, number>();
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12;
    const value = readValue(view, at, little);
    if (value !== undefined) tags.set(view.getUint16(at, little), value);
  }
  return tags;
}

function readValue(view: DataView, entry: number, little: boolean): number | undefined {
  const type = view.getUint16(entry + 2, little);
  const count = view.getUint32(entry + 4, little);
  const size = type === SHORT ? 2 : type === LONG ? 4 : 0;
  if (size === 0 || count === 0) return undefined;
  const inside = count <= 4 / size;
  const at = inside ? entry + 8 : view.getUint32(entry + 8, little);
  if (at + size > view.byteLength) return undefined;
  return type === SHORT ? view.getUint16(at, little) : view.getUint32(at, little);
}
