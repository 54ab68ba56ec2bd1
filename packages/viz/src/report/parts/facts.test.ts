import { expect, test } from 'vitest';
import { textOf } from '../../../test/report.ts';
import { facts } from './facts.ts';

test('names and values are listed in order, as text', () => {
  const { markup } = facts([
    { name: 'Seed', value: '0' },
    { name: '<b>', value: 'a & b' },
  ]);
  expect(textOf(markup).trim()).toBe('Seed 0 &lt;b&gt; a &amp; b');
  expect(markup.match(/<dt>/g)).toHaveLength(2);
});

test('a value with a word that is longer than a column has a row of its own', () => {
  const isLong = (value: string) => facts([{ name: 'Weights', value }]).markup.includes('"long"');
  expect(isLong(`lite0.pth, SHA-256 ${'0123abcd'.repeat(8)}`)).toBe(true);
  expect(isLong('/some/folders/of/photographs/taken_by_several_people')).toBe(false);
});
