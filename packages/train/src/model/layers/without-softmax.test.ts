import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { readTopology } from './read-topology.ts';
import { splitActivations } from './split-activations.ts';
import { withoutSoftmax } from './without-softmax.ts';

const flatten = { class_name: 'Flatten', config: { name: 'flatten' } };
const dense = { class_name: 'Dense', config: { name: 'classes', units: 2, activation: 'softmax' } };
const linear = { class_name: 'Dense', config: { name: 'classes', units: 2 } };
const softmax = { class_name: 'Softmax', config: { name: 'softmax' } };
const activation = { class_name: 'Activation', config: { name: 'softmax', activation: 'softmax' } };

const model = (...layers: readonly Json[]): Json => ({
  class_name: 'Sequential',
  config: { name: 'm', layers },
});

describe('withoutSoftmax', () => {
  test('makes a last layer with a softmax linear', () => {
    const last = withoutSoftmax(readTopology(model(flatten, dense))).at(-1)!;
    expect(last).toMatchObject({
      name: 'classes',
      kind: 'Dense',
      config: { activation: 'linear', units: 2 },
    });
  });

  test.each([softmax, activation])('leaves out a last layer %j', (layer) => {
    const layers = readTopology(model(flatten, linear, layer));
    expect(withoutSoftmax(layers)).toEqual(layers.slice(0, -1));
  });

  test('leaves out the activation node of a split list', () => {
    const names = withoutSoftmax(splitActivations(readTopology(model(flatten, dense)))).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['flatten_input', 'flatten', 'classes:linear']);
  });

  test('refuses a model that ends in anything else', () => {
    expect(() => withoutSoftmax(readTopology(model(flatten, linear)))).toThrow(
      'Layer classes is not supported: a model that is trained must end in a softmax',
    );
  });
});
