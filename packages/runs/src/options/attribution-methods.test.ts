import { ATTRIBUTION_METHODS } from '@sprout/viz';
import { expect, test } from 'vitest';
import { METHODS } from './attribution-methods.ts';

test('the methods of the command line are those of viz', () => {
  expect(METHODS).toEqual(ATTRIBUTION_METHODS);
});
