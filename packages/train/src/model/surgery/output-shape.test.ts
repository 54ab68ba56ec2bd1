import { expect, test } from 'vitest';
import { createBase } from '../../zoo/create-base.ts';
import { outputShape } from './output-shape.ts';

test('is the shape of the last layer for one image', () => {
  const size = { height: 224, width: 224 };
  expect(outputShape(createBase('vgg16', size))).toEqual([7, 7, 512]);
  expect(outputShape(createBase('efficientnet-lite0', { ...size, pooling: 'avg' }))).toEqual([
    1280,
  ]);
});
