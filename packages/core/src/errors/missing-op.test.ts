import { expect, test } from 'vitest';
import { missingOp } from './missing-op.ts';

test('the missing field is named, and a key without a space after its colon', () => {
  const missing = 'the field "op", with the name of the op, is missing';
  expect(missingOp({ size: 3 })).toBe(missing);
  expect(missingOp({ 'op:rotate': null, size: 3 })).toBe(
    `${missing}; instead of "op:rotate" write "op: rotate", with a space after the colon`,
  );
});
