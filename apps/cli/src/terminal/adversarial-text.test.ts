import { expect, test } from 'vitest';
import { adversarialText } from './adversarial-text.ts';

test('a line for each image, then the sheet', () => {
  const image = { path: 'a.png', className: 'Maize', image: 'a-image.png' };
  const change = {
    epsilon: 0.7344,
    predicted: 'Wheat',
    predictedAsSaved: 'Wheat',
    changed: 'a-changed.png',
    difference: 'a-difference.png',
    amplification: 170,
  };
  const images = [
    { ...image, change },
    { ...image, change: { ...change, predictedAsSaved: 'Maize' } },
    { ...image, path: 'b\u0007.png' },
  ];
  expect(adversarialText({ method: 'pgd', sheet: 'out/sheet.png', images }).split('\n')).toEqual([
    'a.png: Maize, epsilon 0.73, then Wheat',
    'a.png: Maize, epsilon 0.73, then Wheat (as saved, rounded to bytes: Maize)',
    'b\\u{7}.png: Maize, no change was found',
    'out/sheet.png',
  ]);
});
