import { type Json, SproutError } from '@sprout/core';
import { z } from 'zod';
import type { LayerList, LayerNode } from './layer-node.ts';

const layerSchema = z.object({ class_name: z.string(), config: z.record(z.string(), z.json()) });
const namedSchema = z.object({
  class_name: z.string(),
  config: z.object({ name: z.string() }).catchall(z.json()),
});
const inboundSchema = z.array(z.array(z.tuple([z.string(), z.number(), z.number()], z.json())));
const sequentialSchema = z.object({ layers: z.array(namedSchema).min(1) });
const functionalSchema = z.object({
  layers: z.array(layerSchema.extend({ name: z.string(), inbound_nodes: inboundSchema })).min(1),
  input_layers: z.array(z.tuple([z.string(), z.number(), z.number()])),
  output_layers: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

const ACTIVATION_LAYERS = new Set(['ReLU', 'Softmax']);
const NESTED = new Set(['Sequential', 'Model', 'Functional']);

/**
 * Reads the topology of a tfjs layers model (`Sequential`, or `Model` / `Functional` with one input and one output).
 *
 * @throws {SproutError} `model-unsupported` for other models, models inside models, and layers used twice.
 */
export function readTopology(topology: Json): LayerList {
  const model = layerSchema.safeParse(topology);
  if (!model.success) throw unsupported('The model', 'its topology is not that of a layers model');
  const { class_name: className, config } = model.data;
  if (!NESTED.has(className))
    throw unsupported(`A model of class ${className}`, 'only Sequential and Model are');
  const layers = className === 'Sequential' ? readSequential(config) : readFunctional(config);
  return layers.flatMap(splitActivation);
}

function readSequential(config: Json): LayerNode[] {
  const { layers } = parse(sequentialSchema, config);
  const nodes: LayerNode[] = [];
  if (layers[0]!.class_name !== 'InputLayer') nodes.push(inputNode('input'));
  for (const layer of layers) {
    const previous = nodes.at(-1)?.name;
    nodes.push(layerNode(layer, previous === undefined ? [] : [previous], layer.config.name));
  }
  return nodes;
}

function readFunctional(config: Json): LayerNode[] {
  const { layers, input_layers: inputs, output_layers: outputs } = parse(functionalSchema, config);
  if (inputs.length !== 1 || outputs.length !== 1) {
    throw unsupported(
      'The model',
      `it has ${inputs.length} inputs and ${outputs.length} outputs, not one each`,
    );
  }
  const waiting = new Map(
    layers.map(({ name, inbound_nodes: inbound, ...layer }) => {
      if (inbound.length > 1) throw unsupported(`Layer ${name}`, 'it is used more than once');
      return [
        name,
        layerNode(
          layer,
          (inbound[0] ?? []).map(([source]) => source),
          name,
        ),
      ];
    }),
  );
  return inOrder(waiting, outputs[0]![0]);
}

/** What `output` needs, inputs before users. */
function inOrder(nodes: ReadonlyMap<string, LayerNode>, output: string): LayerNode[] {
  const ordered = new Map<string, LayerNode>();
  const entered = new Set<string>();
  const visit = (name: string): void => {
    const node = nodes.get(name);
    if (node === undefined)
      throw unsupported('The model', `it refers to a layer ${name} that is not there`);
    if (entered.has(name)) throw unsupported(`Layer ${name}`, 'it depends on itself');
    entered.add(name);
    for (const source of node.inputs) if (!ordered.has(source)) visit(source);
    ordered.set(name, node);
  };
  visit(output);
  return [...ordered.values()];
}

function layerNode(
  { class_name: kind, config }: z.output<typeof layerSchema>,
  inputs: readonly string[],
  name: string,
): LayerNode {
  if (NESTED.has(kind)) throw unsupported(`Layer ${name}`, 'it is a model inside the model');
  return { name, layer: name, kind, inputs, config, trainable: config['trainable'] !== false };
}

function inputNode(name: string): LayerNode {
  return { name, layer: name, kind: 'InputLayer', inputs: [], config: {}, trainable: false };
}

/** A layer with an activation of its own becomes two: the activation takes over the layer's name for what follows. */
function splitActivation(node: LayerNode): LayerNode[] {
  const activation = ownActivation(node);
  if (activation === undefined || activation === 'linear') return [node];
  const bare = `${node.name}:linear`;
  const split = { ...node, kind: 'Activation', config: { activation } };
  if (ACTIVATION_LAYERS.has(node.kind)) return [split];
  return [
    { ...node, name: bare },
    { ...split, inputs: [bare] },
  ];
}

function ownActivation({ kind, config }: LayerNode): string | undefined {
  const ceiling = config['max_value'] ?? 'none';
  const bends = Boolean(config['negative_slope']) || Boolean(config['threshold']);
  if (kind === 'ReLU' && bends) return undefined;
  if (kind === 'ReLU' && ceiling === 'none') return 'relu';
  if (kind === 'ReLU' && ceiling === 6) return 'relu6';
  if (kind === 'Softmax') return 'softmax';
  const activation = config['activation'];
  return typeof activation === 'string' && kind !== 'Activation' ? activation : undefined;
}

function parse<T>(schema: z.ZodType<T>, config: Json): T {
  const parsed = schema.safeParse(config);
  if (parsed.success) return parsed.data;
  throw unsupported(
    'The model',
    `its topology is not that of a layers model: ${parsed.error.issues[0]?.path.join('.')}`,
  );
}

function unsupported(what: string, reason: string): SproutError {
  return new SproutError('model-unsupported', { what, reason });
}
