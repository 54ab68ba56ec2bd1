import { expect, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { withTrained } from './with-trained.ts';

test('layers are trainable by the name of the layer that they come from', () => {
  const layers = chained([
    { name: 'images', kind: 'InputLayer' },
    { name: 'conv', kind: 'Conv2D', trainable: false },
    { name: 'dense', kind: 'Dense' },
  ]);
  const split = [...layers, { ...layers.at(-1)!, name: 'dense_softmax', kind: 'Activation' }];
  const trained = withTrained(split, new Set(['images', 'dense']));
  expect(trained.map(({ trainable }) => trainable)).toEqual([false, false, true, true]);
  expect(split[1]!.trainable).toBe(false);
  expect(withTrained(split, new Set(['conv']))[1]!.trainable).toBe(true);
});
