import { type JpegSegment, jpegSegments } from '../headers/jpeg-segments.ts';
import { viewOf } from '../headers/view-of.ts';
import { huffmanTables, type JpegTable, quantisers } from './jpeg-tables.ts';
import { type PlainFrame, plainFrame } from './plain-frame.ts';

/** A JPEG file in the form that the kernels decode: one sequential scan with Huffman coding. The arrays are views of the file. */
export interface PlainJpeg {
  readonly frame: PlainFrame;
  /** The number of minimum coded units between two restart markers, or 0. */
  readonly restartInterval: number;
  readonly quantisers: readonly JpegTable[];
  readonly huffmanTables: readonly JpegTable[];
  /** Of each channel: the numbers of its Huffman tables for DC (times 16) and for AC. */
  readonly coding: readonly number[];
  /** From the data of the scan to the end of the file. */
  readonly scan: Uint8Array;
}

interface Parts {
  frame?: PlainFrame | undefined;
  restartInterval: number;
  readonly quantisers: JpegTable[];
  readonly huffmanTables: JpegTable[];
  /** The transform in the segment of Adobe: 1 is YCbCr. */
  adobe: number;
}

/**
 * Reads the segments of a JPEG file. Returns `undefined` for any file whose segments are not of the plainest form.
 *
 * @throws {RangeError} where the file ends too early.
 */
export function plainJpeg(bytes: Uint8Array): PlainJpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const parts: Parts = { restartInterval: 0, quantisers: [], huffmanTables: [], adobe: 1 };
  for (const segment of jpegSegments(bytes)) {
    const { marker, stray, data, end } = segment;
    if (stray > 0 || end > bytes.length) return undefined;
    const content = bytes.subarray(data, end);
    if (marker === 0xda) return withScan(parts, content, bytes.subarray(end));
    if (!take(segment, content, parts)) return undefined;
  }
  return undefined;
}

/** Adds a segment to the parts. Returns whether it is a known and sound one. */
function take({ marker }: JpegSegment, content: Uint8Array, parts: Parts): boolean {
  switch (marker) {
    case 0xc0: // baseline
    case 0xc1: // extended
      if (parts.frame !== undefined) return false;
      parts.frame = plainFrame(content);
      return parts.frame !== undefined;
    case 0xc4:
      return append(parts.huffmanTables, huffmanTables(content));
    case 0xdb:
      return append(parts.quantisers, quantisers(content));
    case 0xdd:
      if (content.length !== 2) return false;
      parts.restartInterval = viewOf(content).getUint16(0);
      return true;
    case 0xee:
      if (isAdobe(content)) parts.adobe = content[11]!;
      return true;
    default: // other applications' segments, and comments
      return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  }
}

function append(tables: JpegTable[], more: readonly JpegTable[] | undefined): boolean {
  tables.push(...(more ?? []));
  return more !== undefined;
}

function isAdobe(content: Uint8Array): boolean {
  return content.length >= 12 && String.fromCharCode(...content.subarray(0, 5)) === 'Adobe';
}

/** Whether the scan holds all coefficients of all channels, and their tables are known. */
function withScan(parts: Parts, header: Uint8Array, scan: Uint8Array): PlainJpeg | undefined {
  const { frame, adobe, ...rest } = parts;
  const count = frame?.channels.length ?? 0;
  if (frame === undefined || header[0] !== count || header.length !== 4 + 2 * count)
    return undefined;
  if (count === 3 && adobe !== 1) return undefined;
  const [first, last, approximation] = header.subarray(1 + 2 * count);
  if (first !== 0 || last !== 63 || approximation !== 0) return undefined;
  const coding: number[] = [];
  for (const [index, { id, quantiser }] of frame.channels.entries()) {
    const tables = header[2 + 2 * index]!;
    const isKnown =
      header[1 + 2 * index] === id &&
      has(parts.quantisers, quantiser) &&
      has(parts.huffmanTables, tables >> 4) &&
      has(parts.huffmanTables, 4 + (tables & 15));
    if (!isKnown || tables >> 4 > 3) return undefined;
    coding.push(tables);
  }
  return { frame, ...rest, coding, scan };
}

function has(tables: readonly JpegTable[], index: number): boolean {
  return tables.some((table) => table.index === index);
}
