import { expect, test } from 'vitest';
import { createHead } from './create-head.ts';
import { hasDropout } from './has-dropout.ts';
import { outputLayer } from './output-layer.ts';

const dense = { layer: 'dense', name: 'classes', units: 2 } as const;
const plain = createHead([4], [dense]);
const dropping = createHead([4], [{ layer: 'dropout', rate: 0.5 }, dense]);

test('a model with a dropout layer is found', () => {
  expect([plain, dropping].map(hasDropout)).toEqual([false, true]);
});

test('the output layer is the last one', () => {
  expect(outputLayer(dropping)).toBe('classes');
});
