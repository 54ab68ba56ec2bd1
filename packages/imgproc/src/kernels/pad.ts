import type { Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';
import { type Border, borderIndex } from './border.ts';
import { pickInWasm } from './move-pixels-in-wasm.ts';

/** Pixels that are added at each side. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface PadOptions extends Sides {
  readonly border: Border;
  /** The value of each channel in a constant border. */
  readonly colour: readonly number[];
}

/**
 * Adds pixels around an image: `cv2.copyMakeBorder` bit for bit.
 *
 * @param source Only read.
 * @returns A new raster; `source` itself where nothing is added.
 */
export function pad(source: Raster, options: PadOptions): Raster {
  const { top, right, bottom, left, border } = options;
  if (top + right + bottom + left === 0) return source;
  const { channels } = source;
  const height = top + source.height + bottom;
  const width = left + source.width + right;
  if (border === 'constant') return { height, width, channels, data: frame(source, options) };
  const rows = indices(height, { before: top, size: source.height, border });
  const columns = indices(width, { before: left, size: source.width, border });
  const fast = channels === 3 ? pickInWasm(source, rows, columns) : undefined;
  return { height, width, channels, data: fast ?? repeated(source, rows, columns) };
}

interface Axis {
  readonly before: number;
  readonly size: number;
  readonly border: Border;
}

/** The row or column of the source for each of the target. */
function indices(length: number, { before, size, border }: Axis): Int32Array {
  const result = new Int32Array(length);
  for (let at = 0; at < length; at++) result[at] = borderIndex(at - before, size, border);
  return result;
}

/** The image in a frame of one colour. */
function frame(source: Raster, { top, right, bottom, left, colour }: PadOptions): Uint8Array {
  const { channels } = source;
  const length = source.width * channels;
  const stride = (left + source.width + right) * channels;
  const data = newBytes((top + source.height + bottom) * stride);
  if (colour.some((value) => value > 0)) {
    for (let at = 0; at < stride; at++) data[at] = colour[at % channels]!;
    for (let at = stride; at < data.length; at += stride) data.copyWithin(at, 0, stride);
  } else data.fill(0);
  for (let row = 0; row < source.height; row++) {
    const from = row * length;
    data.set(source.data.subarray(from, from + length), (top + row) * stride + left * channels);
  }
  return data;
}

/** The pixels at the given rows and columns, for any number of channels, without WebAssembly. */
export function repeated(
  { width, channels, data }: Raster,
  rows: Int32Array,
  columns: Int32Array,
): Uint8Array {
  const result = newBytes(rows.length * columns.length * channels);
  let to = 0;
  for (const row of rows) {
    for (const column of columns) {
      const from = (row * width + column) * channels;
      for (let channel = 0; channel < channels; channel++, to++) result[to] = data[from + channel]!;
    }
  }
  return result;
}
