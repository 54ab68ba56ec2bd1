import { GraphBuilder } from '../graph/ir/graph-builder.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import type { ModelInput } from '../model/model-definition.ts';
import { emitLayers } from './emit/emit-layers.ts';
import { imageInput } from './input/image-input.ts';
import type { WeightLayout } from './parts/weight-layout.ts';

export interface LayerShapesOptions {
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
}

/**
 * The shape of each layer's output for one image, channels last, by the layer's name. Emits all layers into a graph.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function layerShapes(
  layers: LayerList,
  { input, weights }: LayerShapesOptions,
): ReadonlyMap<string, readonly number[]> {
  const graph = new GraphBuilder();
  const given = imageInput(graph, layers, { input, batch: 1, mayBeChannelsLast: false });
  const { outputs } = emitLayers(graph, layers, {
    ...given,
    mode: 'infer',
    weights,
    weightValue: ({ name, shape }) => graph.input(name, shape),
  });
  return new Map(
    [...outputs].map(([name, value]) => {
      const [channels, ...size] = value.shape.slice(1).map(Number) as [number, ...number[]]; // a batch of vectors, at least
      return [name, [...size, channels]];
    }),
  );
}
