import type { ImageHeader } from './image-header.ts';
import { viewOf } from './view-of.ts';

/** The size of the oldest kind of header, whose fields are shorter. */
const CORE_HEADER = 12;
const FILE_HEADER = 14;

/** The header of a BMP file. @throws {RangeError} where it ends too early. */
export function bmpHeader(bytes: Uint8Array): ImageHeader {
  const view = viewOf(bytes);
  const isCore = view.getUint32(FILE_HEADER, true) === CORE_HEADER;
  const bits = view.getUint16(isCore ? 24 : 28, true);
  return {
    format: 'bmp',
    // rows from top to bottom have a negative height
    height: isCore ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true)),
    width: isCore ? view.getUint16(18, true) : Math.max(0, view.getInt32(18, true)),
    bitDepth: bits <= 8 ? bits : bits === 16 ? 5 : 8,
    channels: bits <= 8 ? 1 : 3,
    orientation: 1,
    plain: false,
  };
}
