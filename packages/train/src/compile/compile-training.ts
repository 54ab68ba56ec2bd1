import type { FeatureInput, ModelInput } from '../model/model-definition.ts';
import type { LayerRates } from '../optimiser/layer-rates.ts';
import type { UpdateRuleSpec } from '../optimiser/optimiser-spec.ts';
import { GraphBuilder, type GraphBuilderOptions, type Value } from '../graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../graph/ir/onnx-graph.ts';
import type { DropoutMask } from './emit/operation-contexts.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import { withTrained } from '../model/layers/with-trained.ts';
import type { WeightLayout } from './parts/weight-layout.ts';
import { emitTrainingGradient } from './training/emit-training-gradient.ts';
import { emitUpdate } from './training/emit-update.ts';

export interface TrainingGraphOptions extends GraphBuilderOptions {
  readonly input: ModelInput | FeatureInput;
  readonly weights: readonly WeightLayout[];
  readonly optimiser: UpdateRuleSpec;
  /** The layers that are trained; by default those that are trainable, at the same rate. */
  readonly rates?: LayerRates | undefined;
  /** The number of images in a batch. */
  readonly count: number;
}

/** A weight or an optimiser slot as an input of the graph. */
export interface StateInput {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * One optimiser step as a graph. Inputs: `images` (bytes, `[count, height, width, channels]`, or features), `targets`, `weights`,
 * `learningRate`, `stepSize`, the dropout masks, and the weights and optimiser slots by name (a slot is `<weight>/<slot>`).
 * Outputs: `loss`, `correct`, and `new:<name>` for each weight and slot that the step changes.
 */
export interface TrainingGraph {
  readonly graph: OnnxGraph;
  readonly masks: readonly DropoutMask[];
  readonly classes: number;
  /** The weights and optimiser slots that the graph takes as inputs. */
  readonly stateInputs: readonly StateInput[];
  /** The names of the weights and optimiser slots that the step changes. */
  readonly updated: readonly string[];
}

/**
 * Compiles forward pass, gradient and optimiser step of a classifier for batches of one size.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileTraining(
  layers: LayerList,
  { optimiser, rates, ...options }: TrainingGraphOptions,
): TrainingGraph {
  const graph = new GraphBuilder(options);
  const trained = rates === undefined ? layers : withTrained(layers, rates);
  const stateInputs: StateInput[] = [];
  const stateInput = (name: string, shape: readonly number[]): Value => {
    stateInputs.push({ name, shape });
    return graph.input(name, shape);
  };
  const step = emitTrainingGradient(graph, trained, { ...options, stateInput });
  const learned = emitUpdate(graph, step.learned, { optimiser, rates, stateInput });
  const updated = new Map([...step.assigned, ...learned]);
  graph.output('loss', step.loss);
  graph.output('correct', step.correct);
  for (const [name, value] of updated) graph.output(`new:${name}`, value);
  const { masks, classes } = step;
  return {
    graph: graph.finish('training'),
    masks,
    classes,
    stateInputs,
    updated: [...updated.keys()],
  };
}
