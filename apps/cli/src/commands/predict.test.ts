import { expect, test } from 'vitest';
import { columnNames } from './predict.ts';

test('a class called like another column gets a column of its own', () => {
  expect(columnNames(['elm', 'label', 'label (class)', '-1'])).toEqual([
    'path',
    'label',
    'probability',
    'elm',
    'label (class) (class)',
    'label (class)',
    '-1',
  ]);
});
