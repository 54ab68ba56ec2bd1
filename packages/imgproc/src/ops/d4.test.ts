import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { d4 } from './d4.ts';

const spec = { op: 'd4' };

const members: [string, number[]][] = [
  ['e', [1, 2, 3, 4]],
  ['r90', [2, 4, 1, 3]],
  ['r180', [4, 3, 2, 1]],
  ['r270', [3, 1, 4, 2]],
  ['v', [3, 4, 1, 2]],
  ['hvt', [4, 2, 3, 1]],
  ['h', [2, 1, 4, 3]],
  ['t', [1, 3, 2, 4]],
];

test.each(members)('%s', (member, expected) => {
  expect(numbersOf(applyOp(spec, numbered(2, 2), { member }))).toEqual(expected);
  const mask = { height: 2, width: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4) };
  expect([...moveMask(spec, mask, { member }).data]).toEqual(expected);
  const drawn = [{ ...spec, numbers: { member } }];
  const fused = applyOp({ op: 'fuse', ops: [spec] }, numbered(2, 2), { border: 'constant', drawn });
  expect(numbersOf(fused)).toEqual(expected);
});

test('draws each of the eight equally often', () => {
  const drawn = drawnNumbers<{ member: string }>(spec, 800);
  for (const [member] of members) {
    const count = drawn.filter((each) => each.member === member).length;
    expect(Math.abs(count - 100)).toBeLessThan(35);
  }
});

test('refuses rectangles, also for numbers that would be possible', () => {
  const refused = () => applyOp(spec, numbered(2, 3), { member: 'h' });
  expect(refused).toThrow(/a\.png: the op d4 needs a square image.*2 x 3 pixels/);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(d4, spec, numbered(3, 3))).toEqual([]);
});
