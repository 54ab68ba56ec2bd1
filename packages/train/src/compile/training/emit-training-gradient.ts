import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { FeatureInput, ModelInput } from '../../model/model-definition.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import { emitLayers } from '../emit/emit-layers.ts';
import type { DropoutMask } from '../emit/operation-contexts.ts';
import { fuseConvolutions } from '../emit/fuse-convolutions.ts';
import { modelInput } from '../input/model-input.ts';
import type { WeightLayout } from '../parts/weight-layout.ts';
import { binaryCrossEntropy } from '../loss/binary-cross-entropy.ts';
import { crossEntropy } from '../loss/cross-entropy.ts';
import { learnedWeights } from './learned-weights.ts';
import { withoutOutputActivation } from '../../model/layers/without-output-activation.ts';

export interface TrainingGradientOptions {
  readonly input: ModelInput | FeatureInput;
  readonly weights: readonly WeightLayout[];
  /** The number of images in a batch. */
  readonly count: number;
  /** Makes a graph input for a weight. */
  readonly stateInput: (name: string, shape: readonly number[]) => Value;
}

/** A weight and the gradient of the loss with respect to it. */
export interface LearnedWeight {
  readonly name: string;
  readonly weight: Value;
  readonly gradient: Value;
}

export interface TrainingGradient {
  readonly classes: number;
  readonly loss: Value;
  readonly correct: Value;
  readonly masks: readonly DropoutMask[];
  readonly learned: readonly LearnedWeight[];
  /** The new values of running means and variances, by the names of the weights. */
  readonly assigned: ReadonlyMap<string, Value>;
}

/**
 * Emits the forward pass of a classifier in mode `train`, its loss, and the gradients with respect to all weights of trainable
 * layers.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function emitTrainingGradient(
  graph: GraphBuilder,
  layers: LayerList,
  { input, weights, count, stateInput }: TrainingGradientOptions,
): TrainingGradient {
  const given = modelInput(graph, layers, { input, batch: count });
  const values = new Map<string, Value>();
  const { layers: toLogits, activation } = withoutOutputActivation(layers);
  const fused = fuseConvolutions(toLogits);
  const model = emitLayers(graph, fused, {
    ...given,
    mode: 'train',
    wrt: { weights: learnedWeights(layers, weights), layers: new Set() },
    weights,
    weightValue: ({ name, shape }) => {
      const value = stateInput(name, shape);
      values.set(name, value);
      return value;
    },
  });
  const last = fused.at(-1)!.name; // a model has a layer before its output
  const logits = model.outputs.get(last)!; // all are emitted
  const classes = Number(logits.shape[1]);
  const lossOf = activation === 'sigmoid' ? binaryCrossEntropy : crossEntropy;
  const { loss, correct, gradient } = lossOf(graph, {
    logits,
    targets: graph.input('targets', [count, classes]),
    weights: graph.input('weights', [count, 1]),
  });
  const gradients = model.backward(new Map([[last, gradient]]));
  const learned = [...gradients.weights].map(([name, gradientOfWeight]) => {
    return { name, weight: values.get(name)!, gradient: gradientOfWeight }; // a weight with a gradient has a value
  });
  return { classes, loss, correct, masks: model.masks, learned, assigned: model.assigned };
}
