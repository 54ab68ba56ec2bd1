import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { hueSaturationValue } from './hue-saturation-value.ts';

const spec = { op: 'hue-saturation-value' };

test.each(colour['hue-saturation-value'])(
  'hue $hue, saturation $saturation, value $value: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('moves red to green by 60 steps, and keeps grey and black', () => {
  const source = { ...numbered(1, 3), data: Uint8Array.of(200, 0, 0, 90, 90, 90, 0, 0, 0) };
  const numbers = { hue: 60, saturation: 50, value: 0 };
  expect([...applyOp(spec, source, numbers).data]).toEqual([0, 200, 0, 90, 90, 90, 0, 0, 0]);
});

test('draws every number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, hue: [5, 9], saturation: [-20, -10], value: [0, 1] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { hue: number; saturation: number; value: number }; // as it draws them
    expect(Math.abs(numbers.hue - 7)).toBeLessThanOrEqual(2);
    expect(Math.abs(numbers.saturation - -15)).toBeLessThanOrEqual(5);
    expect(Math.abs(numbers.value - 0.5)).toBeLessThanOrEqual(0.5);
  }
});

test.each([
  [{ hue: [5, -5] }, 'hue'],
  [{ saturation: [0, 256] }, 'saturation'],
  [{ value: [Number.NaN, 3] }, 'value'],
  [{ hue: 7 }, 'hue'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(hueSaturationValue, spec, numbered(3, 4))).toEqual([]);
});
