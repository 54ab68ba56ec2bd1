import { tiffEntries } from './tiff-entries.ts';
import { tagAt, viewOf } from './view-of.ts';

export const ORIENTATION = 274;
const BYTE_ORDERS = ['II*\0', 'MM\0*'];

/**
 * The orientation in EXIF data, which have the structure of a TIFF file without pixels: that of the first tag for it, which
 * may be followed by damage, as libvips reads it. 1 where they have none.
 */
export function exifOrientation(bytes: Uint8Array): number {
  try {
    if (!BYTE_ORDERS.includes(tagAt(viewOf(bytes), 0))) return 1;
    for (const { tag, value } of tiffEntries(bytes)) {
      if (tag === ORIENTATION) return validOrientation(value);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** The value of an orientation tag; 1 where it means nothing. */
export function validOrientation(value: number | undefined): number {
  return value !== undefined && value >= 1 && value <= 8 ? value : 1;
}
