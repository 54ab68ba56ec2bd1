import { expect, test } from 'vitest';
import { byteImages, floatImages } from './image-tensor.ts';

const size = { height: 1, width: 2, channels: 3 };

test('counts the images, and refers to their bytes', () => {
  const bytes = new Uint8Array(12);
  expect(byteImages(bytes, size)).toEqual({ type: 'uint8', dims: [2, 1, 2, 3], data: bytes });
  expect(byteImages(bytes, size).data).toBe(bytes);
});

test('makes floats of bytes, and takes floats as they are', () => {
  const floats = Float32Array.of(0.5, 1, 2, 3, 4, 255);
  expect(floatImages(floats, size).data).toBe(floats);
  expect(floatImages(Uint8Array.of(1, 2, 3, 4, 5, 255), size)).toEqual({
    type: 'float32',
    dims: [1, 1, 2, 3],
    data: Float32Array.of(1, 2, 3, 4, 5, 255),
  });
});
