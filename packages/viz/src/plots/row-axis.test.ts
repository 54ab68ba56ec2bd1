import { expect, test } from 'vitest';
import { rowAxis } from './row-axis.ts';

test('equal names are two rows', () => {
  const { param, y } = rowAxis(['Maize', 'Maize']);
  expect(param).toEqual({ name: 'names', value: ['Maize', 'Maize'] });
  expect(y.scale.domain).toEqual([0, 1]);
});

test('long names are shortened, and invisible characters shown', () => {
  const [long = '', hidden] = rowAxis(['x'.repeat(200), 'a\u202eb']).param.value;
  expect(long).toMatch(/^x{10,40}…$/);
  expect(hidden).toBe('a\\u{202e}b');
});
