import { SproutError } from '@sprout/core';
import { connectionFault } from './connection-fault.ts';
import { layersOf, parseTopology, type Topology } from './topology.ts';

/** The layers that an image classifier is made of. None of them runs code that a file could bring. */
const KNOWN_LAYERS: ReadonlySet<string> = new Set(
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
 * Refuses a topology that nothing here could run, before anything is built of it.
 *
 * @returns The topology itself.
 * @throws {SproutError} `model-unsupported` for an unknown class, a name used twice, connections that lead nowhere, too
 *   many layers or models in models.
 */
export function checkTopology(topology: Topology, nesting = 0): Topology {
  const layers = layersOf(topology);
  if (layers.length > LAYERS_LIMIT || nesting > NESTING_LIMIT) {
    const reason = `more than ${LAYERS_LIMIT} layers, or models nested deeper than ${NESTING_LIMIT}`;
    throw unsupported('The topology', reason);
  }
  const names = new Set<string>();
  for (const { class_name, config } of layers) {
    const what = `The layer ${config.name}`;
    if (!KNOWN_LAYERS.has(class_name))
      throw unsupported(what, `${class_name} is not a known class`);
    if (names.has(config.name)) throw unsupported(what, 'its name is used twice');
    names.add(config.name);
    if ('layers' in config) checkTopology(parseTopology({ class_name, config }), nesting + 1);
  }
  const fault = connectionFault(layers);
  if (fault !== undefined) throw unsupported('The topology', fault);
  return topology;
}

function unsupported(what: string, reason: string): SproutError {
  return new SproutError('model-unsupported', { what, reason });
}
