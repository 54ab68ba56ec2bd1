import type { Json } from '@sprout/core';
import { layersOf, type LayerTopology, type Topology } from '../../../model/layers/topology.ts';

/** A topology in which some activations are separate layers. */
export interface SplitTopology {
  readonly topology: Topology;
  /** The name of the layer that computes the output of a layer of the original topology. */
  readonly outputOf: (layer: string) => string;
}

/**
 * Splits each layer with an activation into a linear layer of the same name and an `Activation` layer after it, so that the
 * input of the activation can be addressed. Weights keep their names. For the layer lists of the compiler, see
 * `splitActivations`.
 *
 * @param only Which layers to split; all by default.
 */
export function splitTopologyActivations(
  topology: Topology,
  only: (layer: LayerTopology) => boolean = () => true,
): SplitTopology {
  const names = layersOf(topology).map(({ config }) => config.name);
  const split = new Map(
    layersOf(topology)
      .filter((layer) => hasActivation(layer) && only(layer))
      .map(({ config }) => [config.name, freshName(`${config.name}.activation`, names)]),
  );
  const outputOf = (layer: string): string => split.get(layer) ?? layer;
  const layers = layersOf(topology).flatMap((layer) => {
    const connected = reconnected(layer, outputOf);
    return split.has(layer.config.name) ? separated(connected, outputOf) : [connected];
  });
  return { topology: withLayers(topology, layers, outputOf), outputOf };
}

function freshName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freshName(`${name}.`, taken) : name;
}

function hasActivation({ class_name, config }: LayerTopology): boolean {
  const { activation } = config;
  return class_name !== 'Activation' && typeof activation === 'string' && activation !== 'linear';
}

/** The linear layer and the activation layer. */
function separated(
  layer: LayerTopology,
  outputOf: (layer: string) => string,
): readonly LayerTopology[] {
  const { name, activation, trainable = true } = layer.config;
  const own = outputOf(name);
  const connection = 'inbound_nodes' in layer ? { inbound_nodes: [[[name, 0, 0, {}]]] } : {};
  const label = 'name' in layer ? { name: own } : {};
  return [
    { ...layer, config: { ...layer.config, activation: 'linear' } },
    {
      class_name: 'Activation',
      config: { name: own, trainable, activation: activation! }, // only layers with an activation are split
      ...label,
      ...connection,
    },
  ];
}

/** A layer that takes the outputs of activation layers in place of the layers that were split. */
function reconnected(layer: LayerTopology, outputOf: (layer: string) => string): LayerTopology {
  const nodes = layer['inbound_nodes'];
  if (!Array.isArray(nodes)) return layer;
  return { ...layer, inbound_nodes: nodes.map((node) => mapConnections(node, outputOf)) };
}

/** Connections are `[layer, node, tensor, ...]`. */
function mapConnections(connections: Json, outputOf: (layer: string) => string): Json {
  if (!Array.isArray(connections)) return connections;
  return connections.map((connection: Json) => {
    if (!Array.isArray(connection)) return connection;
    const [name, ...rest] = connection as readonly Json[];
    return [typeof name === 'string' ? outputOf(name) : (name ?? null), ...rest];
  });
}

function withLayers(
  topology: Topology,
  layers: readonly LayerTopology[],
  outputOf: (layer: string) => string,
): Topology {
  const { config } = topology;
  if (!('layers' in config)) return { ...topology, config: layers };
  const { output_layers: outputs, ...rest } = config;
  if (outputs === undefined) return { ...topology, config: { ...rest, layers } };
  const moved = outputs.map(([name, ...more]) => [outputOf(name), ...more] as const);
  return { ...topology, config: { ...rest, layers, output_layers: moved } };
}
