import { expect, test } from 'vitest';
import { drawAugmentation } from './draw-augmentation.ts';

const at = { seed: 0, epoch: 3, id: 'daisy/1.png' };

test('the same address gives the same numbers', () => {
  const augment = [{ op: 'flip-horizontal' }, { op: 'rotate' }];
  expect(drawAugmentation(augment, at)).toEqual(drawAugmentation(augment, at));
});

test('seed, epoch, sample and occurrence each change the numbers', () => {
  const draw = (options: typeof at) =>
    drawAugmentation([{ op: 'rotate' }, { op: 'rotate' }], options);
  const all = [at, { ...at, seed: 1 }, { ...at, epoch: 4 }, { ...at, id: 'daisy/2.png' }].flatMap(
    draw,
  );
  expect(new Set(all.map((drawn) => JSON.stringify(drawn))).size).toBe(8);
});

test('an op that is added does not change the numbers of the others', () => {
  const [rotated] = drawAugmentation([{ op: 'rotate' }], at);
  const [, , after] = drawAugmentation(
    [{ op: 'flip-horizontal' }, { op: 'quarter-turn' }, { op: 'rotate' }],
    at,
  );
  expect(after).toEqual(rotated);
});

test('gives the recorded numbers', () => {
  // They may change only in a major version: finished runs are repeated with them.
  const augment = [{ op: 'flip-horizontal' }, { op: 'quarter-turn' }, { op: 'rotate' }];
  expect(drawAugmentation(augment, at)).toMatchInlineSnapshot(`
    [
      {
        "numbers": {
          "flip": false,
        },
        "op": "flip-horizontal",
      },
      {
        "numbers": {
          "degrees": 0,
        },
        "op": "quarter-turn",
      },
      {
        "numbers": {
          "border": "nearest",
          "degrees": -10.224973631595534,
        },
        "op": "rotate",
      },
    ]
  `);
});
