import { expect, test } from 'vitest';
import { METRICS } from '../../test/finished-run.ts';
import { trainingSeconds } from './training-seconds.ts';

test('the time of a training is that of its epochs', () => {
  expect(trainingSeconds(METRICS)).toBe(5);
  expect(trainingSeconds([])).toBe(0);
});
