import type { Json } from '@sprout/core';
import { checkTopology } from './check-topology.ts';
import { inboundNames } from './connection-fault.ts';
import type { LayerList, LayerNode } from './layer-node.ts';
import {
  endsOf,
  layersOf,
  type LayerTopology,
  outputLayerName,
  type Topology,
} from './topology.ts';
import { truncate } from './truncate.ts';
import { unsupportedLayer, unsupportedModel } from './unsupported.ts';

/**
 * Reads the topology of a layers model (`Sequential`, `Model` or `Functional`) with one input and one output. Layers that
 * the output does not need are left out. A model inside the model is one node.
 *
 * @throws {SproutError} `model-unsupported`, as `checkTopology`; and for other numbers of inputs and outputs, or a layer
 *   without an input.
 */
export function readTopology(topology: Json): LayerList {
  const checked = checkTopology(topology);
  checkEnds(checked);
  const layers = layersOf(checked);
  const nodes = checked.class_name === 'Sequential' ? chain(layers) : graph(layers);
  const list = truncate(nodes, outputLayerName(checked));
  const loose = list.find(({ kind, inputs }) => kind !== 'InputLayer' && inputs.length === 0);
  if (loose !== undefined) throw unsupportedLayer(loose.name, 'it is connected to no input');
  return list;
}

function checkEnds(topology: Topology): void {
  const inputs = endsOf(topology, 'input_layers')?.length ?? 1;
  const outputs = endsOf(topology, 'output_layers')?.length ?? 1;
  if (inputs === 1 && outputs === 1) return;
  throw unsupportedModel(`it has ${inputs} inputs and ${outputs} outputs, not one each`);
}

/** Connects each layer to the one before it. Where the list has no input layer, one is added, named as in TensorFlow.js. */
function chain(layers: readonly LayerTopology[]): LayerNode[] {
  const first = layers[0]!; // a topology has a layer
  const input = first.class_name === 'InputLayer' ? [] : [implicitInput(first)];
  const names = [...input.map(({ name }) => name), ...layers.map(({ config }) => config.name)];
  const previous = (index: number): string[] => names.slice(0, index + input.length).slice(-1);
  return [...input, ...layers.map((layer, index) => layerNode(layer, previous(index)))];
}

function graph(layers: readonly LayerTopology[]): LayerNode[] {
  return layers.map((layer) => layerNode(layer, inboundNames(layer) ?? [])); // checkTopology refuses unknown forms
}

function layerNode(
  { class_name: kind, config }: LayerTopology,
  inputs: readonly string[],
): LayerNode {
  const { name } = config;
  const trainable = kind !== 'InputLayer' && config['trainable'] !== false;
  return { name, layer: name, kind, inputs, config, trainable };
}

function implicitInput({ config }: LayerTopology): LayerNode {
  const name = `${config.name}_input`;
  const { batch_input_shape: shape } = config;
  const own = shape === undefined ? { name } : { name, batch_input_shape: shape };
  return { name, layer: name, kind: 'InputLayer', inputs: [], config: own, trainable: false };
}
