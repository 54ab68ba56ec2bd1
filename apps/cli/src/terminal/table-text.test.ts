import { expect, test } from 'vitest';
import { tableText } from './table-text.ts';

test('columns have equal widths; numbers are aligned to the right', () => {
  const rows = [
    ['run', 'accuracy', 'state'],
    ['small-cnn-1', '90.6 %', 'completed'],
    ['b', '', 'failed'],
  ];
  expect(tableText(rows)).toBe(
    'run          accuracy  state\nsmall-cnn-1    90.6 %  completed\nb                      failed',
  );
});

test('no rows are no text', () => {
  expect(tableText([])).toBe('');
});
