import { expect, test } from 'vitest';
import { smallNet } from '../../../test/small-net.ts';
import { openPredictor } from '../../engine/open/open-predictor.ts';
import { atSize } from './at-size.ts';
import { outputShape } from './output-shape.ts';

const net = smallNet();

test('a model with a global pooling takes another size, with the same weights', async () => {
  const larger = atSize(net, { height: 12, width: 10 });
  expect(larger.input).toEqual({ ...net.input, height: 12, width: 10 });
  expect(larger.weights.map(({ name }) => name)).toEqual(net.weights.map(({ name }) => name));
  await using predictor = await openPredictor(larger, { engine: 'cpu', threads: 1 });
  expect((await predictor.predict(new Uint8Array(12 * 10 * 3), 1)).length).toBe(3);
});

test('at its own size it predicts the same', async () => {
  const images = Uint8Array.from({ length: 8 * 9 * 3 }, (_, at) => (at * 7) % 256);
  const predictions = [net, atSize(net, { height: 8, width: 9 })].map(async (definition) => {
    await using predictor = await openPredictor(definition, { engine: 'cpu', threads: 1 });
    return predictor.predict(images, 1);
  });
  const [before, after] = await Promise.all(predictions);
  expect(after).toEqual(before);
});

test('the last layer may be another one, without the weights behind it', () => {
  const part = atSize(net, { height: 16, width: 16, last: 'max' });
  expect(outputShape(part)).toEqual([8, 8, 5]);
  expect(part.weights.some(({ name }) => name.startsWith('last/'))).toBe(false);
});

test('refuses a size that the layers do not fit', () => {
  expect(() => atSize(net, { height: 2, width: 2 })).toThrow(
    'its layers do not fit images of 2 x 2',
  );
});

test('refuses a size that changes the shape of a weight', () => {
  const { topology, weights, input } = net;
  const grown = weights.map((weight) =>
    weight.name === 'conv/bias' ? { ...weight, shape: [6] } : weight,
  );
  const wrong = { topology, input, weights: grown };
  expect(() => atSize(wrong, { height: 16, width: 16 })).toThrow('do not fit images of 16 x 16');
});
