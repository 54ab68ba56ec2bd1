import { SproutError } from '@sprout/core';
import { type LayerTopology, mapLayers, outputLayerName, type Topology } from './topology.ts';

/**
 * The same model without the softmax it ends in: it gives logits, from which cross-entropy is stable.
 *
 * @throws {SproutError} `model-unsupported` when it does not end in a softmax.
 */
export function logitsTopology(topology: Topology): Topology {
  const output = outputLayerName(topology);
  return mapLayers(topology, (layer) =>
    layer.config.name === output ? withoutSoftmax(layer) : layer,
  );
}

function withoutSoftmax(layer: LayerTopology): LayerTopology {
  const { config, class_name } = layer;
  if (class_name === 'Softmax') {
    const linear = { name: config.name, trainable: true, activation: 'linear' };
    return { ...layer, class_name: 'Activation', config: linear };
  }
  if (config['activation'] !== 'softmax') {
    throw new SproutError('model-unsupported', {
      what: `The layer ${config.name} (${class_name})`,
      reason: 'a classifier must end in a softmax',
    });
  }
  return { ...layer, config: { ...config, activation: 'linear' } };
}
