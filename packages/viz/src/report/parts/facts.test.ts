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
