import { channelsFirst, channelsLast } from '../../graph/emit/image-layout.ts';
import type { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { takesFeatures } from '../../model/input-shape.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import type { FeatureInput, ModelInput } from '../../model/model-definition.ts';
import {
  feedsFlattenOnly,
  type ImageInput,
  imageInput,
  type ImageInputOptions,
} from './image-input.ts';

export interface ModelInputOptions extends Omit<ImageInputOptions, 'input'> {
  readonly input: ModelInput | FeatureInput;
}

/**
 * Emits the graph's input `images`: images with their normalisation, as `imageInput`, or features as floats,
 * `[batch, ...shape]`.
 */
export function modelInput(
  graph: GraphBuilder,
  layers: LayerList,
  options: ModelInputOptions,
): ImageInput {
  const { input, batch, mayBeChannelsLast = true } = options;
  if (!takesFeatures(input)) return imageInput(graph, layers, { ...options, input });
  const given = graph.input('images', [batch, ...input.shape], 'float32');
  const isVector = input.shape.length === 1;
  const isChannelsLast = !isVector && mayBeChannelsLast && feedsFlattenOnly(layers);
  const isAsGiven = isVector || isChannelsLast;
  return {
    images: isAsGiven ? given : channelsFirst(graph, given),
    isChannelsLast,
    backward: (gradient) => (isAsGiven ? gradient : channelsLast(graph, gradient)),
  };
}
