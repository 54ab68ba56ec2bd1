import { expect, test } from 'vitest';
import { sheetColumns } from './sheet-columns.ts';

test.each([
  [1, 8],
  [8, 8],
  [9, 9],
  [16, 8],
  [17, 9], // one place is empty
  [33, 7], // two places are empty; 9 and 10 have three and seven
  [64, 8],
  [65, 6], // one place is empty; 8 columns have seven
])('%i pictures have %i columns', (pictures, columns) => {
  expect(sheetColumns(pictures)).toBe(columns);
});
