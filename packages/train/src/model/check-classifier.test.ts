import { expect, test } from 'vitest';
import { checkClassifier } from './check-classifier.ts';

const model = (activation: string) => ({
  topology: {
    class_name: 'Sequential',
    config: {
      name: 'net',
      layers: [
        { class_name: 'Flatten', config: { name: 'flatten', batch_input_shape: [null, 2, 2, 3] } },
        { class_name: 'Dense', config: { name: 'classes', units: 2, activation } },
      ],
    },
  },
});

test('accepts a model that ends in a softmax', () => {
  expect(() => checkClassifier(model('softmax'))).not.toThrow();
});

test('with the activation of tags, accepts a sigmoid and refuses a softmax', () => {
  const tags = { activation: 'sigmoid' } as const;
  expect(() => checkClassifier(model('sigmoid'), tags)).not.toThrow();
  expect(() => checkClassifier(model('softmax'), tags)).toThrow('must end in a sigmoid');
  expect(() => checkClassifier(model('sigmoid'))).toThrow('must end in a softmax');
});

test('refuses a model that ends in anything else, naming the layer', () => {
  expect(() => checkClassifier(model('relu'))).toThrow(/Layer classes .*softmax/);
});
