import { checkWhole } from '@sprout/core';
import { activationName, type LayerList, type LayerNode } from '../layers/layer-node.ts';
import { inOrder } from '../layers/in-order.ts';
import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import { unsupportedModel } from '../layers/unsupported.ts';
import { writeTopology } from '../layers/write-topology.ts';
import type { ModelOutline } from './model-outline.ts';

/**
 * A model that computes features of several depths: the means over all positions of the last layer with a rectified map, and of every
 * second one before it, concatenated. Rectified are the activations ReLU, ReLU6 and swish.
 *
 * @param layers The number of layers, at least 1. If the model has fewer, all of them are used.
 * @returns A model with the layers that the output needs. The output is named `pooled-LAYERS` and has the shape `[channels]`.
 * @throws {SproutError} `option-invalid` for the number of layers; `model-unsupported` for a model without rectified maps.
 */
export function poolLayers({ topology, input }: ModelOutline, layers: number): ModelOutline {
  checkWhole('layers', layers, { least: 1 });
  const list = readTopology(topology);
  const backwards = rectifiedMaps(list).toReversed();
  const maps = backwards
    .filter((_, at) => at % 2 === 0)
    .slice(0, layers)
    .toReversed();
  if (maps.length === 0)
    throw unsupportedModel('it has no rectified layer with a height and a width');
  const poolings = maps.map((name) =>
    node(`${name}/mean`, { kind: 'GlobalAveragePooling2D', inputs: [name] }),
  );
  const output = `pooled-${layers}`;
  const inputs = poolings.map(({ name }) => name);
  const last =
    inputs.length === 1
      ? node(output, { kind: 'GlobalAveragePooling2D', inputs: maps })
      : node(output, { kind: 'Concatenate', inputs, config: { axis: -1 } });
  const ordered = inOrder([...list, ...poolings, last], [output]);
  if (typeof ordered === 'string') throw unsupportedModel(`${ordered} is in a cycle of layers`);
  return { topology: writeTopology(ordered), input };
}

/** The names of the rectified layers whose output has a height and a width, in the order of the model. */
function rectifiedMaps(list: LayerList): string[] {
  const shapes = new Map(inferShapes(list)?.map(({ name, output }) => [name, output]));
  return list
    .filter((layer) => isRectified(layer) && shapes.get(layer.name)?.length === 3)
    .map(({ name }) => name);
}

function isRectified(layer: LayerNode): boolean {
  return layer.kind === 'ReLU' || ['relu', 'relu6', 'swish'].includes(activationName(layer));
}

function node(
  name: string,
  { kind, inputs, config = {} }: Pick<LayerNode, 'kind' | 'inputs'> & Partial<LayerNode>,
): LayerNode {
  return { name, layer: name, kind, inputs, config, trainable: false };
}
