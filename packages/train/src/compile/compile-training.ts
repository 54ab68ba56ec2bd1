import type { ModelInput } from '../model/model-definition.ts';
import type { OptimiserSpec } from '../optimiser/optimiser-spec.ts';
import { GraphBuilder, type GraphBuilderOptions, type Value } from '../graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../graph/ir/onnx-graph.ts';
import { crossEntropy } from './cross-entropy.ts';
import { type DropoutMask, emitLayers } from './emit-layers.ts';
import { fuseBlocks } from './fuse-blocks.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import { withoutSoftmax } from '../model/layers/without-softmax.ts';
import { imageInput } from './input/model-ends.ts';
import { updateRule } from '../optimiser/optimiser-table.ts';
import type { UpdateContext, UpdateRule } from '../optimiser/update-rule.ts';
import type { WeightLayout } from './layer/weight-layout.ts';

export interface TrainingGraphOptions extends GraphBuilderOptions {
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
  readonly optimiser: OptimiserSpec;
  /** How many images a batch holds. */
  readonly count: number;
}

/** A weight, or a part of the optimiser's state, as a graph takes it. */
export interface StateInput {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * One optimiser step as a graph. Inputs: `images` (bytes, `[count, height, width, channels]`), `targets`, `weights`,
 * `learningRate`, `stepSize`, the masks, and the state by name (weights, and `<weight>/<slot>` of the optimiser). Outputs:
 * `loss`, `correct`, and `new:<name>` for all of the state that changes.
 */
export interface TrainingGraph {
  readonly graph: OnnxGraph;
  readonly masks: readonly DropoutMask[];
  readonly classes: number;
  /** The state that goes in. */
  readonly taken: readonly StateInput[];
  /** The names of the state that comes out. */
  readonly renewed: readonly string[];
}

/**
 * Compiles forward pass, gradient and optimiser step of a model for batches of one size.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileTraining(
  layers: LayerList,
  { input, weights, optimiser, count, ...options }: TrainingGraphOptions,
): TrainingGraph {
  const graph = new GraphBuilder(options);
  const taken: StateInput[] = [];
  const take = (name: string, shape: readonly number[]): Value => {
    taken.push({ name, shape });
    return graph.input(name, shape);
  };
  const { images, interleaved } = imageInput(graph, layers, { input, batch: count });
  const values = new Map<string, Value>();
  const weightValue = ({ name, shape }: WeightLayout): Value => {
    const value = take(name, shape);
    values.set(name, value);
    return value;
  };
  const model = emitLayers(graph, fuseBlocks(withoutSoftmax(layers)), {
    images,
    interleaved,
    differentiable: true,
    weights,
    weightValue,
  });
  const classes = Number(model.output.shape[1]);
  const { loss, correct, gradient } = crossEntropy(graph, {
    logits: model.output,
    targets: graph.input('targets', [count, classes]),
    weights: graph.input('weights', [count, 1]),
  });
  const renewed = new Map(model.renewed);
  const emit = updates(graph, updateRule(optimiser));
  for (const [name, slope] of model.backward(gradient)) {
    const weight = values.get(name)!; // what has a gradient has a value
    const updated = emit({
      weight,
      gradient: slope,
      state: (slot) => take(`${name}/${slot}`, weight.shape.map(Number)),
      keep: (slot, value) => renewed.set(`${name}/${slot}`, value),
    });
    renewed.set(name, updated);
  }
  graph.output('loss', loss);
  graph.output('correct', correct);
  for (const [name, value] of renewed) graph.output(`new:${name}`, value);
  const { masks } = model;
  return { graph: graph.finish('training'), masks, classes, taken, renewed: [...renewed.keys()] };
}

/** The rule on a graph, with the scalars of the step as its inputs. */
function updates(
  graph: GraphBuilder,
  rule: UpdateRule,
): (context: Omit<UpdateContext, 'graph' | 'scalars'>) => Value {
  const scalars = {
    learningRate: graph.input('learningRate', []),
    stepSize: graph.input('stepSize', []),
  };
  return (context) => rule({ ...context, graph, scalars });
}
