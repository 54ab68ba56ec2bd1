import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { poissonNoise } from './poisson-noise.ts';

const spec = { op: 'poisson-noise' };

test('gives the recorded pixels', () => {
  // They may change only in a major version: finished runs are repeated with them.
  const numbers = { scale: 0.01, key: [1, 2] };
  expect([...applyOp(spec, numbered(4, 4), numbers).data]).toMatchInlineSnapshot(`
    [
      0,
      0,
      0,
      31,
      0,
      0,
      0,
      31,
      43,
      43,
      0,
      0,
      43,
      43,
      52,
      71,
      71,
      52,
      76,
      59,
      76,
      81,
      59,
      59,
      85,
      108,
      93,
      85,
      93,
      97,
      104,
      131,
      128,
      128,
      128,
      108,
      131,
      138,
      120,
      145,
      141,
      154,
      138,
      152,
      162,
      158,
      158,
      156,
    ]
  `);
});

test('draws the scale from its interval', () => {
  const [least, most] = drawnRange(spec, 'scale');
  expect(least).toBeGreaterThanOrEqual(0.1);
  expect(most).toBeLessThan(0.3);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(poissonNoise, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [[0.3, 0.1], 'must not exceed'],
  [[0, 1], 'scale'],
])('refuses the scale %j', (scale, reason) => {
  expect(() => setUpOps([{ ...spec, scale }])).toThrow(reason);
});
