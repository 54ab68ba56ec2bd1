import { rngAt } from '@sprout/core';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../../graph/ir/onnx-graph.ts';
import {
  KERNEL_PARAMETERS,
  type KernelName,
  type KernelParameters,
} from '../../../graph/kernel/kernel-parameters.ts';
import { instantiateKernels, KERNELS_END } from './instantiate-kernels.ts';
import { wasm } from './web-assembly.ts';
import { writeParameters } from './write-parameters.ts';

const BATCH = 2;
const [HEIGHT, WIDTH] = [7, 9];
const EPSILON = 1e-3;
/** Of the sums, relative to the largest number. */
const TOLERANCE = 1e-6;
const BLOCKS = [4, 8, 16];

/** (height, width) throughout. */
interface Window {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  /** The borders above and left of the image. */
  readonly border: readonly [number, number];
  /** The number of windows. */
  readonly count: readonly [number, number];
}

describe('normalisePool and its gradient agree with their definition:', () => {
  const windows: Readonly<Record<string, Window>> = {
    'single pixels': { size: [1, 1], strides: [1, 1], border: [0, 0], count: [7, 9] },
    'squares of four, with pixels over': {
      size: [2, 2],
      strides: [2, 2],
      border: [0, 0],
      count: [3, 4],
    },
    'squares of four, past the edges': {
      size: [2, 2],
      strides: [2, 2],
      border: [0, 0],
      count: [4, 5],
    },
    columns: { size: [3, 1], strides: [3, 1], border: [0, 0], count: [2, 9] },
    'overlapping squares': { size: [3, 3], strides: [2, 2], border: [1, 1], count: [4, 5] },
    'windows with gaps': { size: [1, 2], strides: [3, 3], border: [0, 0], count: [3, 3] },
  };
  const cases = Object.entries(windows).flatMap(([name, window]) =>
    BLOCKS.flatMap((block) => [true, false].map((rectify) => ({ name, window, block, rectify }))),
  );

  it.each(cases)('$name, blocks of $block, rectifier: $rectify', ({ window, block, rectify }) => {
    const channels = 2 * block;
    const [rows, columns] = window.count;
    const paddedHeight = HEIGHT + 2;
    // quarters: several pixels of a window may hold its peak
    const image = numbers('image', BATCH * channels * HEIGHT * WIDTH).map(
      (number) => Math.round(4 * number) / 4,
    );
    const gradient = numbers('gradient', BATCH * channels * rows * columns);
    const [gamma, beta] = [numbers('gamma', channels), numbers('beta', channels)];
    const expected = definition({ image, gradient, gamma, beta, window, rectify });

    const { size, strides, border } = window;
    const parameters = (height: number): KernelParameters<'normalisePool'> => ({
      batch: BATCH,
      blocks: 2,
      channelBlock: block,
      height: HEIGHT,
      width: WIDTH,
      rows,
      columns,
      windowHeight: size[0],
      windowWidth: size[1],
      strideHeight: strides[0],
      strideWidth: strides[1],
      top: border[0],
      left: border[1],
      paddedHeight: height,
      epsilon: EPSILON,
      rectify: Number(rectify),
    });
    const blocks = nchwc(image, block);
    const pooled = gradient.length;
    const [peaks, output, mean, variance] = run('normalisePool', parameters(HEIGHT), {
      inputs: [blocks, gamma, beta],
      outputs: [pooled, pooled, channels, channels],
    }) as Quadruple;
    const isSingle = [...size, ...strides].every((length) => length === 1);
    const [result, gammaGradient, betaGradient] = run(
      'normalisePoolGradient',
      parameters(paddedHeight),
      {
        inputs: [
          blocks,
          gamma,
          beta,
          isSingle ? blocks : peaks,
          mean,
          variance,
          nchwc(gradient, block),
        ],
        outputs: [BATCH * channels * paddedHeight * WIDTH, channels, channels],
      },
    ) as Quadruple;

    expect(difference(mean, expected.mean)).toBeLessThan(TOLERANCE);
    expect(difference(variance, expected.variance)).toBeLessThan(TOLERANCE);
    expect(difference(output, nchwc(expected.output, block))).toBeLessThan(TOLERANCE);
    expect(difference(gammaGradient, expected.gammaGradient)).toBeLessThan(TOLERANCE);
    expect(difference(betaGradient, expected.betaGradient)).toBeLessThan(TOLERANCE);
    const padded = planes(expected.imageGradient, HEIGHT * WIDTH).flatMap((plane) => [
      ...plane,
      ...new Float32Array(2 * WIDTH),
    ]);
    expect(difference(result, nchwc(padded, block))).toBeLessThan(TOLERANCE);
  });
});

