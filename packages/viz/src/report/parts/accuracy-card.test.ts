import { expect, test } from 'vitest';
import { textOf } from '../../../test/report.ts';
import { accuracyCard } from './accuracy-card.ts';
import { numberCard } from './number-card.ts';

test('an accuracy has its interval and that of guessing', () => {
  const { markup } = accuracyCard('Accuracy', { accuracy: 0.5, samples: 100, chance: 0.25 });
  expect(textOf(markup)).toMatch(/Accuracy 50\.0 % .*40\.4 % to 59\.6 %; guessing: 25\.0 %/);
});

test('a card has a name, a value and a note, which are escaped', () => {
  const { markup } = numberCard('Images', '1', '<none>');
  expect(textOf(markup)).toMatch(/Images 1 &lt;none&gt;/);
});
