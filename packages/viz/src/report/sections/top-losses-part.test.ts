import { expect, test } from 'vitest';
import { evaluation, names, textOf } from '../../../test/report.ts';
import { topLossesPart } from './top-losses-part.ts';

const worst = evaluation(names(2));

test('has the label, the prediction and both probabilities', () => {
  const text = textOf(topLossesPart(worst)?.markup ?? '');
  expect(text).toMatch(/class 0\s+0\.4 %\s+taken for class 1\s+98\.0 %\s+loss 5\.52/);
});

test('an image with a right prediction is recognised', () => {
  const topLosses = worst.topLosses.map((each) => ({ ...each, predicted: each.label }));
  const text = textOf(topLossesPart({ ...worst, topLosses })?.markup ?? '');
  expect(text).toContain('recognised');
  expect(text).not.toContain('taken for');
});

test('without losses there is no part', () => {
  expect(topLossesPart({ ...worst, topLosses: [] })).toBeUndefined();
});
