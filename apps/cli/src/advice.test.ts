import { type AnySproutError, SproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { printedMessage } from './advice.ts';

const message = (error: unknown): string => printedMessage(error as AnySproutError); // each is made here

test('images that cannot be used come with the option that skips them, once', () => {
  const error = new SproutError('images-bad', { count: 3, total: 10, first: 'a is empty' });
  expect(message(error)).toBe(
    '3 of 10 images cannot be used (first: a is empty); --on-bad skip goes on without them',
  );
});

test.each([
  ['runs', '--runs must be r; received v'],
  ['name', '--name must be r; received v'],
  ['folder', 'DIR must be r; received v'],
  ['groupBy', 'groupBy must be r; received v'],
])('the option %s is named as it is typed', (option, text) => {
  expect(message(new SproutError('option-invalid', { option, value: 'v', rule: 'r' }))).toBe(text);
});

test.each([
  ['A setting', '--set'],
  ['The setting a=[', '--set a=['],
  ['The combination of the options', 'the command line'],
  ['sprout.yaml', 'sprout.yaml'],
])('%s is named as the command line knows it', (source, spelt) => {
  const error = new SproutError('config-invalid', { source, reason: 'no' });
  expect(message(error)).toBe(`${spelt} is not a valid configuration: no`);
});

test('a split in the place comes with the option that takes it back, other errors with nothing', () => {
  const split = { folder: 'out', holds: 'a split, done or interrupted' };
  expect(message(new SproutError('folder-occupied', split))).toBe(
    'out holds a split, done or interrupted, which --undo takes back; name a folder that is new or empty',
  );
  const other = new SproutError('folder-occupied', { folder: 'out', holds: 'files' });
  expect(message(other)).toBe(other.message);
  const missing = new SproutError('folder-missing', { folder: 'out' });
  expect(message(missing)).toBe(missing.message);
});
