import type { Json } from '@sprout/core';
import { type EmittedLayers, emitLayers } from '../src/compile/emit/emit-layers.ts';
import { type GradientTargets } from '../src/compile/emit/reach.ts';
import { weightLayout } from '../src/compile/parts/weight-layout.ts';
import type { LayerMode } from '../src/compile/contract/operation.ts';
import { GraphBuilder } from '../src/graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../src/graph/ir/onnx-graph.ts';
import type { LayerNode } from '../src/model/layers/layer-node.ts';

export interface EmittedOptions {
  readonly mode?: LayerMode;
  readonly wrt?: Partial<GradientTargets>;
  /** Shapes in the layers model, by name. */
  readonly weights?: Readonly<Record<string, readonly number[]>>;
}

export interface Emitted extends EmittedLayers {
  readonly graph: GraphBuilder;
  /** The graph so far. */
  readonly finish: () => OnnxGraph;
}

/** A layer of a chain. Its inputs default to the layer before it. */
export type ChainedLayer = Pick<LayerNode, 'name' | 'kind'> &
  Partial<Pick<LayerNode, 'inputs' | 'trainable'>> & { readonly config?: Record<string, Json> };

/** Emits a chain of layers after an input of two images of 6 x 5 pixels, `[2, 3, 6, 5]`. */
export function emitted(
  chain: readonly ChainedLayer[],
  { mode = 'infer', wrt = {}, weights = {} }: EmittedOptions = {},
): Emitted {
  const graph = new GraphBuilder();
  const layers = chained([{ name: 'images', kind: 'InputLayer', inputs: [] }, ...chain]);
  const layouts = Object.entries(weights).map(([name, shape]) =>
    weightLayout({ name, shape, data: new Float32Array() }),
  );
  const result = emitLayers(graph, layers, {
    images: graph.input('images', [2, 3, 6, 5]),
    isChannelsLast: false,
    mode,
    wrt: { weights: wrt.weights ?? new Set(), layers: wrt.layers ?? new Set() },
    weights: layouts,
    weightValue: ({ name, shape }) => graph.input(name, shape),
  });
  return { ...result, graph, finish: () => graph.finish('test') };
}

/** A list of layers. Each takes the output of the layer before it, unless it has `inputs`. */
export function chained(chain: readonly ChainedLayer[]): LayerNode[] {
  return chain.map(({ config = {}, trainable = true, ...layer }, index) => ({
    layer: layer.name,
    inputs: [chain[index - 1]?.name ?? ''],
    config,
    trainable,
    ...layer,
  }));
}
