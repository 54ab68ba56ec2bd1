import { expect, test } from 'vitest';
import { createStepper } from './create-stepper.ts';

const stepped = (given: Parameters<typeof createStepper>, ...gradient: number[]): number[] => {
  const numbers = new Float32Array(gradient.length);
  createStepper(...given)(numbers, Float32Array.from(gradient));
  return [...numbers].map((value) => Number(value.toFixed(5)));
};

test('a plain step is the rate times the gradient over its root mean square, as in the book', () => {
  expect(stepped([{ kind: 'plain', rate: 0.1 }, 1], 1, -1, 7, 7)).toEqual([
    0.02, -0.02, 0.14, 0.14,
  ]);
});

test('each image is normalised by itself', () => {
  expect(stepped([{ kind: 'plain', rate: 1 }, 2], 3, 4, 300, 400)).toEqual(
    [3, 4, 3, 4].map((value) => Number((value / Math.sqrt(12.5)).toFixed(5))),
  );
});

test('the gradient can be divided by its length, or by nothing', () => {
  expect(stepped([{ kind: 'plain', rate: 1, normalise: 'length' }, 1], 3, 4)).toEqual([0.6, 0.8]);
  expect(stepped([{ kind: 'plain', rate: 2, normalise: 'none' }, 1], 3, 4)).toEqual([6, 8]);
});

test('a gradient of zeros does not move', () => {
  expect(stepped([{ kind: 'plain', rate: 0.1 }, 1], 0, 0)).toEqual([0, 0]);
  expect(stepped([{ kind: 'adam', rate: 0.1 }, 1], 0, 0)).toEqual([0, 0]);
});

test('Adam makes the first step as long as the rate, and then follows its averages', () => {
  const step = createStepper({ kind: 'adam', rate: 0.05 }, 1);
  const numbers = new Float32Array(2);
  step(numbers, Float32Array.of(0.1, -20));
  expect(numbers[0]).toBeCloseTo(0.05, 5);
  expect(numbers[1]).toBeCloseTo(-0.05, 5);
  step(numbers, Float32Array.of(0, 0));
  // the mean 0.09 g over 0.19, and the mean of squares 0.000999 g^2 over 0.001999
  expect(numbers[0]).toBeCloseTo(0.05 + (0.05 * (0.09 / 0.19)) / Math.sqrt(0.000999 / 0.001999), 4);
});
