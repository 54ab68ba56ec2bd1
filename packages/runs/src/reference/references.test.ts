import { expect, test } from 'vitest';
import { configReference } from './config-reference.ts';
import { modelReference } from './model-reference.ts';
import { sectionNames } from './model-schema.ts';
import { op, ops } from './ops.ts';

test('an op has its fields without its name, and an example', () => {
  const { kind, summary, fields, example } = op('rotate');
  expect({ kind, example }).toEqual({
    kind: 'augmentation',
    example: '{ op: rotate, degrees: [-15, 15], border: nearest }',
  });
  expect(summary).toMatch(/^Rotates about the centre/);
  expect(fields).toMatchObject([
    { key: 'degrees', type: '[low, high]', range: '-180 to 180', default: '[-15, 15]' },
    { key: 'border', type: 'nearest, reflect, wrap or constant', default: 'nearest' },
  ]);
  expect(() => op('rotat')).toThrow('did you mean "rotate"?');
});

test('the distance of a colour and its square are fields of the palette', () => {
  const keys = op('colour-mask').fields.map(({ key }) => key);
  expect(keys).toEqual([
    'palette',
    'palette[].colour',
    'palette[].distance',
    'palette[].threshold',
  ]);
});

test('a model has its parameters, and what a configuration leaves out', () => {
  const { fields, example, defaults } = modelReference('small-cnn');
  expect(fields.map(({ key }) => key)).toEqual(['filters', 'dropout']);
  expect(example).toMatch(/^\{ name: small-cnn, /);
  expect(defaults).toMatchObject({ 'train.epochs': '30', 'train.labelSmoothing': '0.1' });
  expect(modelReference('vgg16').defaults).toMatchObject({ 'model.pooling': 'none' });
  expect(() => modelReference('small-cn')).toThrow('did you mean "small-cnn"?');
});

test('every field of an op, a model and a configuration has a meaning', () => {
  const all = [...ops(), ...sectionNames().map(modelReference), ...configReference()];
  const silent = all.flatMap((each) =>
    each.fields.filter(({ description }) => !/^[A-Z`].*\.$/.test(description)),
  );
  expect(silent).toEqual([]);
});

test('a configuration has its sections, and each optimiser and schedule', () => {
  const parts = configReference();
  expect(parts.map(({ path, name }) => (name === undefined ? path : `${path} ${name}`))).toEqual([
    '',
    'data',
    'train',
    'train.optimiser sgd',
    'train.optimiser adam',
    'train.optimiser adamw',
    'train.optimiser rmsprop',
    'train.schedule constant',
    'train.schedule step',
    'train.schedule cosine',
    'train.schedule plateau',
  ]);
});
