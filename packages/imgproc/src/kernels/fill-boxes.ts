import type { Raster } from '@sprout/core';
import { copyBytes } from '../memory/result-bytes.ts';

/** A part of an image with one colour. It may reach beyond the image. */
export interface FilledBox {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  /** The value of each channel. */
  readonly colour: readonly number[];
}

/** A new raster with some boxes filled, one after the other. */
export function fillBoxes(source: Raster, boxes: readonly FilledBox[]): Raster {
  const { channels } = source;
  const data = copyBytes(source.data);
  for (const box of boxes) {
    const top = Math.max(0, box.top);
    const bottom = Math.min(source.height, box.top + box.height);
    const left = Math.max(0, box.left);
    const right = Math.min(source.width, box.left + box.width);
    const length = Math.max(0, right - left) * channels;
    const line = new Uint8Array(length);
    for (let at = 0; at < length; at++) line[at] = box.colour[at % channels]!;
    for (let row = top; row < bottom; row++) data.set(line, (row * source.width + left) * channels);
  }
  return { ...source, data };
}
