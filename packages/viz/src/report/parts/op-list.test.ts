import { expect, test } from 'vitest';
import { textOf } from '../../../test/report.ts';
import { opList } from './op-list.ts';

test('has an item for each op', () => {
  const { markup } = opList([{ op: 'median', size: 9 }, { op: '<b>' }]);
  expect(markup.match(/<li>/g)).toHaveLength(2);
  expect(textOf(markup)).toMatch(/median size=9\s+&lt;b&gt;/);
});

test('states that there are no ops', () => {
  expect(textOf(opList([]).markup)).toContain('none');
});
