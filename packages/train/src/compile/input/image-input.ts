import { transpose } from '../../graph/emit/rearrange.ts';
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
  /** Whether the layout may be `[batch, height, width, channels]` where that saves a transposition; true by default. */
  readonly mayInterleave?: boolean;
}

/** The images inside a graph. */
export interface ImageInput {
  /** The normalised images: the model's input. */
  readonly images: Value;
  /** Whether they are `[batch, height, width, channels]` in place of `[batch, channels, height, width]`. */
  readonly interleaved: boolean;
  /** Emits the gradient with respect to the graph's input, from that with respect to the model's. */
  readonly backward: (gradient: Value) => Value;
}

const CHANNELS_FIRST = [0, 3, 1, 2];
const CHANNELS_LAST = [0, 2, 3, 1];

/** Emits the graph's input `images`, `[batch, height, width, channels]`, 0 to 255, and its normalisation. */
export function imageInput(
  graph: GraphBuilder,
  layers: LayerList,
  { input, batch, type = 'uint8', mayInterleave = true }: ImageInputOptions,
): ImageInput {
  const first = layers[0]!; // a model has a layer
  const users = layers.filter(({ inputs }) => inputs.includes(first.name));
  const interleaved = mayInterleave && users.every(({ kind }) => kind === 'Flatten');
  const { height, width, channels } = input;
  const given = graph.input('images', [batch, height, width, channels], type);
  const ordered = interleaved ? given : transpose(graph, given, CHANNELS_FIRST);
  const { output, backward } = normaliseImages(graph, ordered, { input, interleaved });
  return {
    images: output,
    interleaved,
    backward: (gradient) => {
      const towardsGiven = backward(gradient);
      return interleaved ? towardsGiven : transpose(graph, towardsGiven, CHANNELS_LAST);
    },
  };
}
