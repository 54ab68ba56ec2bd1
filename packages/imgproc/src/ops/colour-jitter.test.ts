import { expect, test } from 'vitest';
import { torchvision } from '../../fixtures/torchvision.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { colourJitter } from './colour-jitter.ts';

const spec = { op: 'colour-jitter' };

test.each(torchvision['colour-jitter'])(
  '$order: every pixel is that of torchvision',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('draws every order', () => {
  const { draw } = setUpOps([spec]);
  const orders = Array.from({ length: 400 }, (_, seed) => {
    const { order } = draw(seed)[0]!.numbers as { order: string[] }; // one op, as it draws them
    return order.join();
  });
  expect(new Set(orders).size).toBe(24);
});

test('factors of 1 change nothing', () => {
  const order = ['contrast', 'brightness', 'saturation'];
  const numbers = { order, brightness: 1, contrast: 1, saturation: 1, hue: 0 };
  expect(applyOp(spec, image, numbers)).toEqual(image);
});

test('draws every number from its interval', () => {
  const { draw } = setUpOps([
    { ...spec, brightness: [0.5, 0.75], contrast: [1, 2], saturation: [0, 1], hue: [-0.5, -0.25] },
  ]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as {
      brightness: number;
      contrast: number;
      saturation: number;
      hue: number;
    }; // as it draws them
    expect(Math.abs(numbers.brightness - 0.625)).toBeLessThanOrEqual(0.125);
    expect(Math.abs(numbers.contrast - 1.5)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(numbers.saturation - 0.5)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(numbers.hue - -0.375)).toBeLessThanOrEqual(0.125);
  }
});

test.each([
  [{ brightness: [2, 1] }, 'brightness'],
  [{ contrast: [-1, 1] }, 'contrast'],
  [{ saturation: [0, Number.NaN] }, 'saturation'],
  [{ hue: [-0.6, 0] }, 'hue'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(colourJitter, spec, numbered(3, 4))).toEqual([]);
});
