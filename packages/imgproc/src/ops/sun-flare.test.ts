import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, drawnRange } from '../../test/drawn-numbers.ts';
import { image } from '../../fixtures/ops.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { drawnFault } from '../augmentation/drawn-fault.ts';
import type { Reflection } from '../kernels/sun-flare.ts';
import { sunFlare } from './sun-flare.ts';

const spec = { op: 'sun-flare' };

test('a white sun only adds light', () => {
  const numbers = { right: 0.5, down: 0.5, radius: 0.5, colour: [255, 255, 255], reflections: [] };
  const { data } = applyOp(spec, image, numbers);
  expect(data.every((value, at) => value >= image.data[at]!)).toBe(true);
  expect(data).not.toEqual(image.data);
});

test('draws the place of the sun and its reflections', () => {
  const fields = { ...spec, colour: [255, 200, 0], reflections: [2, 3], right: [0.5, 0.75] };
  const [least, most] = drawnRange(fields, 'right');
  expect(least).toBeGreaterThanOrEqual(0.5);
  expect(most).toBeLessThan(0.75);
  const drawn = drawnNumbers(fields).map(({ reflections }) => reflections as Reflection[]); // as the op draws them
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([2, 3]));
  for (const {
    colour: [r, g, b],
    opacity,
  } of drawn.flat()) {
    expect([r >= 204, g >= 149 && g <= 200, b]).toEqual([true, true, 0]);
    expect(Math.abs(opacity - 0.125)).toBeLessThanOrEqual(0.075);
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(sunFlare, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ radius: [1, 0.5] }, 'must not exceed'],
  [{ colour: [1, 2, 256] }, 'colour'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});

const reflection = { right: 0.5, down: 0.5, radius: 0.01, opacity: 0.1, colour: [250, 250, 250] };
const flare = { right: 0.5, down: 0.2, radius: 0.4, colour: [255, 255, 255] };

test.each([
  [{ reflections: [] }, 'reflections', 'it has 0 entries where the augmentation draws 1 to 2'],
  [{ colour: [255, 9, 255] }, 'colour.1', '9 is outside'],
  [{ reflections: [{ ...reflection, right: 1.6 }] }, 'reflections.0.right', '1.6 is outside'],
  [{ reflections: [{ ...reflection, down: -0.9 }] }, 'reflections.0.down', '-0.9 is outside'],
  [{ reflections: [reflection, { ...reflection, radius: 1 }] }, 'reflections.1.radius', '1 is'],
  [{ reflections: [{ ...reflection, opacity: 0.3 }] }, 'reflections.0.opacity', '0.3 is outside'],
  [{ reflections: [{ ...reflection, colour: [255, 0, 255] }] }, 'reflections.0.colour.1', '0 is'],
])('numbers in a log must fit: %j', (change, field, reason) => {
  const augment = [{ op: 'sun-flare', reflections: [1, 2] }];
  for (let epoch = 0; epoch < 20; epoch++) {
    const drawn = drawAugmentation(augment, { seed: 1, epoch, id: 'a.png' });
    expect(drawnFault(augment, drawn)).toBeUndefined();
  }
  const numbers = { ...flare, reflections: [reflection], ...change };
  const fault = drawnFault(augment, [{ op: 'sun-flare', numbers }]);
  expect(fault).toMatchObject({ op: 'sun-flare', field });
  expect(fault?.reason).toContain(reason);
});
