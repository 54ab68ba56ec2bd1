import type { Json } from '@sprout/core';
import { fieldOf } from '../source/json-fields.ts';

/** The names of a topology's layers in its order, without checking it; empty if it is not one. */
export function layerNames(topology: Json | undefined): readonly string[] {
  const model = fieldOf(topology, 'model_config') ?? topology;
  const config = fieldOf(model, 'config');
  const layers = Array.isArray(config) ? config : fieldOf(config, 'layers'); // Sequential models of Keras 2.1 are lists
  if (!Array.isArray(layers)) return [];
  const names = (layers as readonly Json[]).map((layer) =>
    fieldOf(fieldOf(layer, 'config'), 'name'),
  );
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}
