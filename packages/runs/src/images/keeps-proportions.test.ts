import { expect, test } from 'vitest';
import { keepsProportions } from './keeps-proportions.ts';

const resize = { op: 'resize', height: 4, width: 4 };

test.each([
  [[], true],
  [[{ op: 'median', size: 3 }], true],
  [[resize], false],
  [[{ ...resize, fit: 'squash' }], false],
  [[{ ...resize, fit: 'crop' }], true],
  [
    [
      { ...resize, fit: 'pad' },
      { op: 'median', size: 3 },
    ],
    true,
  ],
  [[{ ...resize, fit: 'pad' }, resize], false],
])('%j keeps proportions: %j', (recipe, expected) => {
  expect(keepsProportions(recipe)).toBe(expected);
});
