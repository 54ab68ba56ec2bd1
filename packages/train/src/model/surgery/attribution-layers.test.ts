import { describe, expect, test } from 'vitest';
import { smallNet } from '../../../test/small-net.ts';
import { createBase } from '../../zoo/create-base.ts';
import { addHead } from './add-head.ts';
import { attributionLayers } from './attribution-layers.ts';

const SIZE = { height: 64, width: 64 };

describe('attributionLayers', () => {
  test('takes the last map that is not pooled', () => {
    expect(attributionLayers(createBase('vgg16', SIZE)).map).toBe('block5_conv3');
    expect(attributionLayers(smallNet()).map).toBe('last');
  });

  test('takes a map after its normalisation and activation', () => {
    const base = createBase('efficientnet-lite0', SIZE);
    const head = [
      { layer: 'average' },
      { layer: 'dense', units: 3, activation: 'softmax', name: 'classes' },
    ] as const;
    const { map, maps, scores } = attributionLayers(addHead(base, [...head]));
    expect(map).toBe(maps.at(-1));
    expect(scores).toEqual({ layer: 'classes', beforeActivation: true });
  });

  test.each([
    'vgg16',
    'mobilenet-v1',
    'mobilenet-v2',
    'squeezenet-1.0',
    'efficientnet-lite0',
  ] as const)('finds a map with more than one position in %s with its top', (name) => {
    const { map, scores } = attributionLayers(createBase(name, { ...SIZE, includeTop: true }));
    expect(map).toBeDefined();
    expect(scores.beforeActivation).toBe(true);
  });

  test('lists every layer with a map, without the input', () => {
    const { maps } = attributionLayers(smallNet());
    expect(maps).toEqual([
      'conv',
      'norm',
      'relu',
      'max',
      'depthwise',
      'average',
      'last',
      'dropout',
    ]);
  });

  test('a model of vectors has no map, and its output may have no activation', () => {
    const { map, maps, scores } = attributionLayers(
      addHead(createBase('vgg16', { ...SIZE, pooling: 'avg' }), [
        { layer: 'dense', units: 2, name: 'scores' },
      ]),
    );
    expect([map, maps.length > 0, scores]).toEqual(['block5_conv3', true, { layer: 'scores' }]);
  });
});
