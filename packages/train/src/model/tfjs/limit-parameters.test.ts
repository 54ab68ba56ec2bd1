import { memory } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { limitParameters } from './limit-parameters.ts';
import { someBackend } from './some-backend.ts';

someBackend();

const limit = { limit: 12, origin: 'at most 12 are allowed' };

function build(units: number) {
  return sequential({
    name: 'small',
    layers: [
      layers.dense({ name: 'first', units: 2, inputShape: [2] }),
      layers.dense({ name: 'second', units }),
    ],
  });
}

test('allows as many parameters as the limit, and returns the result', () => {
  const { result } = limitParameters(limit, () => build(2));
  expect(result.countParams()).toBe(12);
  result.dispose();
});

test('names the layer, the weight, the number and the limit, and keeps no tensors', () => {
  const before = memory().numTensors;
  expect(() => limitParameters(limit, () => build(1e12))).toThrow(
    'Layer second is not supported: its kernel [2, 1000000000000] makes 2000000000006 parameters, but at most 12 are allowed',
  );
  expect(memory().numTensors).toBe(before);
});

test('ends with the work', () => {
  expect(() => limitParameters(limit, () => build(3))).toThrow('bias [3]');
  build(3).dispose();
});

test('can free the weights later', () => {
  const before = memory().numTensors;
  const { discard } = limitParameters(limit, () => build(1));
  expect(memory().numTensors).toBe(before + 4);
  discard();
  discard();
  expect(memory().numTensors).toBe(before);
});
