import type { LayerAddress } from '@sprout/core';
import type { LayerList, LayerNode } from '../layers/layer-node.ts';
import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import type { ModelOutline } from './model-outline.ts';

/** The layers of a classifier that attribution needs. */
export interface AttributionLayers {
  /** The address of the logits: the output before the softmax or the sigmoid at the end of the model. */
  readonly scores: LayerAddress;
  /** The name of the layer that Grad-CAM uses by default; `undefined` if the model has no layer with a map. */
  readonly map: string | undefined;
  /** The names of the layers with a map, in the order of the model: their output has rows, columns and more than one position. */
  readonly maps: readonly string[];
}

/** Kinds of layers without weights that are not taken as the default map. */
const PASSIVE = new Set([
  'InputLayer',
  'Rescaling',
  'ZeroPadding2D',
  'MaxPooling2D',
  'AveragePooling2D',
  'Dropout',
  'Reshape',
]);

/**
 * Finds the logits of a classifier, and its layers with a map. The default map is the output of the last layer with a map that is not a
 * pooling, a padding, a dropout or a reshape: `block5_conv3` of VGG16, not `block5_pool`, which has a quarter of the positions. If
 * batch normalisation and activation are separate layers after a convolution, the default map is the output of the activation.
 *
 * @param model A model with a nested model has no maps in the result, because its shapes are not inferred (decision 0011).
 * @throws {SproutError} `model-unsupported` for a topology that cannot be read.
 */
export function attributionLayers({ topology }: Pick<ModelOutline, 'topology'>): AttributionLayers {
  const layers = readTopology(topology);
  const shapes = inferShapes(layers) ?? [];
  const withMap = shapes.filter(({ output: [height, width, channels] }) =>
    isMap(height, width, channels),
  );
  return {
    scores: scoresOf(layers),
    map: withMap.findLast(({ kind }) => !PASSIVE.has(kind))?.name,
    maps: withMap.flatMap(({ name, kind }) => (kind === 'InputLayer' ? [] : name)),
  };
}

type Size = number | null | undefined;

function isMap(height: Size, width: Size, channels: Size): boolean {
  return channels !== undefined && (height ?? 1) * (width ?? 1) > 1;
}

/** Some releases reshape the probabilities at the end. The logits are then the input of the activation before the reshape. */
function scoresOf(layers: LayerList): LayerAddress {
  const last = layers.findLast(({ kind }) => kind !== 'Reshape' && kind !== 'Flatten')!; // a model has a layer
  return hasActivation(last) ? { layer: last.name, beforeActivation: true } : { layer: last.name };
}

function hasActivation({ kind, config }: LayerNode): boolean {
  const activation = config['activation'];
  return kind === 'Softmax' || (typeof activation === 'string' && activation !== 'linear');
}
