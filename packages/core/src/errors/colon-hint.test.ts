import { expect, test } from 'vitest';
import { colonHint } from './colon-hint.ts';

test.each(['op', 'op:', ':rotate', 'a b:c', ''])('"%s" has no missing space', (key) => {
  expect(colonHint(key)).toBeUndefined();
});

test('only the first colon separates the name', () => {
  expect(colonHint('weights:https://a')).toContain('write "weights: https://a", with a space');
});
