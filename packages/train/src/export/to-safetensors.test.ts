import { expect, test } from 'vitest';
import { CARD, exportedModels } from '../../test/exported-models.ts';
import { readWeights } from '../weights/read/read-weights.ts';
import { toSafetensors } from './to-safetensors.ts';

const definition = exportedModels()['small-cnn']!; // one of its names

test('the weights are read back with their names, shapes and numbers', async () => {
  const { tensors, format } = await readWeights(toSafetensors(definition, CARD), 'x.safetensors');
  expect(format).toBe('safetensors');
  expect(tensors).toEqual(definition.weights);
});

test('the metadata describes the model and its input', async () => {
  const { metadata } = await readWeights(toSafetensors(definition, CARD), 'x.safetensors');
  const json = (key: string): unknown => JSON.parse(metadata.get(key) ?? '');
  expect(json('classes')).toEqual(CARD.classes);
  expect(json('recipe')).toEqual(CARD.recipe);
  expect(json('topology')).toEqual(definition.topology);
  expect(json('input')).toEqual({ ...definition.input, channelOrder: 'rgb' });
  expect(metadata.get('recipe_hash')).toBe('abc');
  expect(metadata.get('sprout_version')).toBe('0.1.0');
});
