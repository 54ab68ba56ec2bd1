import { input } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { someBackend } from '../../model/tfjs/some-backend.ts';
import { convolutionBlock } from './convolution-block.ts';

someBackend();

test('keeps the size of the image, or divides it by the stride, rounded up', () => {
  const images = input({ shape: [7, 8, 3] });
  expect(convolutionBlock(images, { name: 'a', filters: 5 }).shape).toEqual([null, 7, 8, 5]);
  const strided = convolutionBlock(images, { name: 'b', filters: 5, kernelSize: 1, stride: 2 });
  expect(strided.shape).toEqual([null, 4, 4, 5]);
});

test('names its layers after the block', () => {
  const block = convolutionBlock(input({ shape: [4, 4, 1] }), { name: 'stem', filters: 2 });
  const relu = block.sourceLayer;
  const norm = block.inputs[0]!.sourceLayer;
  const convolution = block.inputs[0]!.inputs[0]!.sourceLayer;
  expect([convolution, norm, relu].map(({ name }) => name)).toEqual([
    'stem_conv',
    'stem_norm',
    'stem_relu',
  ]);
  expect(convolution.weights.map(({ originalName }) => originalName)).toEqual(['stem_conv/kernel']);
});
