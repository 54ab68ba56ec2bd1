import { expect, test } from 'vitest';
import { torchvision } from '../../fixtures/torchvision.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { policy } from './policy/policy.ts';
import { randAugment } from './rand-augment.ts';

const spec = { op: 'rand-augment' };

test.each(torchvision.policy)(
  '$resampler $ops: every pixel is that of torchvision',
  ({ resampler, ops, data }) => {
    const result = applyOp({ ...spec, resampler, colour: torchvision.fill }, image, { ops });
    expect(result).toEqual({ ...image, data });
  },
);

test('draws as many ops as it is told, with the magnitude of its table and both signs', () => {
  const { draw } = setUpOps([{ ...spec, count: 3, magnitude: 30 }]);
  const drawn = Array.from({ length: 200 }, (_, seed) => {
    const { ops } = draw(seed)[0]!.numbers as { ops: { op: string; magnitude: number }[] }; // one op, as it draws them
    expect(ops.length).toBe(3);
    return ops;
  }).flat();
  expect(new Set(drawn.map(({ op }) => op)).size).toBe(14);
  const angles = drawn.filter(({ op }) => op === 'rotate').map(({ magnitude }) => magnitude);
  expect(new Set(angles)).toEqual(new Set([30, -30]));
});

test('a mask moves as its image does', () => {
  const mask = { height: 2, width: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4) };
  const { applyToMask } = policy({ resampler: 'bilinear', colour: [9, 9, 9] });
  const ops = [
    { op: 'brightness', magnitude: 0.5 },
    { op: 'translate-x', magnitude: 1 },
  ] as const;
  expect([...applyToMask(mask, { ops }).data]).toEqual([0, 1, 0, 3]);
});

test('ops that are tables are one table', () => {
  const { table } = policy({ resampler: 'nearest', colour: [0, 0, 0] });
  const solarize = { op: 'solarize', magnitude: 128 } as const;
  expect(table({ ops: [solarize, { op: 'posterize', magnitude: 1 }] })?.[0]).toBe(0);
  expect(table({ ops: [solarize, { op: 'posterize', magnitude: 1 }] })?.[127]).toBe(0);
  expect(table({ ops: [solarize, { op: 'posterize', magnitude: 8 }] })?.[200]).toBe(55);
  expect(table({ ops: [solarize, { op: 'equalize', magnitude: 0 }] })).toBeUndefined();
});

test.each([
  [{ count: 0 }, 'count'],
  [{ magnitude: 31 }, 'magnitude'],
  [{ magnitude: 2.5 }, 'magnitude'],
  [{ resampler: 'cubic' }, 'resampler'],
  [{ colour: [0, 0, 256] }, 'colour'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(randAugment, spec, numbered(3, 4))).toEqual([]);
});
