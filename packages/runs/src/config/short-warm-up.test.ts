import { scheduleSchema } from '@sprout/train';
import { expect, test } from 'vitest';
import { shortWarmUp } from './short-warm-up.ts';

const cosine = scheduleSchema.parse({ name: 'cosine', final: 0.1, warmUpEpochs: 3 });

test.each([
  [1, 0.25],
  [3, 0.75],
  [11, 2.75],
  [12, 3],
  [30, 3],
])('of %d epochs, %d are warm-up', (epochs, warmUpEpochs) => {
  expect(shortWarmUp(cosine, epochs)).toEqual({ ...cosine, warmUpEpochs });
});
