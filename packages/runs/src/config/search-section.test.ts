import { expect, test } from 'vitest';
import { parseSearch } from './search-section.ts';

test.each([
  ['90s', 90],
  ['15m', 900],
  ['1.5h', 5400],
])('%s is %d seconds', (budget, seconds) => {
  expect(parseSearch({ name: 'auto', budget }).budget).toBe(seconds);
});

test('the default is a quarter of an hour', () => {
  expect(parseSearch({ name: 'auto' })).toEqual({ budget: 900 });
});

test.each(['15', '-3m', '0s', '1d', ''])('the budget "%s" is refused', (budget) => {
  expect(() => parseSearch({ name: 'auto', budget })).toThrow('model, for auto');
});

test('weights may be a path, or a section with a file', () => {
  expect(parseSearch({ name: 'auto', weights: 'w' }).weights).toBe('w');
  expect(parseSearch({ name: 'auto', weights: { file: 'w' } }).weights).toBe('w');
});

test('fields of other models are refused', () => {
  expect(() => parseSearch({ name: 'auto', filters: [4] })).toThrow('filters');
});
