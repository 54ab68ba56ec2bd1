import type { Json } from '@sprout/core';
import { connectionFault } from './connection-fault.ts';
import { layersOf, parseTopology, type Topology } from './topology.ts';
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

const LAYERS_LIMIT = 10_000;
const NESTING_LIMIT = 4;

/**
 * Refuses a topology that no engine can run, before anything is built from it.
 *
 * @returns The topology itself.
 * @throws {SproutError} `model-unsupported` for an unknown class, a name that is used twice, a connection to a layer that
 *   does not exist, a cycle, too many layers, or too deeply nested models.
 */
export function checkTopology(topology: Json, nesting = 0): Topology {
  const parsed = parseTopology(topology);
  const layers = layersOf(parsed);
  if (layers.length > LAYERS_LIMIT || nesting > NESTING_LIMIT) {
    throw unsupportedModel(
      `it has more than ${LAYERS_LIMIT} layers, or models nested deeper than ${NESTING_LIMIT}`,
    );
  }
  const names = new Set<string>();
  for (const { class_name, config } of layers) {
    if (!KNOWN_LAYERS.has(class_name))
      throw unsupportedLayer(config.name, `${class_name} is not a known class`);
    if (names.has(config.name)) throw unsupportedLayer(config.name, 'its name is used twice');
    names.add(config.name);
    if ('layers' in config) checkTopology({ class_name, config }, nesting + 1);
  }
  const fault = connectionFault(layers);
  if (fault !== undefined) throw unsupportedModel(fault);
  return parsed;
}
