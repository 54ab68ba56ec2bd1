import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { posterize } from './posterize.ts';

const spec = { op: 'posterize' };

test.each(colour['posterize'])(
  '$bits bits: every pixel is that of Pillow',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('draws every number of bits of its interval', () => {
  const { draw } = setUpOps([{ ...spec, bits: [2, 4] }]);
  const drawn = Array.from({ length: 50 }, (_, seed) => draw(seed)[0]?.numbers);
  expect(new Set(drawn.map((numbers) => JSON.stringify(numbers)))).toEqual(
    new Set(['{"bits":2}', '{"bits":3}', '{"bits":4}']),
  );
});

test.each([
  [{ bits: [4, 3] }, 'bits'],
  [{ bits: [0, 3] }, 'bits'],
  [{ bits: [1.5, 3] }, 'bits'],
  [{ bits: [1, Number.NaN] }, 'bits'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(posterize, spec, numbered(3, 4))).toEqual([]);
});
