import { expect, test } from 'vitest';
import { PNG, textOf } from '../../../test/report.ts';
import { duplicatesPart } from './duplicates-part.ts';

const ids = ['a/1.png', 'b/<2>.png'];
const group = { kind: 'near', ids, classes: ['a', 'b'], acrossSplit: true } as const;

test('with pictures each image of a group is shown under its reasons', () => {
  const { markup } = duplicatesPart([group], new Map([['a/1.png', PNG]]));
  expect(textOf(markup)).toMatch(/nearly equal different classes both sides of the split/);
  expect(markup).toContain('alt="a/1.png"');
  expect(markup).toContain('aria-label="b/&lt;2&gt;.png"'); // without a picture: an empty frame
  expect(markup).not.toContain('<table');
});

test('without pictures the groups are a table, and large ones are cut', () => {
  const many = Array.from({ length: 14 }, (_, at) => `a/${at}.png`);
  const { markup } = duplicatesPart([{ ...group, ids: many, classes: ['a'], acrossSplit: false }]);
  expect(markup).toContain('<table');
  expect(textOf(markup)).toMatch(/and 2 more .*counts more than once/);
});

test('no groups are good news', () => {
  expect(textOf(duplicatesPart([]).markup)).toContain('No picture occurs twice.');
});
