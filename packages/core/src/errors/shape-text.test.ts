import { expect, test } from 'vitest';
import { shapeText } from './shape-text.ts';

test('lists the dimensions in brackets', () => {
  expect(shapeText([2, 3])).toBe('[2, 3]');
  expect(shapeText([])).toBe('[]');
});

test('shows a dimension that is not known as a question mark', () => {
  expect(shapeText([null, 'batch', 3])).toBe('[?, batch, 3]');
});
