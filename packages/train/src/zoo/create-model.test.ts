import { describe, expect, test } from 'vitest';
import { createModel } from './create-model.ts';

const shape = { height: 16, width: 20, classes: 3, seed: 5 };

describe('createModel', () => {
  test('suggests the nearest name for an unknown one', () => {
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
});
