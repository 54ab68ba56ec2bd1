import { expect, test } from 'vitest';
import { torchvision } from '../../fixtures/torchvision.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { trivialAugment } from './trivial-augment.ts';

const spec = { op: 'trivial-augment' };

test('draws one op with one of 31 magnitudes, and a sign where the op has one', () => {
  const { draw } = setUpOps([spec]);
  const drawn = Array.from({ length: 8000 }, (_, seed) => {
    const { ops } = draw(seed)[0]!.numbers as { ops: { op: string; magnitude: number }[] }; // one op, as it draws them
    expect(ops.length).toBe(1);
    return ops[0]!; // there is one
  });
  const angles = drawn.filter(({ op }) => op === 'rotate').map(({ magnitude }) => magnitude);
  expect(new Set(angles).size).toBe(61);
  expect(Math.max(...angles)).toBe(135);
  const bits = drawn.filter(({ op }) => op === 'posterize').map(({ magnitude }) => magnitude);
  expect([...new Set(bits)].toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

test.each(torchvision.policy.slice(0, 3))('applies $ops as torchvision', ({ ops, data }) => {
  const result = applyOp({ ...spec, colour: torchvision.fill }, image, { ops });
  expect(result).toEqual({ ...image, data });
});

test.each([
  [{ magnitude: 3 }, 'magnitude'],
  [{ resampler: 'cubic' }, 'resampler'],
  [{ colour: [0, 0] }, 'colour'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(trivialAugment, spec, numbered(3, 4))).toEqual([]);
});
