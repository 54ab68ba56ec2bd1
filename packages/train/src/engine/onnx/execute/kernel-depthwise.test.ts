import { describe, expect, it } from 'vitest';
import { resultSize } from '../../../../test/convolution.ts';
import {
  type DepthwiseShapes,
  gradientOfDepthwiseFilters,
  gradientOfDepthwiseImage,
} from '../../../../test/depthwise.ts';
import { difference } from '../../../../test/difference.ts';
import {
  BATCH,
  blockChannels,
  HEIGHT,
  kernelNumbers,
  runKernel,
  WIDTH,
} from '../../../../test/run-kernel.ts';
import type { Window } from '../../../graph/emit/window.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };
/** Of the sums, relative to the largest number. */
const TOLERANCE = 1e-6;

describe('the gradients of a depthwise convolution agree with their definition:', () => {
  const windows: Readonly<Record<string, Window>> = {
    'squares with borders': {
      size: [3, 3],
      strides: [1, 1],
      borders: { top: 1, left: 1, bottom: 1, right: 1 },
    },
    'large windows by 2': {
      size: [5, 5],
      strides: [2, 2],
      borders: { top: 1, left: 2, bottom: 2, right: 2 },
    },
    'oblong windows with gaps': { size: [1, 2], strides: [3, 4], borders: NO_BORDERS },
    'borders wider than the window': {
      size: [2, 2],
      strides: [1, 2],
      borders: { top: 3, left: 4, bottom: 3, right: 4 },
    },
    'windows wider than the image': {
      size: [2, 11],
      strides: [1, 1],
      borders: { ...NO_BORDERS, left: 5, right: 5 },
    },
  };
  const cases = Object.entries(windows).flatMap(([name, window]) =>
    [4, 8, 16].map((block) => ({ name, window, block })),
  );

  it.each(cases)('$name, blocks of $block', ({ window, block }) => {
    const channels = 2 * block;
    const shapes: DepthwiseShapes = { image: [BATCH, channels, HEIGHT, WIDTH], window };
    const [rows, columns] = resultSize({ ...shapes, filters: 1 });
    const image = kernelNumbers('image', BATCH * channels * HEIGHT * WIDTH);
    const gradient = kernelNumbers('gradient', BATCH * channels * rows * columns);
    const filters = kernelNumbers('filters', channels * window.size[0] * window.size[1]);
    const parameters = {
      batch: BATCH,
      blocks: 2,
      channelBlock: block,
      height: HEIGHT,
      width: WIDTH,
      rows,
      columns,
      windowHeight: window.size[0],
      windowWidth: window.size[1],
      strideHeight: window.strides[0],
      strideWidth: window.strides[1],
      top: window.borders.top,
      left: window.borders.left,
    };

    const [, ofFilters] = runKernel('depthwiseFilterGradient', parameters, {
      inputs: [blockChannels(image, block), blockChannels(gradient, block)],
      outputs: [2 * filters.length, filters.length],
    });
    const expected = gradientOfDepthwiseFilters(shapes, image, gradient);
    expect(difference(ofFilters!, lastChannels(expected, block))).toBeLessThan(TOLERANCE);

    const [ofImage] = runKernel('depthwiseInputGradient', parameters, {
      inputs: [blockChannels(gradient, block), lastChannels(filters, block)],
      outputs: [image.length],
    });
    const towards = gradientOfDepthwiseImage(shapes, gradient, filters);
    expect(difference(ofImage!, blockChannels(towards, block))).toBeLessThan(TOLERANCE);
  });
});

/** Reorders filters `[2 * block, 1, height, width]` to `[2, height, width, block]`. */
function lastChannels(filters: ArrayLike<number>, block: number): Float32Array {
  const taps = filters.length / (2 * block);
  return Float32Array.from({ length: filters.length }, (_, at) => {
    const [lane, tap] = [at % block, Math.floor(at / block) % taps];
    return filters[(Math.floor(at / block / taps) * block + lane) * taps + tap]!;
  });
}
