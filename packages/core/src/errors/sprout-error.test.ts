import { expect, test } from 'vitest';
import { EXPLAIN } from './explain.ts';
import { isSproutError, SproutError } from './sprout-error.ts';

test('states the subject, the rule and the value', () => {
  const error = new SproutError('option-invalid', {
    option: '--epochs',
    value: '-1',
    rule: 'at least 1',
  });
  expect(error.message).toBe('--epochs must be at least 1; received -1');
});

test('suggests the nearest name, or lists the known names', () => {
  const known = ['adam', 'sgd'];
  const message = (name: string) =>
    new SproutError('name-unknown', { kind: 'optimiser', name, known }).message;
  expect(message('adm')).toBe('Unknown optimiser "adm"; did you mean "adam"?');
  expect(message('lion')).toBe('Unknown optimiser "lion"; known: adam, sgd');
});

test('is recognised among errors, and by its code', () => {
  const error: unknown = new SproutError('file-missing', { file: 'x' });
  expect(isSproutError(error)).toBe(true);
  expect(isSproutError(error, 'file-missing')).toBe(true);
  expect(isSproutError(error, 'file-exists')).toBe(false);
  expect(isSproutError(new Error('file-missing'))).toBe(false);
});

test('keeps its cause', () => {
  const cause = new Error('disk');
  expect(new SproutError('file-missing', { file: 'x' }, { cause }).cause).toBe(cause);
});

test('has codes in kebab-case', () => {
  for (const code of Object.keys(EXPLAIN)) expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

test('has the context of its code, also in its type', () => {
  const error: unknown = new SproutError('file-missing', { file: 'x' });
  if (!isSproutError(error)) throw error;
  const file = error.code === 'file-missing' ? error.context.file : undefined;
  expect(file).toBe('x');
});

test('makes control characters of names visible in its message, and keeps them in its context', () => {
  const file = 'x\nerror: disk on fire \u001b[31m.png';
  const error = new SproutError('image-refused', { file, reason: 'no image' });
  expect(error.message).toBe('x\\u{a}error: disk on fire \\u{1b}[31m.png is refused: no image');
  expect(error.context.file).toBe(file);
});
