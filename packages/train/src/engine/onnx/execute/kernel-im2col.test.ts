import { describe, expect, it } from 'vitest';
import { BATCH, HEIGHT, kernelNumbers, runKernel, WIDTH } from '../../../../test/run-kernel.ts';

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
    const image = kernelNumbers('image', BATCH * channels * HEIGHT * WIDTH);
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
    const [result] = runKernel('im2col', parameters, {
      inputs: [image],
      outputs: [expected.length],
    });
    expect([...result!]).toEqual(expected);
  });
});