describe('the variance', () => {
  const parameters = (height: number, width: number): KernelParameters<'normalisePool'> => ({
    batch: BATCH,
    blocks: 1,
    channelBlock: 4,
    height,
    width,
    rows: height,
    columns: width,
    windowHeight: 1,
    windowWidth: 1,
    strideHeight: 1,
    strideWidth: 1,
    top: 0,
    left: 0,
    paddedHeight: height,
    epsilon: EPSILON,
    rectify: 0,
  });
  const varianceOf = (image: Float32Array, [height, width]: readonly [number, number]): number => {
    const [, , , variance] = run('normalisePool', parameters(height, width), {
      inputs: [image, Float32Array.of(1, 1, 1, 1), new Float32Array(4)],
      outputs: [0, image.length, 4, 4],
    }) as Quadruple;
    return variance[0]!;
  };

  it('of numbers far from zero keeps its digits', () => {
    const image = Float32Array.from(
      { length: BATCH * 4 * 600 },
      (_, at) => 1000 + (Math.floor(at / 4) % 2) / 2,
    );
    expect(varianceOf(image, [20, 30])).toBeCloseTo(1 / 16, 7);
  });

  it('of a large image, half of it constant, keeps its digits', () => {
    const plane = 200 * 200;
    const image = Float32Array.from({ length: BATCH * 4 * plane }, (_, at) =>
      Math.floor(at / 4) % plane < plane / 2 ? 0.1 : 1.3,
    );
    const half = Math.fround(1.3) - Math.fround(0.1);
    expect(Math.abs(varianceOf(image, [200, 200]) / (half / 2) ** 2 - 1)).toBeLessThan(2e-7);
  });
});

describe('shiftImage', () => {
  it.each([
    { block: 4, columns: 9, windowWidth: 3, left: 1, imagesInside: 0 },
    { block: 8, columns: 7, windowWidth: 3, left: 0, imagesInside: 0 },
    { block: 16, columns: 9, windowWidth: 5, left: 2, imagesInside: 1 },
    { block: 8, columns: 1, windowWidth: 9, left: 0, imagesInside: 1 },
    { block: 4, columns: 20, windowWidth: 12, left: 11, imagesInside: 0 },
  ])('%o', ({ block, columns, windowWidth, left, imagesInside }) => {
    const channels = 2 * block;
    const [rows, lead, tail] = [HEIGHT + 1, 13, 5];
    const length = lead + BATCH * channels * windowWidth * rows * columns + tail;
    const image = numbers('image', BATCH * channels * HEIGHT * WIDTH);
    const parameters = {
      batch: BATCH,
      channelBlock: block,
      blocks: 2,
      height: HEIGHT,
      width: WIDTH,
      rows,
      columns,
      windowWidth,
      left,
      lead,
      tail,
      imagesInside,
    };
    const expected = new Float32Array(length);
    for (let n = 0; n < BATCH; n++)
      for (let j = 0; j < windowWidth; j++)
        for (let c = 0; c < channels; c++)
          for (let y = 0; y < HEIGHT; y++)
            for (let x = 0; x < columns; x++) {
              const from = x + j - left;
              const plane =
                imagesInside === 1
                  ? (j * channels + c) * BATCH + n
                  : (n * windowWidth + j) * channels + c;
              const isInside = from >= 0 && from < WIDTH;
              expected[lead + (plane * rows + y) * columns + x] = isInside
                ? image[((n * channels + c) * HEIGHT + y) * WIDTH + from]!
                : 0;
            }
    const [result] = run('shiftImage', parameters, {
      inputs: [nchwc(image, block)],
      outputs: [length],
    });
    expect(result).toEqual(expected);
  });
});

