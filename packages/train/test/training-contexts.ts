import { contexts, type Reports } from '../src/compile/emit/operation-contexts.ts';
import { weightLayout } from '../src/compile/parts/weight-layout.ts';
import type { GraphBuilder, Value } from '../src/graph/ir/graph-builder.ts';

export interface TrainingContextsOptions {
  readonly images: Value;
  /** By name: the shapes of the weights in the layers model. Each has a gradient. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  /** A weight in the shape of graphs, by its name. */
  readonly valueOf: (name: string, shape: readonly number[]) => Value;
  /** The layers whose outputs need a gradient; that of the images by default. */
  readonly reached?: readonly string[];
}

/** The contexts of layers in mode `train`, and what the operations report. */
export function trainingContexts(
  graph: GraphBuilder,
  { images, shapes, valueOf, reached = ['images'] }: TrainingContextsOptions,
) {
  const reports: Reports = { gradients: new Map(), assigned: new Map(), masks: [] };
  const contextOf = contexts(graph, {
    images,
    isChannelsLast: false,
    mode: 'train',
    rectifiers: 'exact',
    wrt: { weights: new Set(Object.keys(shapes)), layers: new Set() },
    reach: { outputs: new Set(reached), through: new Set() },
    weights: Object.entries(shapes).map(([name, shape]) =>
      weightLayout({ name, shape, data: new Float32Array() }),
    ),
    weightValue: ({ name, shape }) => valueOf(name, shape),
    reports,
  });
  return { contextOf, reports };
}
