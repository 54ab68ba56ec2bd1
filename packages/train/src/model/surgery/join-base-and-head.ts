import { shapeMismatch } from '@sprout/core';
import { freezeLayers } from './freeze-layers.ts';
import type { LayerList, LayerNode } from '../layers/layer-node.ts';
import { readTopology } from '../layers/read-topology.ts';
import { unsupportedLayer } from '../layers/unsupported.ts';
import { writeTopology } from '../layers/write-topology.ts';
import type { HeadDefinition, ModelDefinition } from '../model-definition.ts';
import { outputShape } from './output-shape.ts';

/**
 * A base and a head that was trained on the base's features as one model, which takes images.
 *
 * @param base Ends in the layer whose output the head takes. Its layers are frozen in the result.
 * @returns Arrays of both are shared.
 * @throws {SproutError} `shape-mismatch` where the head takes other features; `model-unsupported`, naming a layer that both
 *   have, or a layer whose shape cannot be inferred.
 */
export function joinBaseAndHead(base: ModelDefinition, head: HeadDefinition): ModelDefinition {
  const received = outputShape(base);
  const { shape: expected } = head.input;
  if (String(received) !== String(expected))
    throw shapeMismatch('The output of the base', { expected, received });
  const below = readTopology(freezeLayers(base, () => false).topology);
  const [input, ...above] = readTopology(head.topology);
  const last = below.at(-1)!.name; // a model has a layer
  checkNames(below, above);
  const layers = [
    ...below,
    ...above.map((node): LayerNode => {
      const inputs = node.inputs.map((name) => (name === input?.name ? last : name));
      return { ...node, inputs };
    }),
  ];
  const topology = writeTopology(layers);
  return { topology, weights: [...base.weights, ...head.weights], input: base.input };
}

function checkNames(below: LayerList, above: LayerList): void {
  const names = new Set(below.map(({ name }) => name));
  const twice = above.find(({ name }) => names.has(name));
  if (twice !== undefined) throw unsupportedLayer(twice.name, 'its name is used twice');
}
