import { expect, test } from 'vitest';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { drawnFault } from '../augmentation/drawn-fault.ts';

/** The drawn numbers of an op with its defaults, some of which are replaced. */
function faultWith(op: string, change: (numbers: Record<string, unknown>) => object) {
  const [drawn] = drawAugmentation([{ op }], { seed: 1, epoch: 0, id: 'a.png' });
  const numbers = drawn!.numbers as Record<string, unknown>; // an object, of these ops
  return drawnFault([{ op }], [{ op, numbers: { ...numbers, ...change(numbers) } }]);
}

const corner = { down: 0, right: 0 };

test.each([
  ['multiply', { factors: [1e9] }, 'factors.0'],
  ['linear-contrast', { factors: [1, 1, 9] }, 'factors.2'],
  ['perspective', { corners: [corner, corner, { ...corner, right: 0.3 }, corner] }, 'corners.2'],
  ['grid-distortion', { right: [1, 1, 1, 1, 1, 2] }, 'right.5'],
  ['grid-distortion', { down: [] }, 'down'],
  ['random-resized-crop', { tries: [{ area: 0.5, ratio: 50 }] }, 'tries.0'],
  ['colour-jitter', { order: ['hue'] }, 'order'],
  ['coarse-dropout', { holes: [] }, 'holes'],
  ['quarter-turn', { degrees: 45 }, 'degrees'],
])('%s does not take %j from a log', (op, wrong, field) => {
  expect(faultWith(op, () => ({}))).toBeUndefined();
  expect(faultWith(op, () => wrong)).toMatchObject({ op, field });
});
