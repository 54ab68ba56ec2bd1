import { gifBlocks } from './gif-blocks.ts';
import { type GifFrame, gifFrame } from './gif-frame.ts';
import type { ImageHeader } from './image-header.ts';
import { TooManyParts } from './part-limit.ts';
import { viewOf } from './view-of.ts';

/**
 * The header of a GIF file, with the size of its canvas, which contains the first frame.
 *
 * @throws {RangeError} where it ends too early.
 */
export function gifHeader(bytes: Uint8Array): ImageHeader {
  const view = viewOf(bytes);
  const canvas = { height: view.getUint16(8, true), width: view.getUint16(6, true) };
  const frame = gifFrame(bytes);
  const header = {
    format: 'gif',
    ...(frame === undefined ? canvas : grown(canvas, frame)),
    bitDepth: 8,
    channels: 1,
    orientation: 1,
    plain: false,
  } as const;
  if (frame === undefined || isWhole(bytes)) return header;
  return { ...header, oddity: 'damage after the first frame' };
}

function grown(
  canvas: { readonly height: number; readonly width: number },
  { left, top, height, width }: GifFrame,
): { readonly height: number; readonly width: number } {
  return {
    height: Math.max(canvas.height, top + height),
    width: Math.max(canvas.width, left + width),
  };
}

/** Whether the blocks of a file end with its end mark. A file with too many blocks to count is taken as whole. */
function isWhole(bytes: Uint8Array): boolean {
  try {
    for (const _ of gifBlocks(bytes));
    return true;
  } catch (error) {
    if (error instanceof TooManyParts) return true;
    if (error instanceof RangeError) return false;
    throw error;
  }
}
