import { expect, test } from 'vitest';
import { readTopology } from '../model/layers/read-topology.ts';
import { smallNet } from '../../test/small-net.ts';
import { layerShapes } from './layer-shapes.ts';
import { weightLayout } from './parts/weight-layout.ts';

test('has the shape of one image for each layer, channels last', () => {
  const { topology, weights, input } = smallNet();
  const shapes = layerShapes(readTopology(topology), { input, weights: weights.map(weightLayout) });
  expect(shapes.get('images')).toEqual([8, 9, 3]);
  expect(shapes.get('conv')).toEqual([8, 9, 5]);
  expect(shapes.get('max')).toEqual([4, 4, 5]);
  expect(shapes.get('pooled')).toEqual([4]);
  expect(shapes.get('classes')).toEqual([3]);
});
