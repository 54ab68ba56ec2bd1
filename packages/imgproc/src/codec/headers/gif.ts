import type { ImageHeader } from './image-header.ts';
import { viewOf } from './view-of.ts';

/** The header of a GIF file, with the size of its canvas. @throws {RangeError} where it ends too early. */
export function gifHeader(bytes: Uint8Array): ImageHeader {
  const view = viewOf(bytes);
  return {
    format: 'gif',
    height: view.getUint16(8, true),
    width: view.getUint16(6, true),
    bitDepth: 8,
    channels: 1,
    orientation: 1,
    plain: false,
  };
}
