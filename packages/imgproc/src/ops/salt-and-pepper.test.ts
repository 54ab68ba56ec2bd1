import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { saltAndPepper } from './salt-and-pepper.ts';

const spec = { op: 'salt-and-pepper' };

test('changes the share of pixels that is drawn', () => {
  const source = numbered(3, 4);
  const { data } = applyOp(spec, source, { share: 0.5, salt: 0.34, key: [1, 2] });
  const reds = data.filter((_, at) => at % 3 === 0);
  expect(reds.filter((value) => value === 255).length).toBe(2);
  expect(reds.filter((value) => value === 0).length).toBe(4);
});

test('draws both shares from their intervals', () => {
  const [least, most] = drawnRange({ ...spec, share: [0.2, 0.4] }, 'share');
  expect(least).toBeGreaterThanOrEqual(0.2);
  expect(most).toBeLessThan(0.4);
  expect(drawnRange({ ...spec, salt: [1, 1] }, 'salt')).toEqual([1, 1]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(saltAndPepper, { ...spec, share: [0, 1] }, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ share: [0.5, 0.1] }, 'must not exceed'],
  [{ salt: [0, 2] }, 'salt'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
