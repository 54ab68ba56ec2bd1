import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { autoContrast } from './auto-contrast.ts';

const spec = { op: 'auto-contrast' };

const dimmed = { ...image, data: image.data.map((value) => Math.floor(value / 3) + 40) };

test.each(colour['auto-contrast'])(
  'of a dim image: $dim, cutoff $cutoff: every pixel is that of Pillow',
  ({ dim, cutoff, data }) => {
    expect(applyOp({ ...spec, cutoff }, dim ? dimmed : image)).toEqual({ ...image, data });
  },
);

test('stretches each channel', () => {
  const source = { ...numbered(1, 3), data: Uint8Array.of(10, 7, 0, 20, 7, 51, 30, 7, 102) };
  expect([...applyOp(spec, source).data]).toEqual([0, 7, 0, 127, 7, 127, 255, 7, 255]);
});

test.each([
  [{ cutoff: 50 }, 'cutoff'],
  [{ cutoff: -1 }, 'cutoff'],
  [{ cutoff: Number.NaN }, 'cutoff'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(autoContrast, spec, numbered(3, 4))).toEqual([]);
});
