import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { Dimension } from '../../graph/ir/onnx-graph.ts';
import type { ModelInput } from '../../model/model-definition.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import { normaliseImages } from './normalise-images.ts';

export interface ImageInputOptions {
  readonly input: ModelInput;
  readonly batch: Dimension;
}

/** The graph's input `images` and the numbers made of it, laid out as its users like it best. */
export function imageInput(
  graph: GraphBuilder,
  layers: LayerList,
  { input, batch }: ImageInputOptions,
): { readonly images: Value; readonly interleaved: boolean } {
  const first = layers[0]!; // a model has a layer
  const users = layers.filter(({ inputs }) => inputs.includes(first.name));
  const interleaved = users.every(({ kind }) => kind === 'Flatten');
  const { height, width, channels } = input;
  const bytes = graph.input('images', [batch, height, width, channels], 'uint8');
  return { images: normaliseImages(graph, bytes, { input, interleaved }), interleaved };
}
