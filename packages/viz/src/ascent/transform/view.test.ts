import { expect, test } from 'vitest';
import type { Placement } from './placement.ts';
import { viewThrough } from './view.ts';

const identity: Placement = { matrix: [1, 0, 0, 1], offset: [0, 0], outside: undefined };
const shape = { count: 1, height: 2, width: 3, channels: 1 };
const image = Float32Array.of(1, 2, 3, 4, 5, 6);

const seen = (placement: Partial<Placement>): number[] => [
  ...viewThrough({ ...identity, ...placement }, shape).of(image),
];

test('the identity shows the image', () => {
  expect(seen({})).toEqual([...image]);
});

test('an offset shows what lies below and to the right, with the nearest pixel outside', () => {
  expect(seen({ offset: [0, 1] })).toEqual([2, 3, 3, 5, 6, 6]);
  expect(seen({ offset: [1, 0] })).toEqual([4, 5, 6, 4, 5, 6]);
  expect(seen({ offset: [0, 0.5] })).toEqual([1.5, 2.5, 3, 4.5, 5.5, 6]);
});

test('with a grey outside', () => {
  expect(seen({ offset: [0, 1], outside: 9 })).toEqual([2, 3, 9, 5, 6, 9]);
  expect(seen({ offset: [0, 0.5], outside: 9 })).toEqual([1.5, 2.5, 6, 4.5, 5.5, 7.5]);
});

test('a half turn', () => {
  expect(seen({ matrix: [-1, 0, 0, -1] })).toEqual([6, 5, 4, 3, 2, 1]);
});

test('the gradient is the adjoint of the view, for several images and channels', () => {
  const larger = { count: 2, height: 5, width: 4, channels: 3 };
  const numbers = (seed: number) =>
    Float32Array.from({ length: 120 }, (_, at) => Math.sin(seed + at * at * 0.7));
  const [images, gradient] = [numbers(1), numbers(2)];
  const [cos, sin] = [0.9 * Math.cos(0.3), 0.9 * Math.sin(0.3)];
  const turned: Placement = { matrix: [cos, -sin, sin, cos], offset: [0.4, -1.3], outside: 0 };
  for (const outside of [0, undefined]) {
    const view = viewThrough({ ...turned, outside }, larger);
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, at) => sum + x * b[at]!, 0);
    expect(dot(view.of(images), gradient)).toBeCloseTo(dot(images, view.gradientOf(gradient)), 4);
  }
});
