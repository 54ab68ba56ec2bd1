import type { Raster } from '@sprout/core';
import { bytesAt, type LentMemory, withPixels } from '../wasm/with-pixels.ts';
import { mirroredIndex } from './mirrored-index.ts';

/** A symmetric window that is the same for rows and columns. */
export interface SeparableWindow {
  /** The weights from the middle outwards: with both sides their sum is 256, or all of them are 1. */
  readonly taps: Uint16Array;
  /** The square of the sum of all weights. Halves are rounded up; odd numbers have none. */
  readonly divisor: number;
}

/** 2 ** 16 is divided by shifting, with half of it added. */
const SHIFTED = 2 ** 16;
/** The numbers between the passes are less by this, so that they are signed. */
const OFFSET = 32_768;
/** With weights of 1, the sum of the window fits in 16 bits up to this number of pixels. */
const MOST_IN_16_BITS = 257;

/**
 * Replaces each value by the weighted mean of a window, channel by channel, rounded once. The image is mirrored about its edge pixels.
 *
 * @param source RGB. Only read.
 */
export function separableBlur(source: Raster, window: SeparableWindow): Raster {
  const data = blurInWasm(source, window) ?? blurScalar(source, window);
  return { ...source, data };
}

/** As `separableBlur` in WebAssembly; `undefined` where Node has none with vectors. */
export function blurInWasm(source: Raster, window: SeparableWindow): Uint8Array | undefined {
  const { height, width, data } = source;
  const layout = layoutOf(source, window);
  return withPixels(data, layout.end, (memory) => {
    const { kernels, source: at, free } = memory;
    writeTables(memory, source, window);
    const length = 3 * width;
    const radius = window.taps.length - 1;
    const [taps, sides, line] = [free + layout.taps, free + layout.sides, free + layout.line];
    const sums = free + layout.sums;
    kernels.weighRows(at, height, length, taps, radius, sides, line, sums, layout.stride);
    weighColumns(memory, source, window);
    return bytesAt(kernels, free + layout.target, height * length);
  });
}

function weighColumns(
  { kernels, free }: LentMemory,
  source: Raster,
  { taps, divisor }: SeparableWindow,
): void {
  const layout = layoutOf(source, { taps, divisor });
  const { height, width } = source;
  const [rows, sums] = [free + layout.rows, free + layout.sums];
  const target = free + layout.target;
  const [length, radius] = [3 * width, taps.length - 1];
  const isShifted = divisor === SHIFTED;
  const scale = isShifted ? 0 : 1 / divisor;
  if (!isShifted && divisor <= MOST_IN_16_BITS) {
    kernels.sumColumns(sums, rows, height, length, radius, scale, target);
    return;
  }
  const bias = Math.sqrt(divisor) * OFFSET + (isShifted ? SHIFTED / 2 : 0);
  const tapsAt = free + layout.taps;
  kernels.weighColumns(sums, rows, height, length, tapsAt, radius, bias, scale, target);
}

/** The offsets of all tables and results in the free memory. */
function layoutOf({ height, width }: Raster, window: SeparableWindow) {
  const radius = window.taps.length - 1;
  const stride = Math.ceil((3 * width) / 16) * 16;
  const sizes = {
    taps: 2 * (radius + 1),
    sides: 8 * radius,
    rows: 4 * (height + 2 * radius),
    line: 3 * (width + 2 * radius) + 64,
    sums: 2 * height * stride,
    target: 3 * width * height + 64,
  };
  let end = 0;
  const place = (size: number): number => {
    const at = end;
    end += Math.ceil(size / 16) * 16;
    return at;
  };
  return {
    stride,
    taps: place(sizes.taps),
    sides: place(sizes.sides),
    rows: place(sizes.rows),
    line: place(sizes.line),
    sums: place(sizes.sums),
    target: place(sizes.target),
    end,
  };
}

function writeTables(
  { kernels, free }: LentMemory,
  source: Raster,
  { taps }: SeparableWindow,
): void {
  const layout = layoutOf(source, { taps, divisor: 1 });
  const { height, width } = source;
  const radius = taps.length - 1;
  const { buffer } = kernels.memory;
  new Uint16Array(buffer, free + layout.taps, taps.length).set(taps);
  const sides = new Uint32Array(buffer, free + layout.sides, 2 * radius);
  for (let at = 0; at < radius; at++) {
    sides[at] = 3 * mirroredIndex(at - radius, width);
    sides[radius + at] = 3 * mirroredIndex(width + at, width);
  }
  const rows = new Uint32Array(buffer, free + layout.rows, height + 2 * radius);
  for (let at = 0; at < rows.length; at++)
    rows[at] = 2 * layout.stride * mirroredIndex(at - radius, height);
}

/** As `separableBlur`, without WebAssembly. */
export function blurScalar(
  { height, width, channels, data }: Raster,
  { taps, divisor }: SeparableWindow,
): Uint8Array {
  const radius = taps.length - 1;
  const sums = new Uint32Array(data.length);
  const result = new Uint8Array(data.length);
  const length = width * channels;
  for (let at = 0; at < data.length; at++) {
    const start = at - (at % length);
    const [column, channel] = [Math.floor((at - start) / channels), at % channels];
    let sum = 0;
    for (let tap = -radius; tap <= radius; tap++) {
      const near = start + mirroredIndex(column + tap, width) * channels + channel;
      sum += taps[Math.abs(tap)]! * data[near]!;
    }
    sums[at] = sum;
  }
  for (let at = 0; at < data.length; at++) {
    const row = Math.floor(at / length);
    let sum = 0;
    for (let tap = -radius; tap <= radius; tap++) {
      const near = mirroredIndex(row + tap, height) * length + (at % length);
      sum += taps[Math.abs(tap)]! * sums[near]!;
    }
    result[at] = Math.floor((2 * sum + divisor) / (2 * divisor));
  }
  return result;
}
