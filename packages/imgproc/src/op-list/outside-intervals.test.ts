import { expect, test } from 'vitest';
import { outsideIntervals } from './outside-intervals.ts';

const spec = { op: 'some', degrees: [-5, 5], factor: [1, 2], holes: [1, 2], height: [0.1, 0.2] };

test.each([
  [{ degrees: 5 }, undefined],
  [{ degrees: 6 }, 'degrees'],
  [{ factors: [1, 2, 1.5] }, undefined],
  [{ factors: [1, 3] }, 'factors.1'],
  [{ holes: [{ height: 9 }] }, undefined],
  [{ drawn: [{ op: 'other', numbers: { degrees: 90 } }] }, undefined],
  [{ other: 1e9, text: 'degrees' }, undefined],
  [undefined, undefined],
])('%j: %s', (numbers, field) => {
  expect(outsideIntervals(spec, numbers)?.field).toBe(field);
});
