import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { transpose } from './transpose.ts';

const spec = { op: 'transpose' };
const source = numbered(2, 2);

test('exchanges rows and columns', () => {
  expect(numbersOf(applyOp(spec, source, { transpose: true }))).toEqual([1, 3, 2, 4]);
  expect(applyOp(spec, source, { transpose: false })).toBe(source);
});

test('refuses to transpose a rectangle, also fused', () => {
  const drawn = [{ ...spec, numbers: { transpose: true } }];
  const fused = { op: 'fuse', ops: [spec] };
  const message =
    'Cannot process a.png: the op transpose needs a square image, and this one has 2 x 3 pixels';
  expect(() => applyOp(spec, numbered(2, 3), { transpose: true })).toThrow(message);
  expect(() => applyOp(fused, numbered(2, 3), { border: 'wrap', drawn })).toThrow(message);
  expect(applyOp(spec, numbered(2, 3), { transpose: false })).toEqual(numbered(2, 3));
});

test('fused it moves the same pixels', () => {
  const drawn = [{ ...spec, numbers: { transpose: true } }];
  const fused = applyOp({ op: 'fuse', ops: [spec] }, source, { border: 'constant', drawn });
  expect(numbersOf(fused)).toEqual([1, 3, 2, 4]);
});

test('moves a mask with the image', () => {
  const mask = { height: 2, width: 2, channels: 1, data: Uint8Array.of(5, 6, 7, 8) };
  expect([...moveMask(spec, mask, { transpose: true }).data]).toEqual([5, 7, 6, 8]);
});

test('transposes with its probability', () => {
  const drawn = drawnNumbers<{ transpose: boolean }>({ ...spec, probability: 0.25 }, 400);
  const count = drawn.filter((each) => each.transpose).length;
  expect(count).toBeGreaterThan(70);
  expect(count).toBeLessThan(130);
  expect(() => parseAugmentation([{ ...spec, probability: 2 }])).toThrow('probability');
});

test('keeps the contract of ops', () => {
  expect(contractViolations(transpose, spec, numbered(3, 3))).toEqual([]);
  expect(contractViolations(transpose, spec, numbered(1, 1))).toEqual([]);
});
