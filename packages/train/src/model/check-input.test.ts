import { expect, test } from 'vitest';
import { checkInput } from './check-input.ts';
import type { ModelInput } from './model-definition.ts';

const INPUT: ModelInput = {
  height: 4,
  width: 4,
  channels: 3,
  normalisation: { mean: [1, 2, 3], deviation: [1, 1, 1] },
};

test.each([{}, { channelOrder: 'rgb' }, { channelOrder: 'bgr' }] as const)('accepts %j', (part) => {
  expect(() => checkInput({ ...INPUT, ...part })).not.toThrow();
});

test.each([
  { mean: [1, 2], deviation: [1, 1, 1] },
  { mean: [1, 2, 3], deviation: [1, 1] },
  { mean: [1, 2, NaN], deviation: [1, 1, 1] },
  { mean: [1, 2, 3], deviation: [1, 0, 1] },
  { mean: [1, 2, 3], deviation: [1, Infinity, 1] },
])('refuses the normalisation %j', (normalisation) => {
  expect(() => checkInput({ ...INPUT, normalisation })).toThrow(
    'a mean and a deviation above 0 for each of 3 channels',
  );
});

test.each([[4], [7, 7, 512]])('accepts features of the shape %j', (...shape) => {
  expect(() => checkInput({ kind: 'features', shape })).not.toThrow();
});

test('refuses BGR for images of one channel', () => {
  const grey = { channels: 1, normalisation: { mean: [0], deviation: [1] } };
  expect(() => checkInput({ ...INPUT, ...grey, channelOrder: 'bgr' })).toThrow('of 1 channels');
  expect(() => checkInput({ ...INPUT, ...grey })).not.toThrow();
});
