import { expect, test } from 'vitest';
import { modelText, opListText, opText } from './reference-text.ts';

const field = {
  key: 'size',
  type: 'integer',
  range: '3 to 255',
  isRequired: true,
  description: 'The side of the window, in pixels: odd.',
};
const median = {
  name: 'median',
  kind: 'recipe',
  summary: 'The median.',
  description: 'The median. As OpenCV.',
  fields: [field],
  example: '{ op: median, size: 9 }',
} as const;
const d4 = {
  ...median,
  name: 'd4',
  kind: 'augmentation',
  fields: [],
  example: '{ op: d4 }',
} as const;

test('the ops are listed by the kind of list that may contain them', () => {
  expect(opListText([median, d4]).split('\n')).toEqual([
    'Ops of a recipe:',
    '  median  The median.',
    '',
    'Ops of an augmentation:',
    '  d4      The median.',
    '',
    'sprout ops NAME shows the fields of an op, and an example.',
  ]);
});

test('an op has its fields with type, limits and default, and its example where it is written', () => {
  expect(opText(median)).toBe(`median, an op of a recipe

The median. As OpenCV.

Fields:
  size: integer; 3 to 255; required
      The side of the window, in pixels: odd.

Example:
  recipe:
    - { op: median, size: 9 }`);
  expect(opText(d4)).toContain('It has no fields.');
});

test('a model has its parameters and what a configuration leaves out', () => {
  const dropout = { ...field, key: 'dropout', range: '', default: '0', isRequired: false };
  const text = modelText({
    name: 'small-cnn',
    summary: 'a small network',
    fields: [dropout],
    example: '{ name: small-cnn }',
    defaults: { recipe: '[]', 'train.epochs': '30' },
  });
  expect(text).toContain('small-cnn: a small network\n\nFields:\n  dropout: integer; default 0\n');
  expect(text).toContain('  recipe        []\n  train.epochs  30\n');
  expect(text).toMatch(/ {2}model: \{ name: small-cnn \}$/);
});
