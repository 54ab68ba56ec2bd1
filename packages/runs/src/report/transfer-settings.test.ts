import { expect, test } from 'vitest';
import { transferSettings } from './transfer-settings.ts';

const sha256 = '0'.repeat(64);

test('a base has its weights, the layers that are trained, its input function and its head', () => {
  const settings = transferSettings({
    name: 'vgg16',
    weights: { file: '/data/vgg16.h5', sha256 },
    trainable: 'from:block5_conv1',
    input: 'caffe',
    pooling: 'none',
    head: ['flatten', { dense: 256 }],
  });
  expect(settings).toEqual([
    { name: 'Released weights', value: `vgg16.h5, SHA-256 ${sha256}` },
    { name: 'Trained layers', value: 'the head, and from block5_conv1' },
    { name: 'Input function', value: 'caffe' },
    { name: 'Head', value: 'pooling none, flatten, {"dense":256}, classes' },
  ]);
});

test('downloaded weights have their licence and their source', () => {
  const licence = 'CC BY 4.0';
  const source = 'https://keras.io/api/applications/';
  const address = 'https://example.org/vgg16.h5';
  const weights = { file: '/cache/vgg16.h5', sha256, licence, source, address };
  expect(transferSettings({ name: 'vgg16', weights })).toContainEqual({
    name: 'Source of the weights',
    value: `licence CC BY 4.0, ${source}, ${address}`,
  });
});

test('the layers of stages are listed in their order', () => {
  const settings = transferSettings({ name: 'vgg16', trainable: 'head,from:block5_conv1, all' });
  expect(settings[1]?.value).toBe('the head; then the head, and from block5_conv1; then all');
});

test('a model that is trained from scratch has none of them', () => {
  expect(transferSettings({ name: 'small-cnn', filters: [4, 8] })).toEqual([]);
});
