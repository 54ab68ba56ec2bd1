import { type GifFrame, gifFrame } from './headers/gif-frame.ts';

const FLAGS = 10;
const HEADER = 13;
const PALETTE_OF_256 = 0x87;
const END = Uint8Array.of(0x3b);

/** A GIF file with only one frame, and a colour for the part of the canvas that the frame does not cover. */
export interface FirstGifFrame {
  readonly bytes: Uint8Array;
  readonly frame: GifFrame;
  readonly background: readonly number[];
}

/**
 * The first frame of a GIF file as a file of its own, in which no colour is transparent, as Pillow reads it. Without a
 * palette the indices are shades of grey.
 *
 * @returns `undefined` where the file ends within the frame.
 */
export function firstGifFrame(bytes: Uint8Array): FirstGifFrame | undefined {
  const frame = gifFrame(bytes);
  if (frame === undefined) return undefined;
  const part = Uint8Array.from(bytes.subarray(0, frame.end));
  for (const at of frame.transparencyFlags) part[at]! &= ~1;
  const parts = frame.palette === undefined ? withGreyPalette(part) : [part];
  return { bytes: Buffer.concat([...parts, END]), frame, background: backgroundOf(frame, bytes) };
}

function withGreyPalette(bytes: Uint8Array): Uint8Array[] {
  const header = bytes.slice(0, HEADER);
  header[FLAGS]! |= PALETTE_OF_256;
  const palette = Uint8Array.from({ length: 3 * 256 }, (_, at) => Math.trunc(at / 3));
  return [header, palette, bytes.subarray(HEADER)];
}

/** Pillow fills the canvas with the transparent index, or with index 0. OpenCV leaves it black without a palette of the canvas. */
function backgroundOf(
  { palette, paletteIsOwn, transparent = 0 }: GifFrame,
  bytes: Uint8Array,
): readonly number[] {
  const hasCanvasPalette = (bytes[FLAGS]! & 0x80) !== 0;
  const colour = Array.from(palette?.subarray(3 * transparent, 3 * transparent + 3) ?? []);
  return colour.length < 3 || (paletteIsOwn && !hasCanvasPalette) ? [0, 0, 0] : colour;
}
