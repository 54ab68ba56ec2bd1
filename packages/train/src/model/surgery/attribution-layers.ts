import type { LayerAddress } from '@sprout/core';
import type { LayerList, LayerNode } from '../layers/layer-node.ts';
import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import type { ModelOutline } from './model-outline.ts';

/** The layers of a classifier that attribution needs. */
export interface AttributionLayers {
  /** The logits: the output before the softmax or the sigmoid that the model ends in. */
  readonly scores: LayerAddress;
  /** The layer that Grad-CAM takes by default; `undefined` if the model has no layer with a map. */
  readonly map: string | undefined;
  /** The layers with a map, from the first to the last: their output has rows and columns, more than one position in all. */
  readonly maps: readonly string[];
}

/** Layers that compute nothing of their own: they move, drop or combine positions of a map. */
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
 * Finds the logits of a classifier, and its layers with a map. The default map is the output of the last layer with more than one
 * position that is neither a pooling, a padding, a dropout nor a reshape: `block5_conv3` of VGG16, not `block5_pool`, which has a
 * quarter of the positions. A convolution with batch normalisation and activation as layers of their own is taken after all three.
 *
 * @param model Of a model with a nested model inside, whose shapes are not inferred (decision 0011), no map is found.
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

/** Some releases reshape the probabilities at the end: the logits are then below the layer before. */
function scoresOf(layers: LayerList): LayerAddress {
  const last = layers.findLast(({ kind }) => kind !== 'Reshape' && kind !== 'Flatten')!; // a model has a layer
  return hasActivation(last) ? { layer: last.name, beforeActivation: true } : { layer: last.name };
}

function hasActivation({ kind, config }: LayerNode): boolean {
  const activation = config['activation'];
  return kind === 'Softmax' || (typeof activation === 'string' && activation !== 'linear');
}
