import { describe, expect, it } from 'vitest';
import { difference } from '../../../../test/difference.ts';
import { EPSILON, normalisePool, type PoolWindow } from '../../../../test/normalise-pool.ts';
import {
  BATCH,
  blockChannels,
  HEIGHT,
  kernelNumbers,
  planes,
  runKernel,
  WIDTH,
} from '../../../../test/run-kernel.ts';
import type { KernelParameters } from '../../../graph/kernel-nodes/kernel-parameters.ts';

/** Of the sums, relative to the largest number. */
const TOLERANCE = 1e-6;
const BLOCKS = [4, 8, 16];
/** No activation, ReLU, and a narrow one that clips many numbers on both sides. */
const LIMITS = [
  [-Infinity, Infinity],
  [0, Infinity],
  [0, 0.5],
] as const;

describe('normalisePool and its gradient agree with their definition:', () => {
  const windows: Readonly<Record<string, PoolWindow>> = {
    'single pixels': { size: [1, 1], strides: [1, 1], border: [0, 0], count: [7, 9] },
    '2 x 2 windows that leave pixels over': {
      size: [2, 2],
      strides: [2, 2],
      border: [0, 0],
      count: [3, 4],
    },
    '2 x 2 windows that extend beyond the image': {
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
    BLOCKS.flatMap((block) => LIMITS.map((limits) => ({ name, window, block, limits }))),
  );

  it.each(cases)('$name, blocks of $block, limits $limits', ({ window, block, limits }) => {
    const channels = 2 * block;
    const [rows, columns] = window.count;
    const paddedHeight = HEIGHT + 2;
    // quarters: several pixels of a window may hold its peak
    const image = kernelNumbers('image', BATCH * channels * HEIGHT * WIDTH).map(
      (number) => Math.round(4 * number) / 4,
    );
    const gradient = kernelNumbers('gradient', BATCH * channels * rows * columns);
    const [gamma, beta] = [kernelNumbers('gamma', channels), kernelNumbers('beta', channels)];
    const expected = normalisePool({ image, gradient, gamma, beta, window, limits });

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
      lowerLimit: limits[0],
      upperLimit: limits[1],
    });
    const blocks = blockChannels(image, block);
    const pooled = gradient.length;
    const [peaks, output, mean, variance] = runKernel('normalisePool', parameters(HEIGHT), {
      inputs: [blocks, gamma, beta],
      outputs: [pooled, pooled, channels, channels],
    }) as Quadruple;
    const isSingle = [...size, ...strides].every((length) => length === 1);
    const [result, gammaGradient, betaGradient] = runKernel(
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
          blockChannels(gradient, block),
        ],
        outputs: [BATCH * channels * paddedHeight * WIDTH, channels, channels],
      },
    ) as Quadruple;

    expect(difference(mean, expected.mean)).toBeLessThan(TOLERANCE);
    expect(difference(variance, expected.variance)).toBeLessThan(TOLERANCE);
    expect(difference(output, blockChannels(expected.output, block))).toBeLessThan(TOLERANCE);
    expect(difference(gammaGradient, expected.gammaGradient)).toBeLessThan(TOLERANCE);
    expect(difference(betaGradient, expected.betaGradient)).toBeLessThan(TOLERANCE);
    const padded = planes(expected.imageGradient, HEIGHT * WIDTH).flatMap((plane) => [
      ...plane,
      ...new Float32Array(2 * WIDTH),
    ]);
    expect(difference(result, blockChannels(padded, block))).toBeLessThan(TOLERANCE);
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
    lowerLimit: -Infinity,
    upperLimit: Infinity,
  });
  const varianceOf = (image: Float32Array, [height, width]: readonly [number, number]): number => {
    const [, , , variance] = runKernel('normalisePool', parameters(height, width), {
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

type Quadruple = [Float32Array, Float32Array, Float32Array, Float32Array];
