import type { Raster } from '@sprout/core';
import { releaseBytes } from '../memory/result-bytes.ts';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { extendMirrored } from './extend-mirrored.ts';

/** A square window of weights, row by row; its side is odd. */
export interface ConvolutionWindow {
  readonly size: number;
  readonly weights: ArrayLike<number>;
}

interface Tap {
  /** From the first byte of a pixel to that of another one in the extended image. */
  readonly offset: number;
  readonly weight: number;
}

interface Prepared {
  readonly extended: Raster;
  /** The first byte of the image in the extended one. */
  readonly start: number;
  readonly taps: readonly Tap[];
  /** The weights are whole numbers of 15 bits; their unit is `2 ** -shift`. */
  readonly shift: number;
}

const LARGEST_WEIGHT = 2 ** 15 - 1;
/** The largest sum of all weights: 255 times it, and a half for rounding, must fit in 31 bits. */
const LARGEST_SUM = 2 ** 31 / 256;

/**
 * The weighted sum of the window about each pixel, channel by channel, rounded once (halves to even numbers) and limited to bytes:
 * `cv2.filter2D`. The image is mirrored about its edge pixels. The weights are rounded to 15 bits, so that a value may differ by 1 from
 * OpenCV's.
 *
 * @param source RGB. Only read.
 * @param window Weights from 0 on, with a sum of at most 2.
 */
export function convolve(source: Raster, window: ConvolutionWindow): Raster {
  const prepared = prepare(source, window);
  const data = convolveInWasm(source, prepared) ?? convolveScalar(source, prepared);
  releaseBytes(prepared.extended.data);
  return { ...source, data };
}

/** The extended image and the rounded weights, for `convolveInWasm` and `convolveScalar`. */
export function prepare(source: Raster, { size, weights }: ConvolutionWindow): Prepared {
  const radius = size >> 1;
  const extended = extendMirrored(source, radius);
  const stride = extended.width * 3;
  const all = Array.from(weights);
  const largest = Math.max(...all);
  const sum = all.reduce((total, weight) => total + weight, 0);
  const shift = Math.floor(Math.log2(Math.min(LARGEST_WEIGHT / largest, LARGEST_SUM / sum)));
  const taps = all.map((weight, at) => ({
    offset: (Math.floor(at / size) - radius) * stride + ((at % size) - radius) * 3,
    weight: Math.round(weight * 2 ** shift),
  }));
  const start = radius * stride + radius * 3;
  return { extended, start, taps: taps.filter(({ weight }) => weight > 0), shift };
}

/** `undefined` where Node has no WebAssembly with vectors. */
export function convolveInWasm(
  { height, width }: Raster,
  { extended, start, taps, shift }: Prepared,
): Uint8Array | undefined {
  const pairs = Math.ceil(taps.length / 2);
  const tableBytes = Math.ceil((12 * pairs) / 16) * 16;
  const size = 3 * height * width;
  return withPixels(extended.data, tableBytes + size + 8, ({ kernels, source, free }) => {
    const offsets = new Int32Array(kernels.memory.buffer, free, 3 * pairs);
    const weights = new Int16Array(kernels.memory.buffer, free, 6 * pairs);
    offsets.fill(0);
    for (const [index, { offset, weight }] of taps.entries()) {
      const [pair, second] = [index >> 1, index & 1];
      offsets[3 * pair + second] = offset;
      weights[6 * pair + 4 + second] = weight;
    }
    const target = free + tableBytes;
    const stride = extended.width * 3;
    kernels.convolve(source + start, stride, height, 3 * width, free, pairs, shift, target);
    return bytesAt(kernels, target, size);
  });
}

/** As `convolveInWasm`, without WebAssembly. */
export function convolveScalar(
  { height, width }: Raster,
  { extended, start, taps, shift }: Prepared,
): Uint8Array {
  const result = new Uint8ClampedArray(3 * height * width);
  const stride = extended.width * 3;
  const half = 2 ** (shift - 1) - 1;
  for (let at = 0; at < result.length; at++) {
    const row = Math.floor(at / (3 * width));
    const from = start + row * stride + (at - row * 3 * width);
    let sum = 0;
    for (const { offset, weight } of taps) sum += extended.data[from + offset]! * weight;
    result[at] = (sum + half + ((sum >> shift) & 1)) >> shift;
  }
  return new Uint8Array(result.buffer);
}
