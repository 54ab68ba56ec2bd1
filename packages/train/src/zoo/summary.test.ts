import type { Json } from '@sprout/core';
import { input, layers, model as layersModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import type { ModelDefinition } from '../model/model-definition.ts';
import { builtShapes } from '../model/tfjs/built-shapes.ts';
import { someBackend } from '../model/tfjs/some-backend.ts';
import { shapesOf } from '../model/tfjs/shapes-of.ts';
import { toDefinition } from '../model/tfjs/to-definition.ts';
import { classifierHead } from './blocks/classifier-head.ts';
import { convolutionBlock } from './blocks/convolution-block.ts';
import { createDefinition } from './create-definition.ts';
import { MODELS } from './model-table.ts';
import { PHOTOGRAPHS } from './normalisation.ts';
import { summary } from './summary.ts';

someBackend();

const SHAPE = { height: 16, width: 20, classes: 3, seed: 5 };

/** Two branches that are added, and a head. */
function residual(): ModelDefinition {
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
  const definition = toDefinition(model, { normalisation: PHOTOGRAPHS });
  model.dispose();
  return definition;
}

describe('summary', () => {
  test('lists layers, shapes, parameters and connections, shortcuts among them', async () => {
    const data = await summary(residual());
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
  });

  test('counts the parameters of logistic regression', async () => {
    const { parameters } = await summary(createDefinition('logistic', SHAPE));
    expect(parameters).toBe(16 * 20 * 3 * 3 + 3);
  });

  test.each(['residual' as const, ...MODELS.keys()])(
    'lists %s as TensorFlow.js does',
    async (name) => {
      const { topology } = name === 'residual' ? residual() : createDefinition(name, SHAPE);
      expect(await shapesOf(topology, 0)).toEqual(
        await builtShapes(topology, { limit: 1e7, origin: 'no more are tested' }),
      );
    },
  );

  test('lists a model inside the model as one layer, as TensorFlow.js does', async () => {
    const dense = {
      class_name: 'Dense',
      config: { name: 'classes', units: 2, activation: 'softmax' },
    };
    const flatten = {
      class_name: 'Flatten',
      config: { name: 'flatten', batch_input_shape: [null, 2, 2, 1] },
    };
    const inner = { class_name: 'Sequential', config: { name: 'inner', layers: [flatten] } };
    const topology: Json = {
      class_name: 'Sequential',
      config: { name: 'outer', layers: [inner, dense] },
    };
    const weights = [
      { name: 'classes/kernel', shape: [4, 2], data: new Float32Array(8) },
      { name: 'classes/bias', shape: [2], data: new Float32Array(2) },
    ];
    const normalisation = { mean: [0], deviation: [1] };
    const size = { height: 2, width: 2, channels: 1, normalisation };
    const { layers: rows, parameters } = await summary({ topology, weights, input: size });
    expect(rows.map(({ name, kind, shape }) => [name, kind, shape])).toEqual([
      ['inner', 'Sequential', [4]],
      ['classes', 'Dense', [2]],
    ]);
    expect(parameters).toBe(10);
  });

  test('refuses weights that do not fit', async () => {
    const { weights, ...rest } = createDefinition('logistic', SHAPE);
    const without = summary({ ...rest, weights: weights.slice(1) });
    await expect(without).rejects.toMatchObject({ code: 'weight-missing' });
  });
});
