import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { pad } from './pad.ts';

const spec = { op: 'pad' };
const none = { top: 0, right: 0, bottom: 0, left: 0 };
const fixed = {
  top: [0, 0],
  right: [0.5, 0.5],
  bottom: [1, 1],
  left: [0, 0],
  keepSize: false,
};
const numbers = { ...none, right: 0.5, bottom: 1 };

test('adds shares of the height and width', () => {
  const source = numbered(1, 2);
  const { data } = applyOp({ ...spec, ...fixed, colour: [7, 8, 9] }, source, numbers);
  const colour = [7, 8, 9];
  expect([...data]).toEqual([...source.data, ...colour, ...colour, ...colour, ...colour]);
  expect(setUpOps([{ ...spec, ...fixed }]).size(source)).toEqual({ height: 2, width: 3 });
});

test('continues the image as the border says', () => {
  const wrapped = applyOp({ ...spec, ...fixed, border: 'wrap' }, numbered(1, 2), numbers);
  expect(numbersOf(wrapped)).toEqual([1, 2, 1, 1, 2, 1]);
});

test('resizes the result to the size of the image', () => {
  const own = applyOp({ ...spec, ...fixed }, numbered(2, 2), numbers);
  const { data } = setUpOps([{ op: 'resize', height: 2, width: 2 }]).apply(own);
  expect(applyOp(spec, numbered(2, 2), numbers).data).toEqual(data);
});

test('draws each side from its interval', () => {
  const drawn = drawnNumbers<typeof none>({ ...spec, top: [1, 2], left: [0, 0] });
  expect(drawn.every(({ left }) => left === 0)).toBe(true);
  const { least, most } = extremes(drawn.map(({ top }) => top));
  expect(least).toBeGreaterThanOrEqual(1);
  expect(most).toBeLessThan(2);
  expect(most).toBeGreaterThan(1.98);
});

test('pads a mask with 0, or as the border says', () => {
  const right = { ...none, right: 1 };
  const own = { ...spec, ...fixed };
  expect([...moveMask(own, maskRow(3, 4), right).data]).toEqual([3, 4, 0, 0]);
  expect([...moveMask(spec, maskRow(3, 4), right).data]).toEqual([4, 0]);
  const mirrored = { ...own, border: 'reflect' };
  expect([...moveMask(mirrored, maskRow(3, 4), right).data]).toEqual([3, 4, 4, 3]);
});

test('can be fused if it keeps the size', () => {
  const drawn = [{ ...spec, numbers: { ...none, left: 1 } }];
  const fused = applyOp({ op: 'fuse', ops: [spec] }, numbered(1, 4), { border: 'constant', drawn });
  const alone = applyOp(spec, numbered(1, 4), { ...none, left: 1 });
  expect([...fused.data].slice(-6)).toEqual([...alone.data].slice(-6));
  const ops = [{ ...spec, ...fixed }];
  expect(() => parseAugmentation([{ op: 'fuse', ops }])).toThrow('pad cannot be fused');
});

test.each([
  [{ top: [0.2, 0.1] }, 'top'],
  [{ right: [0, 3] }, 'right'],
  [{ colour: [0, 0, 256] }, 'colour'],
  [{ keepSize: false }, 'keepSize'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  expect(contractViolations(pad, spec, numbered(5, 4))).toEqual([]);
  expect(contractViolations(pad, { ...spec, ...fixed }, numbered(5, 4))).toEqual([]);
  expect(wrongSizes({ ...spec, top: [0, 2], border: 'reflect' })).toEqual([]);
});
