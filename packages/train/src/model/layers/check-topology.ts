import type { Json } from '@sprout/core';
import { connectionFault } from './connection-fault.ts';
import { countValues } from './count-values.ts';
import { layersOf, type LayerTopology, parseTopology, type Topology } from './topology.ts';
import { unsupportedLayer, unsupportedModel } from './unsupported.ts';

/** The classes that a topology may contain. None of them runs code from the file. */
export const KNOWN_LAYERS: ReadonlySet<string> = new Set(
  [
    'InputLayer Dense Flatten Reshape Permute Dropout Activation Rescaling',
    'Conv2D DepthwiseConv2D SeparableConv2D Conv2DTranspose ZeroPadding2D Cropping2D UpSampling2D',
    'MaxPooling2D AveragePooling2D GlobalMaxPooling2D GlobalAveragePooling2D',
    'BatchNormalization LayerNormalization ReLU LeakyReLU PReLU ELU ThresholdedReLU Softmax',
    'Add Average Concatenate Maximum Minimum Multiply',
    'Sequential Model Functional',
  ].flatMap((names) => names.split(' ')),
);

/** The largest networks in Keras have about 1000 layers. */
const LAYERS_LIMIT = 2000;
const NESTING_LIMIT = 4;
const VALUES_LIMIT = 500_000;
/** Lists in the configuration of a layer have an entry for each axis. */
const LIST_LIMIT = 16;

/**
 * Refuses a topology that no engine can run, before anything is built from it. Takes linear time.
 *
 * @returns The topology itself.
 * @throws {SproutError} `model-unsupported` for an unknown class, a name that is used twice, a connection to a layer that
 *   does not exist, a cycle, too many layers or values, or too deeply nested models.
 */
export function checkTopology(topology: Json): Topology {
  if (countValues(topology, VALUES_LIMIT) > VALUES_LIMIT)
    throw unsupportedModel(`its topology has more than ${VALUES_LIMIT} values`);
  const parsed = parseTopology(topology);
  const count = checkLayers(parsed, 0);
  if (count > LAYERS_LIMIT)
    throw unsupportedModel(`it has ${count} layers; at most ${LAYERS_LIMIT} are allowed`);
  return parsed;
}

/** Returns the number of layers, those of models in the model included. */
function checkLayers(topology: Topology, nesting: number): number {
  if (nesting > NESTING_LIMIT)
    throw unsupportedModel(`its models are nested deeper than ${NESTING_LIMIT}`);
  const layers = layersOf(topology);
  const names = new Set<string>();
  let count = layers.length;
  for (const { class_name, config } of layers) {
    if (!KNOWN_LAYERS.has(class_name))
      throw unsupportedLayer(config.name, `${class_name} is not a known class`);
    if (names.has(config.name)) throw unsupportedLayer(config.name, 'its name is used twice');
    names.add(config.name);
    if ('layers' in config)
      count += checkLayers(parseTopology({ class_name, config }), nesting + 1);
    else checkLists(config);
  }
  const fault = connectionFault(layers);
  if (fault !== undefined) throw unsupportedModel(fault);
  return count;
}

function checkLists(config: LayerTopology['config']): void {
  for (const [key, value] of Object.entries(config)) {
    if (!Array.isArray(value) || value.length <= LIST_LIMIT) continue;
    const reason = `its ${key} has ${value.length} entries; at most ${LIST_LIMIT} are allowed`;
    throw unsupportedLayer(config.name, reason);
  }
}