describe('im2col', () => {
  it.each([
    { size: [3, 3], strides: [1, 1], border: [1, 1], count: [7, 9] },
    { size: [5, 5], strides: [2, 2], border: [1, 2], count: [4, 5] },
    { size: [2, 4], strides: [3, 3], border: [0, 0], count: [2, 2] },
    { size: [1, 1], strides: [1, 2], border: [0, 0], count: [7, 5] },
    { size: [2, 12], strides: [1, 1], border: [0, 6], count: [6, 9] },
  ])('%o', ({ size, strides, border, count }) => {
    const channels = 3;
    const [high, wide] = size as [number, number];
    const [rows, columns] = count as [number, number];
    const image = numbers('image', BATCH * channels * HEIGHT * WIDTH);
    const expected: number[] = [];
    for (let n = 0; n < BATCH; n++)
      for (let i = 0; i < high; i++)
        for (let j = 0; j < wide; j++)
          for (let c = 0; c < channels; c++)
            for (let y = 0; y < rows; y++)
              for (let x = 0; x < columns; x++) {
                const row = y * strides[0]! + i - border[0]!;
                const column = x * strides[1]! + j - border[1]!;
                const isInside = row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH;
                const at = ((n * channels + c) * HEIGHT + row) * WIDTH + column;
                expected.push(isInside ? image[at]! : 0);
              }
    const parameters = {
      batch: BATCH,
      channels,
      height: HEIGHT,
      width: WIDTH,
      rows,
      columns,
      windowHeight: high,
      windowWidth: wide,
      strideHeight: strides[0]!,
      strideWidth: strides[1]!,
      top: border[0]!,
      left: border[1]!,
    };
    const [result] = run('im2col', parameters, { inputs: [image], outputs: [expected.length] });
    expect([...result!]).toEqual(expected);
  });
});

type Quadruple = [Float32Array, Float32Array, Float32Array, Float32Array];

interface Numbers {
  readonly inputs: readonly Float32Array[];
  /** Lengths. */
  readonly outputs: readonly number[];
}

/** Runs a kernel on a memory of its own, which is full of NaN. */
function run<Kernel extends KernelName>(
  kernel: Kernel,
  parameters: NoInfer<KernelParameters<Kernel>>,
  { inputs, outputs }: Numbers,
): Float32Array[] {
  const pages = 64;
  const memory = new wasm!.Memory({ initial: pages, maximum: pages });
  const kernels = instantiateKernels(memory);
  new Float32Array(memory.buffer, KERNELS_END).fill(Number.NaN);
  const numberOf: Readonly<Record<string, number>> = parameters;
  const attributes = Object.fromEntries(
    KERNEL_PARAMETERS[kernel].map(([name, type]): [string, Attribute] => [
      name,
      type === 'i32' ? { int: numberOf[name]! } : { float: numberOf[name]! },
    ]),
  );
  const node = { type: kernel, domain: '', name: kernel, inputs: [], outputs: [], attributes };
  writeParameters(new DataView(memory.buffer, KERNELS_END), node);
  let end = KERNELS_END + 64;
  const allocate = (length: number): Float32Array => {
    const array = new Float32Array(memory.buffer, end, length);
    end += array.byteLength + 16;
    return array;
  };
  const given = inputs.map((input) => {
    const copy = allocate(input.length);
    copy.set(input);
    return copy;
  });
  const made = outputs.map(allocate);
  kernels[kernel]!(KERNELS_END, ...[...given, ...made].map((array) => array.byteOffset));
  return made;
}

interface Definition {
  readonly image: Float32Array;
  readonly gradient: Float32Array;
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly window: Window;
  readonly rectify: boolean;
}

