import { describe, expect, test } from 'vitest';
import { toInner, toOuter, weightLayout } from './weight-layout.ts';
import { elementCount } from '../../tensor/element-count.ts';

function layoutOf(name: string, shape: readonly number[]) {
  return weightLayout({ name, shape, data: new Float32Array() });
}

function counted(length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => at);
}

describe('weightLayout', () => {
  test('reads layer and role from the name', () => {
    expect(layoutOf('stage1/block/conv/kernel_2', [1, 1, 2, 3])).toMatchObject({
      layer: 'stage1/block/conv',
      role: 'kernel',
    });
    expect(layoutOf('alone', [3])).toMatchObject({ layer: '', role: 'alone' });
  });

  test('puts filters first, then channels', () => {
    expect(layoutOf('conv/kernel', [5, 4, 3, 2]).shape).toEqual([2, 3, 5, 4]);
    expect(layoutOf('dense/kernel', [7, 2]).shape).toEqual([2, 7]);
  });

  test('joins the channels and multipliers of depthwise filters', () => {
    const layout = layoutOf('depth/depthwise_kernel', [1, 2, 3, 2]);
    expect(layout.shape).toEqual([6, 1, 1, 2]);
    expect([...toInner(counted(12), layout)]).toEqual([0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11]);
  });

  test('leaves vectors as they are', () => {
    expect(layoutOf('norm/gamma', [3])).toMatchObject({ order: undefined, shape: [3] });
  });
});

describe('toInner and toOuter', () => {
  test('transpose the weights of a dense layer', () => {
    const layout = layoutOf('dense/kernel', [2, 3]);
    expect([...toInner(counted(6), layout)]).toEqual([0, 3, 1, 4, 2, 5]);
  });

  test.each([
    ['conv/kernel', [3, 2, 4, 5]],
    ['depth/depthwise_kernel', [3, 2, 4, 2]],
    ['dense/kernel', [6, 5]],
    ['norm/beta', [7]],
  ])('undo each other for %s', (name, shape) => {
    const layout = layoutOf(name, shape);
    const numbers = counted(elementCount(shape));
    const inner = toInner(numbers, layout);
    expect(toOuter(inner, layout)).toEqual(numbers);
    expect(inner).not.toBe(numbers);
  });
});
