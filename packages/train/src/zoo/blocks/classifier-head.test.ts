import { input } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { someBackend } from '../../model/tfjs/some-backend.ts';
import { classifierHead } from './classifier-head.ts';

someBackend();

test('gives one probability for each class', () => {
  const head = classifierHead(input({ shape: [5, 4, 8] }), { classes: 3 });
  expect(head.shape).toEqual([null, 3]);
  expect(head.sourceLayer.getConfig()['activation']).toBe('softmax');
});

test.each([
  [0, 'average'],
  [0.5, 'dropout'],
])('with a dropout of %f has the layer %s before the last', (dropout, name) => {
  const head = classifierHead(input({ shape: [5, 4, 8] }), { classes: 3, dropout });
  expect(head.inputs[0]!.sourceLayer.name).toBe(name);
});
