import { expect, test } from 'vitest';
import { checkCard } from './check-card.ts';

const card = { classes: ['a', 'b'], recipe: [], recipeHash: '', versions: {} };

test('a card has a class for each output', () => {
  expect(() => checkCard(card, 2)).not.toThrow();
});

test.each([3, null, undefined])('a card of two classes does not fit %s outputs', (outputs) => {
  expect(() => checkCard(card, outputs)).toThrow('The list of classes');
});

test('a model of tags has a threshold for each output', () => {
  expect(() => checkCard({ ...card, thresholds: [0.2, 0.4] }, 2)).not.toThrow();
  expect(() => checkCard({ ...card, thresholds: [0.2] }, 2)).toThrow('The list of thresholds');
});
