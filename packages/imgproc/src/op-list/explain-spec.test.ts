import { expect, test } from 'vitest';
import { setUpOps } from '../../test/set-up-ops.ts';

test.each([
  [
    { op: 'rotate', degrees: [15, -15] },
    'degrees: the first number must not exceed the second, not [15,-15]',
  ],
  [{ op: 'rotate', degrees: 15 }, 'degrees: must be two numbers, [low, high], not 15'],
  [{ op: 'rotate', degrees: [NaN, 1] }, 'degrees.0: invalid input: expected number, received NaN'],
  [
    { op: 'flip-vertical', probability: 2 },
    'probability: too big: expected number to be <=1, not 2',
  ],
  [
    { op: 'sequence', ops: [{ 'op:rotate': null }] },
    'ops.0: the field "op", with the name of the op, is missing; instead of "op:rotate" write "op: rotate", with a space after the colon',
  ],
  [{ op: 'median-blur', size: [4, 6] }, 'size: both numbers must be odd, not [4,6]'],
])('%j is refused in one line', (spec, reason) => {
  const message = `augmentation[0] (${spec.op}) is not valid: ${reason}`;
  expect(() => setUpOps([spec])).toThrow(expect.objectContaining({ message }));
});

test('three faults are explained, and the others counted', () => {
  const spec = { op: 'crop', top: [-1, 3], bottom: [2, 1], left: 'x' };
  expect(() => setUpOps([spec])).toThrow(/^[^;]+; [^;]+; [^;]+; and \d more$/);
});
