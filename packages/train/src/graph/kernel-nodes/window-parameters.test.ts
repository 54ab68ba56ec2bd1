import { expect, test } from 'vitest';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { windowParameters } from './window-parameters.ts';

test('the parameters hold the window, and the sizes of the image and of the result', () => {
  const image = new GraphBuilder().input('image', [2, 8, 7, 6]);
  const borders = { top: 1, left: 2, bottom: 1, right: 0 };
  expect(windowParameters(image, { size: [3, 4], strides: [2, 1], borders })).toEqual({
    batch: 2,
    height: 7,
    width: 6,
    rows: 4,
    columns: 5,
    windowHeight: 3,
    windowWidth: 4,
    strideHeight: 2,
    strideWidth: 1,
    top: 1,
    left: 2,
  });
});
