import { Frame } from './frame';

/** Vectors are read and written up to this many bytes before and after the data. */
const MARGIN: usize = 64;
const LOOKUP_BYTES: usize = 6400;
const DEFINITION_BYTES: usize = 16 + 256;
/** Bytes after each row of chroma, for copies of its last sample and of the first one of the next row. */
const PADDING: usize = 16;
const PAGE: usize = 65536;

/** The caller writes the frame, 4 quantisers of 64 bytes in zigzag order, and 4 + 4 Huffman tables as in the file. */
export const FRAME: usize = 4096;
export const QUANTISERS: usize = FRAME + 64;
export const DEFINITIONS: usize = QUANTISERS + 4 * 64;
/** The tables made of the definitions. */
export const LOOKUPS: usize = DEFINITIONS + 8 * DEFINITION_BYTES;
/** The coefficients of one block. */
export const BLOCK: usize = LOOKUPS + 8 * LOOKUP_BYTES;
/** The block between the two passes of the transform. */
export const HALFWAY: usize = BLOCK + 128;
/** The caller writes the data of the scan and all that follows it in the file. */
export const SCAN: usize = HALFWAY + 128 + MARGIN;

export function definitionAt(table: usize): usize {
  return DEFINITIONS + table * DEFINITION_BYTES;
}

export function lookupAt(table: usize): usize {
  return LOOKUPS + table * LOOKUP_BYTES;
}

/** The data of the scan between two restart markers lies below this address, in reverse order. */
export let segment: usize = 0;
export let luma: usize = 0;
export let lumaStride: usize = 0;
/** The planes of chroma; the second follows the first. */
export let chroma: usize = 0;
export let chromaStride: usize = 0;
export let chromaBytes: usize = 0;
export let result: usize = 0;

/** Sets the addresses of all that depends on the size. Returns whether there is memory. */
export function layOut(frame: Frame, unitsAcross: i32, unitsDown: i32): bool {
  const width = <usize>frame.width;
  const height = <usize>unitsDown * 8;
  chromaStride = <usize>unitsAcross * 8 + PADDING;
  chromaBytes = chromaStride * height;
  lumaStride = <usize>unitsAcross * 8 * frame.across;
  segment = SCAN + 2 * (<usize>frame.length + MARGIN);
  luma = segment + MARGIN;
  chroma = luma + lumaStride * height * frame.down + MARGIN;
  result = chroma + (frame.channels === 1 ? 0 : 2 * chromaBytes) + MARGIN;
  const pages = (result + 3 * width * frame.height + MARGIN + PAGE - 1) / PAGE;
  const missing = <i32>pages - memory.size();
  return missing <= 0 || memory.grow(missing) >= 0;
}
