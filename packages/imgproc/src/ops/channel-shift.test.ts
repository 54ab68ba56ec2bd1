import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { channelShift } from './channel-shift.ts';

const spec = { op: 'channel-shift' };

test.each(colour['channel-shift'])(
  'red $red, green $green, blue $blue: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('limits the sums', () => {
  const source = { ...numbered(1, 1), data: Uint8Array.of(10, 100, 250) };
  const numbers = { red: -20.9, green: -0.9, blue: 6 };
  expect([...applyOp(spec, source, numbers).data]).toEqual([0, 100, 255]);
});

test('draws every number from its interval', () => {
  const { draw } = setUpOps([{ ...spec, red: [5, 9], green: [-20, -10], blue: [0, 1] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { red: number; green: number; blue: number }; // as it draws them
    expect(Math.abs(numbers.red - 7)).toBeLessThanOrEqual(2);
    expect(Math.abs(numbers.green - -15)).toBeLessThanOrEqual(5);
    expect(Math.abs(numbers.blue - 0.5)).toBeLessThanOrEqual(0.5);
  }
});

test.each([
  [{ red: [5, -5] }, 'red'],
  [{ green: [-256, 0] }, 'green'],
  [{ blue: [0, Number.NaN] }, 'blue'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(channelShift, spec, numbered(3, 4))).toEqual([]);
});
