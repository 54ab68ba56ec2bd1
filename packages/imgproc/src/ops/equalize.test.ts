import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { equalize } from './equalize.ts';

const spec = { op: 'equalize' };

const dimmed = { ...image, data: image.data.map((value) => Math.floor(value / 3) + 40) };

test.each(colour.equalize)(
  'of a dim image: $dim: every pixel is that of Pillow',
  ({ dim, data }) => {
    expect(applyOp(spec, dim ? dimmed : image)).toEqual({ ...image, data });
  },
);

test('a channel of one value stays as it is', () => {
  const source = { height: 20, width: 30, channels: 3, data: new Uint8Array(1800).fill(7) };
  expect(applyOp(spec, source)).toEqual(source);
});

test.each([[{ mask: 3 }, 'mask']])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(equalize, spec, numbered(3, 4))).toEqual([]);
});