/** Batch normalisation, rectifier and maximum pooling, each by its formula and in 64 bits, and the way back. */
function definition({ image, gradient, gamma, beta, window, rectify }: Definition) {
  const channels = gamma.length;
  const plane = HEIGHT * WIDTH;
  const [rows, columns] = window.count;
  const count = BATCH * plane;
  const output = new Float32Array(gradient.length);
  const imageGradient = new Float32Array(image.length);
  const perChannel = Array.from({ length: channels }, (_, channel) => {
    const pixels = Array.from({ length: count }, (__, at) => {
      const n = Math.floor(at / plane);
      return (n * channels + channel) * plane + (at % plane);
    });
    const mean = pixels.reduce((sum, at) => sum + image[at]!, 0) / count;
    const variance = pixels.reduce((sum, at) => sum + (image[at]! - mean) ** 2, 0) / count;
    const deviation = Math.sqrt(variance + EPSILON);
    const normal = new Map(pixels.map((at) => [at, (image[at]! - mean) / deviation]));
    const towards = new Map(pixels.map((at) => [at, 0]));
    for (let n = 0; n < BATCH; n++) {
      const start = (n * channels + channel) * plane;
      for (let index = 0; index < rows * columns; index++) {
        const met = windowPixels(window, [Math.floor(index / columns), index % columns]);
        const scaled = met.map((pixel) => normal.get(start + pixel)! * gamma[channel]!);
        const largest = Math.max(...scaled);
        const value = largest + beta[channel]!;
        const to = (n * channels + channel) * rows * columns + index;
        output[to] = rectify ? Math.max(0, value) : value;
        if (rectify && value <= 0) continue;
        const peak = start + met[scaled.indexOf(largest)]!;
        towards.set(peak, towards.get(peak)! + gradient[to]!);
      }
    }
    const sum = [...towards.values()].reduce((total, part) => total + part, 0);
    const product = pixels.reduce((total, at) => total + towards.get(at)! * normal.get(at)!, 0);
    for (const at of pixels) {
      const rest = towards.get(at)! - sum / count - (normal.get(at)! * product) / count;
      imageGradient[at] = (gamma[channel]! / deviation) * rest;
    }
    return { mean, variance, gammaGradient: product, betaGradient: sum };
  });
  const collect = (key: keyof (typeof perChannel)[number]): Float32Array =>
    Float32Array.from(perChannel, (channel) => channel[key]);
  return {
    output,
    imageGradient,
    mean: collect('mean'),
    variance: collect('variance'),
    gammaGradient: collect('gammaGradient'),
    betaGradient: collect('betaGradient'),
  };
}

function windowPixels(
  { size, strides, border }: Window,
  [row, column]: readonly [number, number],
): number[] {
  const pixels: number[] = [];
  for (let i = 0; i < size[0]; i++)
    for (let j = 0; j < size[1]; j++) {
      const y = row * strides[0] + i - border[0];
      const x = column * strides[1] + j - border[1];
      if (y >= 0 && y < HEIGHT && x >= 0 && x < WIDTH) pixels.push(y * WIDTH + x);
    }
  return pixels;
}

function numbers(name: string, length: number): Float32Array {
  const rng = rngAt(0, ['kernels', name]);
  return Float32Array.from({ length }, () => rng.normal(0.3, 1));
}

/** `[BATCH, 2 * block, ...]` as `[BATCH, 2, ..., block]`. */
function nchwc(image: ArrayLike<number>, block: number): Float32Array {
  const plane = image.length / (BATCH * 2 * block);
  return Float32Array.from({ length: image.length }, (_, at) => {
    const [lane, pixel] = [at % block, Math.floor(at / block) % plane];
    const place = Math.floor(at / block / plane);
    return image[(place * block + lane) * plane + pixel]!;
  });
}

function planes(image: Float32Array, size: number): Float32Array[] {
  return Array.from({ length: image.length / size }, (_, index) =>
    image.subarray(index * size, (index + 1) * size),
  );
}

/** The largest difference, relative to the largest number; `Infinity` where lengths differ or anything is no number. */
function difference(received: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (received.length !== expected.length) return Infinity;
  let [largest, most] = [0, 0];
  for (let at = 0; at < expected.length; at++) {
    largest = Math.max(largest, Math.abs(expected[at]!));
    most = Math.max(most, Math.abs(expected[at]! - received[at]!));
  }
  return Number.isNaN(most) ? Infinity : most / largest;
}
