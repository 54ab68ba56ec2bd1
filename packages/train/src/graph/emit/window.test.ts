import { expect, it } from 'vitest';
import type { Value } from '../ir/graph-builder.ts';
import {
  complementOf,
  imageShape,
  imageSize,
  slideShape,
  type Window,
  windowAttributes,
} from './window.ts';

const IMAGE: Value = { name: 'image', type: 'float32', shape: ['batch', 3, 7, 10] };
const WINDOW: Window = {
  size: [3, 2],
  strides: [2, 3],
  borders: { top: 1, left: 0, bottom: 2, right: 5 },
};

it.each<[string, Partial<Window>, [number, number]]>([
  ['single pixels', { size: [1, 1], strides: [1, 1] }, [7, 10]],
  ['strides of one', { strides: [1, 1] }, [5, 9]],
  ['the whole image', { size: [7, 10] }, [1, 1]],
  ['strides that leave pixels over', { size: [2, 2], strides: [2, 3] }, [3, 3]],
  ['borders', { strides: [1, 1], borders: { top: 1, left: 2, bottom: 3, right: 4 } }, [9, 15]],
])('the size of a result: %s', (_, changes, expected) => {
  const borders = { top: 0, left: 0, bottom: 0, right: 0 };
  expect(slideShape(IMAGE, { ...WINDOW, borders, ...changes })).toEqual(expected);
});

it('is smaller than one pixel where the image is smaller than the window', () => {
  const [height] = slideShape(IMAGE, { ...WINDOW, size: [12, 1] });
  expect(height).toBeLessThan(1);
});

it('has a complement that slides over its result, back to the size of the image', () => {
  const window = { ...WINDOW, strides: [1, 1] } as const;
  const complement = complementOf(window);
  expect(complement.borders).toEqual({ top: 1, left: 1, bottom: 0, right: -4 });
  const result = { ...IMAGE, shape: [1, 3, ...slideShape(IMAGE, window)] };
  expect(slideShape(result, complement)).toEqual(imageSize(IMAGE));
});

it('has attributes in the order of ONNX: borders as top, left, bottom, right', () => {
  expect(windowAttributes(WINDOW)).toEqual({
    kernel_shape: { ints: [3, 2] },
    strides: { ints: [2, 3] },
    pads: { ints: [1, 0, 2, 5] },
  });
});

it('an image has a batch, channels, a height and a width', () => {
  expect(imageShape(IMAGE)).toEqual(['batch', 3, 7, 10]);
  expect(imageSize(IMAGE)).toEqual([7, 10]);
});
