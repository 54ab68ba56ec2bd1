import { expect, test } from 'vitest';
import { referenceAccuracies } from './reference-accuracies.ts';

test('the majority class is that with the most training images', () => {
  const { chance, majority } = referenceAccuracies({
    folder: 'x',
    split: 'any',
    classes: [
      { name: 'a', training: 10, validation: 6 },
      { name: 'b', training: 30, validation: 2 },
    ],
  });
  expect(chance.accuracy).toBe(0.5);
  expect(majority).toMatchObject({ name: 'always “b”', accuracy: 0.25 });
});

test('without validation images there is only chance', () => {
  const classes = ['a', 'b', 'c', 'd'].map((name) => ({ name, training: 3, validation: 0 }));
  const { chance, majority } = referenceAccuracies({ folder: 'x', split: 'none', classes });
  expect(chance).toEqual({ name: 'guessing at random', accuracy: 0.25 });
  expect(majority).toBeUndefined();
});
