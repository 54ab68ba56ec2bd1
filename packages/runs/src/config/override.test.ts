import { expect, test } from 'vitest';
import { override, parseSetting } from './override.ts';

test('a field is set; other fields and the original do not change', () => {
  const config = { train: { epochs: 3, batchSize: 8 } };
  expect(override(config, ['train', 'epochs'], 5)).toEqual({ train: { epochs: 5, batchSize: 8 } });
  expect(config.train.epochs).toBe(3);
});

test('missing sections are added, and list items are addressed by number', () => {
  expect(override({}, ['a', 'b'], 1)).toEqual({ a: { b: 1 } });
  expect(override({ recipe: [{ op: 'median' }] }, ['recipe', '0', 'size'], 9)).toEqual({
    recipe: [{ op: 'median', size: 9 }],
  });
});

test.each(['1', 'first', '-1'])('%s is not an item of a list of one', (key) => {
  const config = { recipe: [{ op: 'median' }] };
  expect(() => override(config, ['recipe', key, 'size'], 9)).toThrow(/no item of a list of 1/);
});

test.each(['__proto__', 'constructor', 'prototype'])(
  '%s is refused, and no prototype is polluted',
  (key) => {
    expect(() => override({}, [key, 'polluted'], 1)).toThrow(/is not a field/);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  },
);

test('a setting is a path and a value in YAML', () => {
  expect(parseSetting('train.epochs=3')).toEqual({ path: ['train', 'epochs'], value: 3 });
  expect(parseSetting('augment=[{op: rotate}]').value).toEqual([{ op: 'rotate' }]);
  expect(parseSetting('a=b=c')).toEqual({ path: ['a'], value: 'b=c' });
  expect(() => parseSetting('epochs')).toThrow(/of the form a\.b=value/);
});
