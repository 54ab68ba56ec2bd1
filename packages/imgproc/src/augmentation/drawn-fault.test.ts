import { expect, test } from 'vitest';
import { drawAugmentation } from './draw-augmentation.ts';
import { drawnFault } from './drawn-fault.ts';

const augment = [{ op: 'flip-horizontal' }, { op: 'rotate' }];

test('drawn numbers fit, also after a round trip through JSON', () => {
  const drawn = drawAugmentation(augment, { seed: 1, epoch: 2, id: 'a.png' });
  expect(drawnFault(augment, drawn)).toBeUndefined();
  expect(drawnFault(augment, JSON.parse(JSON.stringify(drawn)))).toBeUndefined();
});

test('the first op whose numbers do not fit is named', () => {
  const flip = { op: 'flip-horizontal', numbers: { flip: 1 } };
  expect(drawnFault(augment, [flip, flip])).toEqual({
    op: 'flip-horizontal',
    field: 'flip',
    reason: 'invalid input: expected boolean, received number',
  });
});

test('there must be numbers of every op', () => {
  expect(drawnFault(augment, [{ op: 'rotate' }])).toEqual({
    reason: 'there are numbers of 1 ops where the augmentation has 2',
  });
});

test('an augmentation that is not valid is an error', () => {
  expect(() => drawnFault([{ op: 'rotat' }], [])).toThrow('did you mean "rotate"?');
});
