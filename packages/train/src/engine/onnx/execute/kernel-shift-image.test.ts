import { describe, expect, it } from 'vitest';
import {
  BATCH,
  blockChannels,
  HEIGHT,
  kernelNumbers,
  runKernel,
  WIDTH,
} from '../../../../test/run-kernel.ts';

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
    const image = kernelNumbers('image', BATCH * channels * HEIGHT * WIDTH);
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
    const [result] = runKernel('shiftImage', parameters, {
      inputs: [blockChannels(image, block)],
      outputs: [length],
    });
    expect(result).toEqual(expected);
  });
});
