import { chromaSize, Frame, outputSide } from './frame';

/** Vectors are read and written up to this many bytes before and after the data. */
const MARGIN: usize = 64;
const LOOKUP_BYTES: usize = 6400;
export const DEFINITION_BYTES: usize = 16 + 256;
const PAIRS_BYTES: usize = 4 << 12;
const SKIPS_BYTES: usize = 2 << 12;
const SLOTS_BYTES: usize = 2 << 8;
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
/** The coefficients of a block that is reduced, and a place for those that are not needed. */
export const PART: usize = HALFWAY + 128;
const SLOTS: usize = PART + 128;
const PAIRS: usize = SLOTS + 3 * SLOTS_BYTES;
const SKIPS: usize = PAIRS + 4 * PAIRS_BYTES;
/** A byte for each table, whether it has a lookup, and then the definitions that the lookups were made of. */
export const KEPT: usize = SKIPS + 4 * SKIPS_BYTES;
/** The three tables of `replaceValues`. */
export const TABLES: usize = KEPT + 16 + 8 * DEFINITION_BYTES;
/** The caller writes the data of the scan and all that follows it in the file. */
export const SCAN: usize = TABLES + 768 + MARGIN;

export function definitionAt(table: usize): usize {
  return DEFINITIONS + table * DEFINITION_BYTES;
}

export function lookupAt(table: usize): usize {
  return LOOKUPS + table * LOOKUP_BYTES;
}

export function keptAt(table: usize): usize {
  return KEPT + 16 + table * DEFINITION_BYTES;
}

/** The address of the lookup that `makePairs` makes of an AC table, 0 to 3. */
export function pairsAt(table: usize): usize {
  return PAIRS + table * PAIRS_BYTES;
}

export function skipsAt(table: usize): usize {
  return SKIPS + table * SKIPS_BYTES;
}

export function slotsAt(channel: usize): usize {
  return SLOTS + channel * SLOTS_BYTES;
}

/** The data of the scan between two restart markers lies below this address, in reverse order. */
export let segment: usize = 0;
export let luma: usize = 0;
export let lumaStride: usize = 0;
/** The planes of chroma; the second follows the first. */
export let chroma: usize = 0;
export let chromaStride: usize = 0;
export let chromaBytes: usize = 0;
/** A row of pixels before it is copied to its place, if the image is turned. */
export let line: usize = 0;
export let result: usize = 0;

/**
 * Sets the addresses of all that depends on the size. Returns whether there is memory.
 *
 * @param unitRows The rows of minimum coded units that the planes hold.
 */
export function layOut(frame: Frame, unitsAcross: i32, unitRows: i32): bool {
  const across = <usize>unitsAcross;
  const down = <usize>unitRows;
  const size = <usize>chromaSize(frame);
  chromaStride = across * size * (frame.size === 1 ? 2 : 1) + PADDING;
  chromaBytes = chromaStride * down * size;
  lumaStride = across * frame.size * frame.across;
  segment = SCAN + 2 * (<usize>frame.length + MARGIN);
  luma = segment + MARGIN;
  chroma = luma + lumaStride * down * frame.size * frame.down + MARGIN;
  line = chroma + (frame.channels === 1 ? 0 : 2 * chromaBytes) + MARGIN;
  const width = <usize>outputSide(frame, frame.width);
  result = line + 3 * width + MARGIN;
  const end = result + 3 * width * outputSide(frame, frame.height) + MARGIN;
  const missing = <i32>((end + PAGE - 1) / PAGE) - memory.size();
  return missing <= 0 || memory.grow(missing) >= 0;
}
