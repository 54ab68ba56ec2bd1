import { type WeightLayout, weightLayout } from '../../compile/parts/weight-layout.ts';
import { checkInput } from '../../model/check-input.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import { readTopology } from '../../model/layers/read-topology.ts';
import { inferShapes } from '../../model/layers/shapes/infer-shapes.ts';
import { splitActivations } from '../../model/layers/split-activations.ts';
import type { FeatureInput, ModelDefinition, ModelInput } from '../../model/model-definition.ts';
import { checkWeights } from '../../weights/check-weights.ts';
import { readState, type StateValues } from './state-values.ts';

/** A model in the form that the compiler takes. */
export interface OnnxModel<Input = ModelInput | FeatureInput> {
  readonly layers: LayerList;
  readonly input: Input;
  readonly weights: readonly WeightLayout[];
}

/**
 * The layers, input and weight layouts of a definition.
 *
 * @throws {SproutError} `model-unsupported`, `option-invalid`; `weight-missing`, `weight-unknown` or `shape-mismatch` where the
 *   weights do not fit the layers.
 */
export function onnxModel<Input extends ModelInput | FeatureInput>({
  topology,
  weights,
  input,
}: Omit<ModelDefinition, 'input'> & { readonly input: Input }): OnnxModel<Input> {
  checkInput(input);
  const layers = readTopology(topology);
  const shapes = inferShapes(layers);
  if (shapes !== undefined)
    checkWeights(weights, { required: shapes.flatMap((shape) => shape.weights) });
  return { layers: splitActivations(layers), input, weights: weights.map(weightLayout) };
}

/** The weights of a definition in the layout of graphs. Copies. @throws {SproutError} `shape-mismatch`. */
export function weightValues(
  { weights }: OnnxModel,
  definition: Pick<ModelDefinition, 'weights'>,
): StateValues {
  return readState({ weights: definition.weights, optimiser: [] }, { weights, slots: [] });
}

/** The names of the layers of the layers model. */
export function layerNames({ layers }: OnnxModel): readonly string[] {
  return layers.flatMap(({ name, layer }) => (name === layer ? name : []));
}
