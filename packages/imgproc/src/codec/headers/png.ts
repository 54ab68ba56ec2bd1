import { exifOrientation } from './exif-orientation.ts';
import type { ImageHeader } from './image-header.ts';
import { MOST_PARTS, TooManyParts } from './part-limit.ts';
import { tagAt, viewOf } from './view-of.ts';

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const RGB = 2;
/** The offset of the first chunk, and the bytes of a chunk besides its data. */
const FIRST_CHUNK = 8;
const CHUNK_FRAME = 12;
/** Chunks that do not change RGB pixels: profiles, gamma and backgrounds are not applied. */
const HARMLESS = new Set(
  'IHDR PLTE IDAT IEND gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs tIME tEXt zTXt iTXt'.split(' '),
);
/** ImageMagick stores EXIF data in a text chunk of this name. */
const RAW_PROFILE = 'Raw profile';
/**
 * A compressed profile of more bytes may inflate to more than 17 MB, which the decoder of plain files would do. Libvips does
 * not inflate it.
 */
const LONGEST_PROFILE = 2 ** 14;

/**
 * The header of a PNG file.
 *
 * @throws {RangeError} where it ends too early.
 * @throws {TooManyParts}
 */
export function pngHeader(bytes: Uint8Array): ImageHeader {
  const view = viewOf(bytes);
  const isHeader = view.getUint32(8) === 13 && tagAt(view, 12) === 'IHDR';
  const colourType = view.getUint8(25);
  const bitDepth = view.getUint8(24);
  const { orientation, harmless } = readChunks(bytes, view);
  return {
    format: 'png',
    height: isHeader ? view.getUint32(20) : 0,
    width: isHeader ? view.getUint32(16) : 0,
    bitDepth,
    channels: CHANNELS[colourType] ?? 0,
    orientation,
    plain: colourType === RGB && bitDepth === 8 && harmless,
  };
}

/** Reads all chunks, because EXIF data may follow the pixels. */
function readChunks(
  bytes: Uint8Array,
  view: DataView,
): { readonly orientation: number; readonly harmless: boolean } {
  let orientation = 1;
  let harmless = true;
  let tag = '';
  let profiles = 0;
  for (let at = FIRST_CHUNK, count = 0; tag !== 'IEND' && at + CHUNK_FRAME <= bytes.length;) {
    if (++count > MOST_PARTS) throw new TooManyParts('PNG chunks');
    const length = view.getUint32(at);
    tag = tagAt(view, at + 4);
    if (tag === 'eXIf') orientation = exifOrientation(bytes.subarray(at + 8, at + 8 + length));
    if (tag === 'iCCP' && (++profiles > 1 || length > LONGEST_PROFILE)) harmless = false;
    if (!HARMLESS.has(tag) || startsWith(bytes, at + 8, RAW_PROFILE)) harmless = false;
    at += length + CHUNK_FRAME;
  }
  return { orientation, harmless };
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  if (bytes[at] !== text.charCodeAt(0)) return false; // there may be many chunks
  return String.fromCharCode(...bytes.subarray(at, at + text.length)) === text;
}
