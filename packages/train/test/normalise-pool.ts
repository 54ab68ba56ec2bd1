import { BATCH, HEIGHT, WIDTH } from './run-kernel.ts';

export const EPSILON = 1e-3;

/** A pooling window. All pairs are (height, width). */
export interface PoolWindow {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  /** The borders above and left of the image. */
  readonly border: readonly [number, number];
  /** The number of windows. */
  readonly count: readonly [number, number];
}

export interface NormalisePoolOptions {
  readonly image: Float32Array;
  readonly gradient: Float32Array;
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly window: PoolWindow;
  /** The lower and the upper limit of the output. */
  readonly limits: readonly [number, number];
}

/** The results for one channel. */
interface Channel {
  readonly mean: number;
  readonly variance: number;
  readonly gammaGradient: number;
  readonly betaGradient: number;
}

/** Batch normalisation, clipping and maximum pooling and their gradients, by their formulas and in double precision. */
export function normalisePool(options: NormalisePoolOptions) {
  const results = {
    output: new Float32Array(options.gradient.length),
    imageGradient: new Float32Array(options.image.length),
  };
  const channels = Array.from(options.gamma, (_, channel) =>
    normaliseChannel(options, channel, results),
  );
  const collect = (key: keyof Channel): Float32Array =>
    Float32Array.from(channels, (channel) => channel[key]);
  return {
    ...results,
    mean: collect('mean'),
    variance: collect('variance'),
    gammaGradient: collect('gammaGradient'),
    betaGradient: collect('betaGradient'),
  };
}

interface Results {
  readonly output: Float32Array;
  readonly imageGradient: Float32Array;
}

function normaliseChannel(
  options: NormalisePoolOptions,
  channel: number,
  { output, imageGradient }: Results,
): Channel {
  const { image, gradient, gamma, window, limits } = options;
  const [lower, upper] = limits;
  const [channels, factor, shift] = [gamma.length, gamma[channel]!, options.beta[channel]!];
  const [rows, columns] = window.count;
  const plane = HEIGHT * WIDTH;
  const count = BATCH * plane;
  const pixels = Array.from({ length: count }, (_, at) => {
    const n = Math.floor(at / plane);
    return (n * channels + channel) * plane + (at % plane);
  });
  const mean = pixels.reduce((sum, at) => sum + image[at]!, 0) / count;
  const variance = pixels.reduce((sum, at) => sum + (image[at]! - mean) ** 2, 0) / count;
  const deviation = Math.sqrt(variance + EPSILON);
  const normal = new Map(pixels.map((at) => [at, (image[at]! - mean) / deviation]));
  const towards = new Map(pixels.map((at) => [at, 0]));
  for (let index = 0; index < BATCH * rows * columns; index++) {
    const [n, position] = [Math.floor(index / (rows * columns)), index % (rows * columns)];
    const start = (n * channels + channel) * plane;
    const inside = windowPixels(window, [Math.floor(position / columns), position % columns]);
    const scaled = inside.map((pixel) => normal.get(start + pixel)! * factor);
    const largest = Math.max(...scaled);
    const value = largest + shift;
    const to = (n * channels + channel) * rows * columns + position;
    output[to] = Math.min(upper, Math.max(lower, value));
    if (value <= lower || value > upper) continue;
    const peak = start + inside[scaled.indexOf(largest)]!;
    towards.set(peak, towards.get(peak)! + gradient[to]!);
  }
  const sum = [...towards.values()].reduce((total, part) => total + part, 0);
  const product = pixels.reduce((total, at) => total + towards.get(at)! * normal.get(at)!, 0);
  for (const at of pixels) {
    const rest = towards.get(at)! - sum / count - (normal.get(at)! * product) / count;
    imageGradient[at] = (factor / deviation) * rest;
  }
  return { mean, variance, gammaGradient: product, betaGradient: sum };
}

function windowPixels(
  { size, strides, border }: PoolWindow,
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
