import type { Json } from '@sprout/core';
import { fieldOf } from '../source/json-fields.ts';

/** A layer of a model, with the path of its group in a `.weights.h5`. */
export interface Keras3Path {
  readonly name: string;
  readonly path: string;
}

/**
 * The paths under which Keras 3 saves the layers of a Sequential or Functional model: the classes in snake case, numbered, in the
 * order of the model. Layers of a model inside the model follow it.
 *
 * @param config The configuration of the model, unchecked.
 */
export function keras3Paths(config: Json | undefined, folder = 'layers'): readonly Keras3Path[] {
  const layers = fieldOf(fieldOf(config, 'config'), 'layers');
  if (!Array.isArray(layers)) return [];
  const counts = new Map<string, number>();
  return (layers as readonly Json[]).flatMap((layer) => {
    const kind = fieldOf(layer, 'class_name');
    const name = fieldOf(fieldOf(layer, 'config'), 'name');
    if (typeof kind !== 'string' || typeof name !== 'string') return [];
    const base = snakeCase(kind);
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    const path = `${folder}/${count === 0 ? base : `${base}_${count}`}`;
    return [{ name, path }, ...keras3Paths(layer, `${path}/layers`)];
  });
}

/** As Keras does it: Conv2D is conv2d, DepthwiseConv2D is depthwise_conv2d, ReLU is re_lu. */
function snakeCase(name: string): string {
  return name
    .replaceAll(/\W+/g, '')
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
