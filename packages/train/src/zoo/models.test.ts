import { rngAt } from '@sprout/core';
import { memory } from '@tensorflow/tfjs-core';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { input, layers, model as layersModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { toDefinition } from '../model/tfjs/to-definition.ts';
import { classifierHead } from './blocks/classifier-head.ts';
import { convolutionBlock } from './blocks/convolution-block.ts';
import { createDefinition } from './create-definition.ts';
import { createModel } from './create-model.ts';
import { initialWeight } from './initial-weight.ts';
import { MODELS } from './model-table.ts';
import { PHOTOGRAPHS } from './normalisation.ts';
import { summary, summaryText } from './summary.ts';

const shape = { height: 16, width: 20, classes: 3, seed: 5 };

describe.each([...MODELS.keys()])('the model %s', (name) => {
  test('is the same whenever it is created, and another with another seed', () => {
    const first = createDefinition(name, shape);
    expect(isDeepStrictEqual(createDefinition(name, shape), first)).toBe(true); // toEqual takes seconds for a million weights
    const other = createDefinition(name, { ...shape, seed: 6 });
    expect(other.topology).toEqual(first.topology);
    expect(isDeepStrictEqual(other.weights, first.weights)).toBe(false);
  });

  test('goes from images to probabilities', () => {
    const model = createModel(name, shape);
    expect(model.inputs[0]!.shape).toEqual([null, 16, 20, 3]);
    expect(model.outputs[0]!.shape).toEqual([null, 3]);
    model.dispose();
  });

  test('leaves no tensors behind its definition', () => {
    const before = memory().numTensors;
    createDefinition(name, shape);
    expect(memory().numTensors).toBe(before);
  });

  test('crosses threads and files as plain data', () => {
    const definition = createDefinition(name, shape);
    expect(isDeepStrictEqual(structuredClone(definition), definition)).toBe(true);
    expect(JSON.parse(JSON.stringify(definition.topology))).toEqual(definition.topology);
  });
});

describe('createModel', () => {
  test('says what was meant by an unknown name', () => {
    expect(() => createModel('small-cn', shape)).toThrow('did you mean "small-cnn"?');
  });

  test('refuses unknown parameters', () => {
    const parameters = { filterz: [1] };
    expect(() => createModel('small-cnn', { ...shape, parameters })).toThrow('filterz');
  });

  test('counts the parameters of logistic regression', async () => {
    const { parameters } = await summary(createDefinition('logistic', shape));
    expect(parameters).toBe(16 * 20 * 3 * 3 + 3);
  });
});

describe('initialWeight', () => {
  const moments = (data: Float32Array): readonly [number, number] => {
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    return [mean, data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length];
  };

  test('takes its numbers from its address', () => {
    const { data } = initialWeight('classes/kernel', [2, 4], 7);
    const rng = rngAt(7, ['initialise', 'classes/kernel']);
    expect(data).toEqual(Float32Array.from({ length: 8 }, () => rng.uniform(-1, 1)));
  });

  test('gives convolutions the variance of He: 2 / inputs', () => {
    const [mean, variance] = moments(initialWeight('a/kernel', [3, 3, 16, 64], 0).data);
    expect(Math.abs(mean)).toBeLessThan(0.005);
    expect(variance / (2 / 144)).toBeCloseTo(1, 1);
    const [, depthwise] = moments(initialWeight('a/depthwise_kernel', [3, 3, 512, 1], 0).data);
    expect(depthwise / (2 / 9)).toBeCloseTo(1, 1);
  });

  test('gives dense layers the limits of Glorot: sqrt(6 / (inputs + outputs))', () => {
    const { data } = initialWeight('a/kernel', [100, 50], 0);
    expect(Math.max(...data)).toBeLessThanOrEqual(0.2);
    expect(Math.max(...data)).toBeGreaterThan(0.199);
    expect(Math.min(...data)).toBeLessThan(-0.199);
  });

  test('starts biases at 0 and batch norm as the identity', () => {
    const of = (name: string): number[] => [...initialWeight(name, [2], 0).data];
    expect(['a/bias', 'a/beta', 'a/moving_mean'].map(of)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(['a/gamma', 'a/moving_variance'].map(of)).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('summary', () => {
  test('lists layers, shapes, parameters and connections, shortcuts among them', async () => {
    const images = input({ name: 'images', shape: [8, 8, 3] });
    const stem = convolutionBlock(images, { name: 'stem', filters: 4, stride: 2 });
    const block = layers
      .add({ name: 'block_add' })
      .apply([
        convolutionBlock(stem, { name: 'block', filters: 8, stride: 2 }),
        convolutionBlock(stem, { name: 'block_shortcut', filters: 8, stride: 2, kernelSize: 1 }),
      ]) as SymbolicTensor; // symbolic in, symbolic out
    const outputs = classifierHead(block, { classes: 2, dropout: 0.5 });
    const model = layersModel({ name: 'residual', inputs: images, outputs });
    const data = await summary(toDefinition(model, { normalisation: PHOTOGRAPHS }));
    model.dispose();
    const of = (name: string) => data.layers.find((layer) => layer.name === name);
    expect(of('stem_conv')).toEqual({
      name: 'stem_conv',
      kind: 'Conv2D',
      shape: [4, 4, 4],
      parameters: 108,
      inputs: ['images'],
    });
    expect(of('block_add')?.inputs).toEqual(['block_relu', 'block_shortcut_relu']);
    expect(data.parameters).toBe(108 + 16 + 288 + 32 + 32 + 32 + 18);
    expect(data.trainable).toBe(data.parameters - 8 - 16 * 2);
    expect(summaryText(data).split('\n').slice(0, 3)).toEqual([
      'layer                                     output     parameters  connected to',
      'images (InputLayer)                       8 x 8 x 3           0',
      'stem_conv (Conv2D)                        4 x 4 x 4         108  images',
    ]);
    expect(summaryText(data)).toMatch(/\n526 parameters, 486 of them trained$/);
  });
});
