import type { ModelDefinition } from '../model/model-definition.ts';
import { shapesOf } from '../model/tfjs/shapes-of.ts';
import { checkWeights } from '../weights/check-weights.ts';
import { countParameters } from '../weights/count-parameters.ts';

export interface LayerSummary {
  readonly name: string;
  /** The layer's class. */
  readonly kind: string;
  /** The shape of its output, without the batch axis; `null` for a dimension that is not fixed. */
  readonly shape: readonly (number | null)[];
  readonly parameters: number;
  /** The layers that it takes its inputs from. */
  readonly inputs: readonly string[];
}

export interface ModelSummary {
  readonly layers: readonly LayerSummary[];
  readonly parameters: number;
  /** The number of parameters that training changes. */
  readonly trainable: number;
}

/**
 * A model's layers, as Keras' summary lists them.
 *
 * @throws {SproutError} `model-unsupported`; `weight-missing`, `weight-unknown` or `shape-mismatch` when the weights do not fit
 * the topology.
 */
export async function summary({ topology, weights }: ModelDefinition): Promise<ModelSummary> {
  const shapes = await shapesOf(topology, countParameters(weights));
  const required = shapes.flatMap((layer) => layer.weights);
  checkWeights(weights, { required });
  const layers = shapes.map(({ name, kind, inputs, output: shape, weights: own }) => ({
    name,
    kind,
    shape,
    parameters: countParameters(own),
    inputs,
  }));
  const trainable = required.filter((weight) => weight.trainable);
  return { layers, parameters: countParameters(required), trainable: countParameters(trainable) };
}
