import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { createModel } from './create-model.ts';

const shape = { height: 16, width: 20, classes: 3, seed: 5 };

describe('createModel', () => {
  test('suggests the nearest name for an unknown one', () => {
    // @ts-expect-error the name does not compile either
    expect(() => createModel('small-cn', shape)).toThrow('did you mean "small-cnn"?');
  });

  test.each([{ height: 0 }, { width: 1.5 }, { classes: 1 }])('refuses %j', (part) => {
    const [option] = Object.keys(part);
    expect(() => createModel('logistic', { ...shape, ...part })).toThrow(`${option} must be`);
  });

  test('refuses unknown parameters, naming the model', () => {
    const create = () => createModel('small-cnn', { ...shape, parameters: { filterz: [1] } });
    expect(create).toThrow('the parameters of small-cnn');
    expect(create).toThrow('filterz');
  });

  test.each([
    [
      'logistic',
      { height: 1e6, width: 1e6 },
      /^Layer classes is not supported: its kernel \[3000000000000, 3\]/,
    ],
    [
      'logistic',
      { classes: 1e9 },
      /^Layer classes is not supported: its kernel \[960, 1000000000\]/,
    ],
    [
      'small-cnn',
      { height: 1e6, width: 1e6 },
      /^Layer images is not supported: its output 1000000 x 1000000 x 3/,
    ],
    [
      'small-cnn',
      { parameters: { filters: [1e5, 1e5] } },
      /^Layer \w+_conv is not supported: its kernel/,
    ],
  ] as const)('refuses %s of %j, which does not fit into memory', (name, part, message) => {
    const before = memory().numTensors;
    const create = () => createModel(name, { ...shape, ...part });
    const code = expect.objectContaining({ code: 'model-unsupported' }) as Error;
    expect(create).toThrow(code);
    expect(create).toThrow(message);
    expect(memory().numTensors).toBe(before);
  });
});
