import { expect, test } from 'vitest';
import { countCorrect } from './count-correct.ts';

test('counts rows whose argmax is that of the targets, the first of equals', () => {
  const logits = [1, 3, 2, 5, 5, 0];
  expect(countCorrect(logits, [0, 1, 0, 1, 0, 0], 2)).toBe(2);
  expect(countCorrect(logits, [0, 0, 1, 0, 1, 0], 2)).toBe(0);
});
