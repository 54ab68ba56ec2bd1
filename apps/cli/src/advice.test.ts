import { type AnySproutError, type ErrorContexts, SproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { printedMessage } from './advice.ts';

const message = (error: unknown): string => printedMessage(error as AnySproutError); // every error here is a SproutError

test('the message for bad images has the option that skips them, once', () => {
  const error = new SproutError('images-bad', { count: 3, total: 10, first: 'a is empty' });
  expect(message(error)).toBe(
    '3 of 10 images cannot be used (first: a is empty); sprout inspect lists all of them; --on-bad skip goes on without them',
  );
});

test.each([
  ['runs', '--runs must be r; received v'],
  ['name', '--name must be r; received v'],
  ['folder', 'DIR must be r; received v'],
  ['groupBy', '--group-by must be r; received v'],
  ['other', 'other must be r; received v'],
])('the option %s has its name on the command line', (option, text) => {
  expect(message(new SproutError('option-invalid', { option, value: 'v', rule: 'r' }))).toBe(text);
});

test.each([
  ['A setting', '--set'],
  ['The setting a=[', '--set a=['],
  ['The combination of the options', 'the command line'],
  ['sprout.yaml', 'sprout.yaml'],
])('the source %s has its name on the command line', (source, name) => {
  const error = new SproutError('config-invalid', { source, reason: 'no' });
  expect(message(error)).toBe(`${name} is not a valid configuration: no`);
});

test('the message for an existing file has the option that names another one', () => {
  const text = (context: ErrorContexts['file-exists']): string =>
    message(new SproutError('file-exists', context));
  expect(text({ file: 'a-split.csv', option: 'out' })).toBe(
    'a-split.csv exists already and is not overwritten; --out FILE names another file',
  );
  expect(text({ file: 'a.html', reason: 'it is no page', option: 'html' })).toBe(
    'a.html exists already and is not overwritten: it is no page; --html FILE names another file',
  );
  expect(text({ file: 'runs/a' })).toBe('runs/a exists already and is not overwritten');
});

test('the message for unknown classes has the command for such folders', () => {
  const context = { source: 'more', names: ['Charlok'], known: ['Charlock'] };
  expect(message(new SproutError('classes-unknown', context))).toBe(
    'The model does not have these classes of more: "Charlok" (did you mean "Charlock"?); sprout predict takes folders without the classes of the model',
  );
});

test('the message for a list that is no image says how a list is given', () => {
  const text = (file: string, reason = 'not an image'): string =>
    message(new SproutError('image-refused', { file, reason }));
  expect(text('list.CSV')).toBe(
    'list.CSV is refused: not an image; sprout predict RUN - reads a list of paths from standard input, one a line',
  );
  expect(text('page.html')).toBe('page.html is refused: not an image');
  expect(text('a.csv', 'not a regular file')).not.toContain('standard input');
});

test('the message for an unfinished run has the command that finishes it', () => {
  const text = (reason: string): string =>
    message(new SproutError('run-incompatible', { run: 'my runs/a', reason }));
  expect(text('it is not finished')).toBe(
    "my runs/a cannot be used for this: it is not finished; sprout train --resume 'my runs/a' finishes it",
  );
  expect(text('its split.csv was changed')).not.toContain('--resume');
});

test('the message for the name of an unfinished run has the command that resumes it', () => {
  const text = (isFinished: boolean): string =>
    message(new SproutError('run-exists', { run: 'my runs/a', isFinished }));
  expect(text(false)).toMatch(
    /choose another name, or resume it: sprout train --resume 'my runs\/a'$/,
  );
  expect(text(true)).not.toContain('--resume');
});

test('the message for an existing split has the option that undoes it, other messages do not change', () => {
  const split = { folder: 'out', holds: 'a split, done or interrupted' };
  expect(message(new SproutError('folder-occupied', split))).toBe(
    'out holds a split, done or interrupted, which --undo takes back; name a folder that is new or empty',
  );
  const other = new SproutError('folder-occupied', { folder: 'out', holds: 'files' });
  expect(message(other)).toBe(other.message);
  const missing = new SproutError('folder-missing', { folder: 'out' });
  expect(message(missing)).toBe(missing.message);
});
