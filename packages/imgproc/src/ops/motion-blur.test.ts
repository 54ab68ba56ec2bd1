import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { differences } from '../../test/differences.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { drawnFault } from '../augmentation/drawn-fault.ts';
import { motionBlur } from './motion-blur.ts';

const spec = { op: 'motion-blur' };

test.each(pixelEffects['motion-blur'])(
  'size $size, $degrees degrees, direction $direction: the pixels of albumentations to 1',
  ({ data, ...numbers }) => {
    expect(differences(applyOp(spec, image, numbers).data, data).largest).toBeLessThanOrEqual(1);
  },
);

test('draws all numbers from their intervals', () => {
  const all = { ...spec, degrees: [10, 20], direction: [0.5, 1], shift: [-0.2, 0.2] };
  for (const [field, low, high] of [
    ['degrees', 10, 20],
    ['direction', 0.5, 1],
    ['down', -0.2, 0.2],
  ] as const) {
    const [least, most] = drawnRange(all, field);
    expect(least).toBeGreaterThanOrEqual(low);
    expect(most).toBeLessThanOrEqual(high);
    expect(most - least).toBeGreaterThan(0.9 * (high - low));
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(motionBlur, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ size: [3, 4] }, 'must be odd'],
  [{ direction: [1, -1] }, 'must not exceed'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});

test('numbers in a log must fit the shift', () => {
  const augment = [{ op: 'motion-blur', shift: [-0.5, 0.5] }];
  const [drawn] = drawAugmentation(augment, { seed: 1, epoch: 0, id: 'a.png' });
  expect(drawnFault(augment, [drawn])).toBeUndefined();
  for (const field of ['right', 'down']) {
    const numbers = { ...(drawn!.numbers as object), [field]: 0.7 };
    expect(drawnFault(augment, [{ op: 'motion-blur', numbers }])).toEqual({
      op: 'motion-blur',
      field,
      reason: '0.7 is outside of the interval from -0.5 to 0.5 of the augmentation',
    });
  }
});
