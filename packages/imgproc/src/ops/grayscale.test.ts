import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { grayscale } from './grayscale.ts';

const spec = { op: 'grayscale' };

test('every pixel is that of Pillow', () => {
  expect(applyOp(spec, image)).toEqual({ ...image, data: colour.grayscale });
});

test('the luminance comes from all channels', () => {
  const source = { ...numbered(1, 3), data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255) };
  expect([...applyOp(spec, source).data]).toEqual([76, 76, 76, 150, 150, 150, 29, 29, 29]);
});

test.each([[{ weights: 'mean' }, 'weights']])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(grayscale, spec, numbered(3, 4))).toEqual([]);
});
