import { expect, test } from 'vitest';
import { quoted } from './quoted.ts';

test.each([
  ['runs/small-cnn-1', 'runs/small-cnn-1'],
  ['--set=a.b', '--set=a.b'],
  ['my photos', "'my photos'"],
  ["it's", String.raw`'it'\''s'`],
  ['', "''"],
  ['$HOME', "'$HOME'"],
])('a shell reads %j from its quoted form', (word, text) => {
  expect(quoted(word)).toBe(text);
});
