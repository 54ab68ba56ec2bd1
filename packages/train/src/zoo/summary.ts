import { byDepth } from '../model/layers/by-depth.ts';
import { readTopology } from '../model/layers/read-topology.ts';
import { inferShapes } from '../model/layers/shapes/infer-shapes.ts';
import type { LayerShape } from '../model/layers/shapes/layer-shape.ts';
import { unsupportedModel } from '../model/layers/unsupported.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import type { ModelOutline } from '../model/surgery/model-outline.ts';
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
  checkWeights(weights, { required: shapes.flatMap((layer) => layer.weights) });
  return summarised(shapes);
}

/**
 * As `summary`, of a model without the numbers of its weights. Nothing is allocated, whatever the size of the model.
 *
 * @throws {SproutError} `model-unsupported`; also for layers whose shapes are not inferred, see decision 0011.
 */
export function outlineSummary({ topology }: Pick<ModelOutline, 'topology'>): ModelSummary {
  const layers = readTopology(topology);
  const shapes = inferShapes(layers);
  if (shapes === undefined) throw unsupportedModel('the shapes of its layers cannot be inferred');
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  return summarised(byDepth(layers).map(({ name }) => byName.get(name)!)); // each layer has shapes
}

function summarised(shapes: readonly LayerShape[]): ModelSummary {
  const layers = shapes.map(({ name, kind, inputs, output: shape, weights: own }) => ({
    name,
    kind,
    shape,
    parameters: countParameters(own),
    inputs,
  }));
  const weights = shapes.flatMap((layer) => layer.weights);
  const trainable = weights.filter((weight) => weight.trainable);
  return { layers, parameters: countParameters(weights), trainable: countParameters(trainable) };
}
