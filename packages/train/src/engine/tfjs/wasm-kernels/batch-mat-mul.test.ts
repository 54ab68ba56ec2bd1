import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { engine, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';
import { multiply } from './batch-mat-mul.ts';

beforeAll(() => startBackend('wasm', { threads: 1 }));
afterAll(() => startBackend('cpu', { threads: 1 }));

interface Transposed {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/** Matrices by shape and numbers, and their product. */
type Matrix = readonly [shape: number[], numbers: number[]];

function product(a: Matrix, b: Matrix, transposed: Transposed = {}) {
  const { transposeA = false, transposeB = false } = transposed;
  return onBackend('wasm', () => {
    const inputs = { a: tensor(a[1], a[0]), b: tensor(b[1], b[0]) };
    const before = engine().backend.numDataIds();
    const result = engine().runKernel<Tensor>('BatchMatMul', inputs, { transposeA, transposeB });
    expect(engine().backend.numDataIds()).toBe(before + 1); // the result only
    return { shape: result.shape, numbers: [...result.dataSync()] };
  });
}

const A = [1, 2, 3, 4, 5, 6];
const A_TRANSPOSED = [1, 4, 2, 5, 3, 6];
const B = [1, 0, 0, 1, 10, 100];
const B_TRANSPOSED = [1, 0, 10, 0, 1, 100];
const PRODUCT = { shape: [2, 2], numbers: [31, 302, 64, 605] };

describe('BatchMatMul', () => {
  test('multiplies matrices, each transposed or not', () => {
    expect(product([[2, 3], A], [[3, 2], B])).toEqual(PRODUCT);
    const [left, right] = [{ transposeA: true }, { transposeB: true }];
    expect(product([[3, 2], A_TRANSPOSED], [[3, 2], B], left)).toEqual(PRODUCT);
    expect(product([[2, 3], A], [[2, 3], B_TRANSPOSED], right)).toEqual(PRODUCT);
    const both = product([[3, 2], A_TRANSPOSED], [[2, 3], B_TRANSPOSED], { ...left, ...right });
    expect(both).toEqual(PRODUCT);
  });

  test('keeps the outer axes of the operand with more of them', () => {
    expect(product([[1, 1, 2, 3], A], [[3, 2], B]).shape).toEqual([1, 1, 2, 2]);
    expect(product([[2, 3], A], [[1, 3, 2], B]).shape).toEqual([1, 2, 2]);
  });

  test('multiplies batches of matrices, and one matrix with a batch', () => {
    const pair = [...A, 0, 0, 1, 0, 0, 2];
    expect(product([[2, 2, 3], pair], [[1, 3, 2], B])).toEqual({
      shape: [2, 2, 2],
      numbers: [31, 302, 64, 605, 10, 100, 20, 200],
    });
    const transposed = product([[2, 2, 3], pair], [[1, 2, 3], B_TRANSPOSED], { transposeB: true });
    expect(transposed.numbers).toEqual([31, 302, 64, 605, 10, 100, 20, 200]);
  });

  test('gives a row times a column as a single number', () => {
    expect(
      product(
        [
          [1, 3],
          [1, 2, 3],
        ],
        [
          [3, 1],
          [4, 5, 6],
        ],
      ),
    ).toEqual({
      shape: [1, 1],
      numbers: [32],
    });
  });
});

test('multiply makes one tensor, the product', () => {
  onBackend('wasm', () => {
    const backend = engine().backend as BackendWasm;
    const [a, b] = [tensor(A, [2, 3]), tensor(B, [3, 2])];
    const before = backend.numDataIds();
    const result = multiply(a, b, backend);
    expect(backend.numDataIds()).toBe(before + 1);
    expect(result.shape).toEqual([2, 2]);
    expect([...backend.readSync(result.dataId)]).toEqual(PRODUCT.numbers);
    backend.disposeData(result.dataId);
  });
});
