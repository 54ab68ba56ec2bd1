import { expect, test } from 'vitest';
import { motionWindow } from './motion-window.ts';

const still = { size: 3, degrees: 0, direction: 0, right: 0, down: 0 };
const window = (options: object) => [
  ...Float64Array.from(motionWindow({ ...still, ...options }).weights),
];
const third = 1 / 3;

test('a line through the middle has equal weights', () => {
  expect(window({})).toEqual([0, 0, 0, third, third, third, 0, 0, 0]);
  expect(window({ degrees: 90 })).toEqual([0, third, 0, 0, third, 0, 0, third, 0]);
});

test('a direction smears to one side', () => {
  expect(window({ direction: 1 })).toEqual([0, 0, 0, 0, 0.5, 0.5, 0, 0, 0]);
  expect(window({ direction: -1 })).toEqual([0, 0, 0, 0.5, 0.5, 0, 0, 0, 0]);
});

test('a shift stays within the window', () => {
  expect(window({ down: 1, right: -1 })).toEqual([0, 0, 0, 0, 0, 0, 0.5, 0, 0.5]);
  const sum = window({ size: 9, down: 1, right: 1, degrees: 200 }).reduce((a, b) => a + b, 0);
  expect(sum).toBeCloseTo(1, 12);
});
