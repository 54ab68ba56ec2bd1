import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { drawnFault } from '../augmentation/drawn-fault.ts';
import type { Shadow } from '../kernels/shadow.ts';
import { shadow } from './shadow.ts';

const spec = { op: 'shadow' };

test('darkens the polygon that is drawn', () => {
  const points = [
    [-0.1, 0.5],
    [1.1, 0.5],
    [1.1, 1.1],
    [-0.1, 1.1],
  ];
  const result = applyOp(spec, numbered(2, 1), { shadows: [{ points, darkness: 0.5 }] });
  expect([...result.data]).toEqual([10, 11, 12, 10, 11, 11]);
});

test('draws as many shadows, corners and places as the spec says', () => {
  const fields = {
    count: [2, 3],
    corners: 4,
    right: [0.25, 0.5],
    down: [0.5, 0.75],
    darkness: [0.1, 0.2],
  };
  const drawn = drawnNumbers({ ...spec, ...fields }).map(({ shadows }) => shadows as Shadow[]); // as the op draws them
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([2, 3]));
  for (const { points, darkness } of drawn.flat()) {
    expect(points.length).toBe(4);
    expect(Math.abs(darkness - 0.15)).toBeLessThanOrEqual(0.05);
    for (const [right, down] of points) {
      expect(Math.abs(right - 0.375)).toBeLessThanOrEqual(0.125);
      expect(Math.abs(down - 0.625)).toBeLessThanOrEqual(0.125);
    }
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(shadow, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ count: [9, 9] }, 'count'],
  [{ darkness: [0.5, 0.1] }, 'must not exceed'],
  [{ corners: 2 }, 'corners'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});

test.each([
  [{ shadows: [] }, 'shadows', 'it has 0 entries where the augmentation draws 1 to 2'],
  [{ shadows: [{ points: [[0, 1]], darkness: 0.5 }] }, 'shadows.0.points', 'draws 3'],
  [
    { shadows: [{ points: [[0, 1], [0, 1], [1, 0.2]], darkness: 0.5 }] }, // prettier-ignore
    'shadows.0.points.2.1',
    '0.2 is outside of the interval from 0.5 to 1',
  ],
  [
    { shadows: [{ points: [[0, 1], [0, 1], [1, 1]], darkness: 0.7 }] }, // prettier-ignore
    'shadows.0.darkness',
    '0.7 is outside of the interval from 0.4 to 0.6',
  ],
])('numbers in a log must fit: %j', (numbers, field, reason) => {
  const augment = [{ op: 'shadow', corners: 3 }];
  const drawn = drawAugmentation(augment, { seed: 1, epoch: 0, id: 'a.png' });
  expect(drawnFault(augment, drawn)).toBeUndefined();
  const fault = drawnFault(augment, [{ op: 'shadow', numbers }]);
  expect(fault).toMatchObject({ op: 'shadow', field });
  expect(fault?.reason).toContain(reason);
});
