import { expect, test } from 'vitest';
import { firstOutside, wrongCount } from './first-outside.ts';

test('finds the first number outside of its interval', () => {
  const inside = ['a', 1, [0, 1]] as const;
  expect(firstOutside('blur', [inside])).toBeUndefined();
  expect(firstOutside('blur', [inside, ['b', 2, [0, 1]], ['c', 9, [0, 1]]])).toEqual({
    op: 'blur',
    field: 'b',
    reason: '2 is outside of the interval from 0 to 1 of the augmentation',
  });
});

test('finds a list that is too long or too short', () => {
  const place = { op: 'rain', field: 'drops' };
  expect(wrongCount(place, 2, [1, 2])).toBeUndefined();
  expect(wrongCount(place, 3, [1, 2])?.reason).toBe(
    'it has 3 entries where the augmentation draws 1 to 2',
  );
  expect(wrongCount(place, 0, [4, 4])).toEqual({
    ...place,
    reason: 'it has 0 entries where the augmentation draws 4',
  });
});
