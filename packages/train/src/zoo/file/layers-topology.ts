import type { Json } from '@sprout/core';

type JsonObject = Readonly<Record<string, Json>>;

/** Fields of a layer that only matter when a model is built anew, or that TensorFlow.js does not know. */
const LEFT_OUT =
  /(_initializer|_regularizer|_constraint|_config|^dtype|^sparse|^ragged|^optional)$/;

/**
 * The topology in a model file in the form of a TensorFlow.js layers model: as `{ class_name, config }`, without the fields around
 * it, and with connections and shapes of inputs as Keras 2 writes them.
 *
 * @param model Unchecked, as `readWeights` returns it. Forms that are not known stay as they are; `readTopology` refuses them.
 */
export function layersTopology(model: Json): Json {
  if (!isObject(model)) return model;
  const inner = model['modelTopology'] ?? model['model_config'];
  if (inner !== undefined) return layersTopology(inner);
  const { class_name: kind, config } = model;
  return kind === undefined || config === undefined
    ? model
    : { class_name: kind, config: modelConfig(config) };
}

function modelConfig(config: Json): Json {
  if (isList(config)) return config.map(layerTopology);
  if (!isObject(config)) return config;
  const { layers, input_layers: inputs, output_layers: outputs, name } = config;
  if (!isList(layers)) return config;
  return {
    ...(name !== undefined && { name }),
    layers: layers.map(layerTopology),
    ...(inputs !== undefined && { input_layers: listOfEnds(inputs) }),
    ...(outputs !== undefined && { output_layers: listOfEnds(outputs) }),
  };
}

/** The inputs or outputs of a model. Keras 3 writes a single one without a list around it. */
function listOfEnds(ends: Json): Json {
  return isList(ends) && typeof ends[0] === 'string' ? [ends] : ends;
}

function layerTopology(layer: Json): Json {
  if (!isObject(layer)) return layer;
  const { class_name: kind, config, inbound_nodes: nodes } = layer;
  if (kind === undefined || config === undefined || !isObject(config)) return layer;
  const own = 'layers' in config ? modelConfig(config) : layerConfig(config);
  const name = config['name'] ?? layer['name'];
  return {
    class_name: kind,
    config: isObject(own) && name !== undefined ? { ...own, name } : own,
    ...(name !== undefined && { name }),
    ...(nodes !== undefined && { inbound_nodes: isList(nodes) ? nodes.map(connections) : nodes }),
  };
}

function layerConfig(config: JsonObject): JsonObject {
  const kept = Object.entries(config).filter(([field]) => !LEFT_OUT.test(field));
  return Object.fromEntries(
    kept.map(([field, value]) => [field === 'batch_shape' ? 'batch_input_shape' : field, value]),
  );
}

/** The connections of a layer: from `{ args: [tensor or list of tensors] }` of Keras 3 to `[[name, node, index, {}]]`. */
function connections(node: Json): Json {
  if (!isObject(node) || !isList(node['args'])) return node;
  return node['args'].flat().map((tensor) => [...historyOf(tensor), {}]);
}

function historyOf(tensor: Json): readonly Json[] {
  const config = isObject(tensor) ? tensor['config'] : undefined;
  const history = config !== undefined && isObject(config) ? config['keras_history'] : undefined;
  return history !== undefined && isList(history) ? history : [];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** As `Array.isArray`, which does not narrow readonly arrays. */
function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
