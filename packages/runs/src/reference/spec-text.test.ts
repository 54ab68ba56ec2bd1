import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { specText } from './spec-text.ts';

test.each([
  [
    { op: 'rotate', degrees: [-15, 15], border: 'nearest' },
    '{ op: rotate, degrees: [-15, 15], border: nearest }',
  ],
  [{ trainable: 'head,all' }, "{ trainable: 'head,all' }"],
  [
    { ops: [{ op: 'd4' }], brightness: null, left: undefined },
    '{ ops: [{ op: d4 }], brightness: null }',
  ],
  ['true', "'true'"],
  ["it's", "'it''s'"],
  [{}, '{}'],
  [268_402_689, '268402689'],
])('%j is %s, and is read as it was', (value, text) => {
  expect(specText(value)).toBe(text);
  expect(parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
});

test('fractions are shortened', () => {
  expect(specText([3 / 4, 4 / 3, 1e-7])).toBe('[0.75, 1.3333, 1e-7]');
});
