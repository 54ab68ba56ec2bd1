import type { ModelInput } from '../model/model-definition.ts';
import type { UpdateRuleSpec } from '../optimiser/optimiser-spec.ts';
import { GraphBuilder, type GraphBuilderOptions, type Value } from '../graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../graph/ir/onnx-graph.ts';
import type { DropoutMask } from './emit/operation-contexts.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import type { WeightLayout } from './layer/weight-layout.ts';
import { emitTrainingGradient } from './training/emit-training-gradient.ts';
import { emitUpdate } from './training/emit-update.ts';

export interface TrainingGraphOptions extends GraphBuilderOptions {
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
  readonly optimiser: UpdateRuleSpec;
  /** How many images a batch holds. */
  readonly count: number;
}

/** A weight, or a part of the optimiser's state, as an input of the graph. */
export interface StateInput {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * One optimiser step as a graph. Inputs: `images` (bytes, `[count, height, width, channels]`), `targets`, `weights`,
 * `learningRate`, `stepSize`, the masks, and the state by name (weights, and `<weight>/<slot>` of the optimiser). Outputs:
 * `loss`, `correct`, and `new:<name>` for each part of the state that changes.
 */
export interface TrainingGraph {
  readonly graph: OnnxGraph;
  readonly masks: readonly DropoutMask[];
  readonly classes: number;
  /** The state that the graph takes. */
  readonly taken: readonly StateInput[];
  /** The names of the state that changes. */
  readonly renewed: readonly string[];
}

/**
 * Compiles forward pass, gradient and optimiser step of a classifier for batches of one size.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileTraining(
  layers: LayerList,
  { optimiser, ...options }: TrainingGraphOptions,
): TrainingGraph {
  const graph = new GraphBuilder(options);
  const taken: StateInput[] = [];
  const stateInput = (name: string, shape: readonly number[]): Value => {
    taken.push({ name, shape });
    return graph.input(name, shape);
  };
  const step = emitTrainingGradient(graph, layers, { ...options, stateInput });
  const updated = emitUpdate(graph, step.learned, { optimiser, stateInput });
  const renewed = new Map([...step.renewed, ...updated]);
  graph.output('loss', step.loss);
  graph.output('correct', step.correct);
  for (const [name, value] of renewed) graph.output(`new:${name}`, value);
  const { masks, classes } = step;
  return { graph: graph.finish('training'), masks, classes, taken, renewed: [...renewed.keys()] };
}
