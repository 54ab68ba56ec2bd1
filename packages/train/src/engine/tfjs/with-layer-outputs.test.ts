import { add, mul, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { onBackend } from './backend/on-backend.ts';
import { startBackend } from './backend/start-backend.ts';
import { withLayerOutputs } from './with-layer-outputs.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

test('functions are applied from the outside in, and the layer is as before, also after an error', () => {
  const layer = onBackend('cpu', () => layers.activation({ activation: 'relu' }));
  const value = (): number =>
    onBackend('cpu', () => tidy(() => (layer.apply(tensor([3])) as Tensor).dataSync()[0]!));
  const doubled = <T>(work: () => T): T =>
    withLayerOutputs([layer], (output) => mul(output, 2), work);
  const found = doubled(() => {
    const inner = withLayerOutputs([layer], (output) => add(output, 1), value);
    return [inner, value()];
  });
  expect(found).toEqual([7, 6]);
  const fail = (): never => {
    throw new Error('no');
  };
  expect(() => doubled(fail)).toThrow('no');
  expect(value()).toBe(3);
  expect(Object.hasOwn(layer, 'call')).toBe(false);
});
