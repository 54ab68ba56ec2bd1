import { expect, test } from 'vitest';
import { opLine } from './op-line.ts';

test('ops are printed on one line', () => {
  expect(opLine({ op: 'rotate', degrees: [-90, 90], border: 'nearest' })).toBe(
    'rotate degrees=[-90,90] border=nearest',
  );
});

test('an op without options is its name', () => {
  expect(opLine({ op: 'flip-horizontal' })).toBe('flip-horizontal');
});
