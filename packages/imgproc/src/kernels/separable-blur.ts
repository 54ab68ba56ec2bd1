import type { Raster } from '@sprout/core';
import { bytesAt, type LentMemory, withPixels } from '../wasm/with-pixels.ts';
import { mirroredIndex } from './mirrored-index.ts';
import { roundHalfEven } from './round-half-even.ts';

const { fround } = Math;

/** A symmetric window that is the same for rows and columns. */
export interface SeparableWindow {
  /** The weights from the middle outwards: with both sides their sum is 256, or all of them are 1. */
  readonly taps: Uint16Array;
  /** The square of the sum of all weights. 2 ** 16 divides exactly, and halves are rounded up; others divide in single precision. */
  readonly divisor: number;
}

/** The kernel shifts instead of dividing by this. */
const SHIFTED = 2 ** 16;
/** Subtracted from the sums of the rows, so that these are signed numbers of 16 bits. */
const OFFSET = 32_768;
/** Up to this number of pixels, the sum of a window with weights of 1 fits in 16 bits. */
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
    writeTables(memory, { source, window, layout });
    const length = 3 * width;
    const radius = window.taps.length - 1;
    const [taps, sides, line] = [free + layout.taps, free + layout.sides, free + layout.line];
    const sums = free + layout.sums;
    kernels.weighRows(at, height, length, taps, radius, sides, line, sums, layout.stride);
    weighColumns(memory, { source, window, layout });
    return bytesAt(kernels, free + layout.target, height * length);
  });
}

interface Blur {
  readonly source: Raster;
  readonly window: SeparableWindow;
  readonly layout: ReturnType<typeof layoutOf>;
}

function weighColumns({ kernels, free }: LentMemory, { source, window, layout }: Blur): void {
  const { height, width } = source;
  const { taps, divisor } = window;
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
function layoutOf({ height, width }: Raster, { taps }: SeparableWindow) {
  const radius = taps.length - 1;
  const stride = Math.ceil((3 * width) / 16) * 16;
  let end = 0;
  const place = (size: number): number => {
    const at = end;
    end += Math.ceil(size / 16) * 16;
    return at;
  };
  return {
    stride,
    taps: place(2 * (radius + 1)),
    sides: place(8 * radius),
    rows: place(4 * (height + 2 * radius)),
    line: place(3 * (width + 2 * radius) + 64),
    sums: place(2 * height * stride),
    target: place(3 * width * height + 64),
    end,
  };
}

function writeTables({ kernels, free }: LentMemory, { source, window, layout }: Blur): void {
  const { height, width } = source;
  const { taps } = window;
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
  const isShifted = divisor === SHIFTED;
  const scale = fround(1 / divisor);
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
    result[at] = isShifted ? (sum + SHIFTED / 2) / SHIFTED : roundHalfEven(fround(sum * scale));
  }
  return result;
}
