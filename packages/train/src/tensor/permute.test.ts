import { expect, test } from 'vitest';
import { gather } from './gather.ts';
import { permute } from './permute.ts';

const matrix = { name: 'm', shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) };

test('a matrix is transposed into a fresh array', () => {
  const turned = permute(matrix, [1, 0]);
  expect(turned).toEqual({ name: 'm', shape: [3, 2], data: Float32Array.of(1, 4, 2, 5, 3, 6) });
  expect(permute(matrix, [0, 1]).data).not.toBe(matrix.data);
});

test('OIHW becomes HWIO', () => {
  const [filters, channels, height, width] = [2, 3, 2, 2];
  const data = Float32Array.from({ length: 24 }, (_, index) => index);
  const turned = permute(
    { name: 'k', shape: [filters, channels, height, width], data },
    [2, 3, 1, 0],
  );
  expect(turned.shape).toEqual([2, 2, 3, 2]);
  const at = (h: number, w: number, i: number, o: number) =>
    turned.data[((h * 2 + w) * 3 + i) * 2 + o];
  expect(at(1, 0, 2, 1)).toBe(((1 * 3 + 2) * 2 + 1) * 2 + 0);
  expect(at(0, 1, 0, 1)).toBe(((1 * 3 + 0) * 2 + 0) * 2 + 1);
});

test('two permutations that undo each other give the same tensor', () => {
  const data = Float32Array.from({ length: 24 }, (_, index) => index);
  const tensor = { name: 't', shape: [2, 3, 4], data };
  expect(permute(permute(tensor, [2, 0, 1]), [1, 2, 0])).toEqual(tensor);
});

test('scalars and empty tensors are copied', () => {
  const scalar = { name: 's', shape: [], data: Float32Array.of(7) };
  expect(permute(scalar, [])).toEqual(scalar);
  const empty = { name: 'e', shape: [0, 3], data: new Float32Array(0) };
  expect(permute(empty, [1, 0])).toEqual({ ...empty, shape: [3, 0] });
});

test('a stride of 0 repeats a number', () => {
  const view = { shape: [2, 2], strides: [1, 0], offset: 1 };
  expect(gather(matrix.data, view)).toEqual(Float32Array.of(2, 2, 3, 3));
});
