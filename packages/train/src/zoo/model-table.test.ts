import { memory } from '@tensorflow/tfjs-core';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createDefinition } from './create-definition.ts';
import { createModel } from './create-model.ts';
import { modelEntry, MODELS } from './model-table.ts';

const shape = { height: 16, width: 20, classes: 3, seed: 5 };

describe.each([...MODELS.keys()])('the model %s', (name) => {
  test('is the same whenever it is created, and another with another seed', () => {
    const first = createDefinition(name, shape);
    expect(isDeepStrictEqual(createDefinition(name, shape), first)).toBe(true); // toEqual takes seconds for a million weights
    const other = createDefinition(name, { ...shape, seed: 6 });
    expect(other.topology).toEqual(first.topology);
    expect(isDeepStrictEqual(other.weights, first.weights)).toBe(false);
  });

  test('maps images to probabilities', () => {
    const model = createModel(name, shape);
    expect(model.inputs[0]!.shape).toEqual([null, 16, 20, 3]);
    expect(model.outputs[0]!.shape).toEqual([null, 3]);
    model.dispose();
  });

  test('leaves no tensors behind its definition', () => {
    const before = memory().numTensors;
    createDefinition(name, shape);
    expect(memory().numTensors).toBe(before);
  });

  test('is plain data, which survives a structured clone and JSON', () => {
    const definition = createDefinition(name, shape);
    expect(isDeepStrictEqual(structuredClone(definition), definition)).toBe(true);
    expect(JSON.parse(JSON.stringify(definition.topology))).toEqual(definition.topology);
  });
});

describe('modelEntry', () => {
  test('suggests the nearest name for an unknown one', () => {
    expect(() => modelEntry('logistc')).toThrow('did you mean "logistic"?');
  });

  test('returns the entry of the table', () => {
    expect(modelEntry('logistic')).toBe(MODELS.get('logistic'));
  });
});
