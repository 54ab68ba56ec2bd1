import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { invert } from './invert.ts';

const spec = { op: 'invert' };

test('every pixel is that of Pillow', () => {
  expect(applyOp(spec, image)).toEqual({ ...image, data: colour.invert });
});

test('twice it changes nothing', () => {
  expect(setUpOps([spec, spec]).apply(image, [{ op: 'invert' }, { op: 'invert' }])).toEqual(image);
});

test.each([[{ probability: 0.5 }, 'probability']])(
  'refuses %j and names the field',
  (fields, field) => {
    expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
  },
);

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(invert, spec, numbered(3, 4))).toEqual([]);
});
