import { expect, test } from 'vitest';
import { filterNumbers } from './filter-numbers.ts';

test.each([
  ['3', [3]],
  ['0-3', [0, 1, 2, 3]],
  ['0-2,110', [0, 1, 2, 110]],
  [' 5 , 4-6 ', [5, 4, 6]],
])('%s', (list, numbers) => {
  expect(filterNumbers(list, 512)).toEqual(numbers);
});

test.each(['512', '0-512', '', '1,,2', '-1', '3-1', 'all', '1.5', '99999999999999999999'])(
  'refuses %j',
  (list) => {
    expect(() => filterNumbers(list, 512)).toThrow(
      'filters must be numbers of filters from 0 to 511, such as 0-15,110; received',
    );
  },
);
