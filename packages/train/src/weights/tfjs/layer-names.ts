import type { Json } from '@sprout/core';

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

function fieldOf(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as Readonly<Record<string, Json>>)[key]; // an object
}
