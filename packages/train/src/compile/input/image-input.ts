import { channelsFirst, channelsLast } from '../../graph/emit/image-layout.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { Dimension } from '../../graph/ir/onnx-graph.ts';
import type { ModelInput } from '../../model/model-definition.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import { normaliseImages } from './normalise-images.ts';

export interface ImageInputOptions {
  readonly input: ModelInput;
  readonly batch: Dimension;
  /** The element type of `images`; bytes by default. */
  readonly type?: 'uint8' | 'float32';
  /** Whether `images` may stay `[batch, height, width, channels]` where that saves a transposition; true by default. */
  readonly mayBeChannelsLast?: boolean;
}

/** The images inside a graph. */
export interface ImageInput {
  /** The normalised images: the model's input. */
  readonly images: Value;
  /** Whether `images` is `[batch, height, width, channels]`; otherwise `[batch, channels, height, width]`. */
  readonly isChannelsLast: boolean;
  /** Emits the gradient with respect to the graph's input, from the gradient with respect to the normalised images. */
  readonly backward: (gradient: Value) => Value;
}

/** Emits the graph's input `images`, `[batch, height, width, channels]`, 0 to 255, and its normalisation. */
export function imageInput(
  graph: GraphBuilder,
  layers: LayerList,
  { input, batch, type = 'uint8', mayBeChannelsLast = true }: ImageInputOptions,
): ImageInput {
  const isChannelsLast = mayBeChannelsLast && feedsFlattenOnly(layers);
  const { height, width, channels } = input;
  const given = graph.input('images', [batch, height, width, channels], type);
  const laidOut = isChannelsLast ? given : channelsFirst(graph, given);
  const { output, backward } = normaliseImages(graph, laidOut, { input, isChannelsLast });
  return {
    images: output,
    isChannelsLast,
    backward: (gradient) => {
      const ordered = backward(gradient);
      return isChannelsLast ? ordered : channelsLast(graph, ordered);
    },
  };
}

/** Whether only flattening layers take the model's input. */
export function feedsFlattenOnly(layers: LayerList): boolean {
  const first = layers[0]!; // a model has a layer
  const users = layers.filter(({ inputs }) => inputs.includes(first.name));
  return users.every(({ kind }) => kind === 'Flatten');
}
