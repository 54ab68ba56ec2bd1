import type { GradientOptions, LayerAddress, ObjectiveGradient } from '@sprout/core';
import {
  add,
  grad,
  max,
  mean,
  mul,
  reshape,
  square,
  sum,
  type Tensor,
  tensor,
  zeros,
} from '@tensorflow/tfjs-core';
import type { layers, LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { ModelInput } from '../../model/model-definition.ts';
import { similarity } from './similarity.ts';
import { measuredTerm } from '../gradient/measured-term.ts';
import { normaliseTensor, rawImageTensor } from './image-tensor.ts';
import { layerOutput, layerTensors } from './layer-outputs.ts';
import { withLayerOutputs } from './with-layer-outputs.ts';

export interface ObjectiveGradientOptions extends Omit<GradientOptions, 'rectifiers'> {
  readonly input: ModelInput;
}

/**
 * An objective and its gradient by the automatic differentiation of tfjs. All layer names are those of `model`.
 *
 * @returns `undefined` where the objective does not depend on `wrt`.
 */
export function objectiveGradient(
  model: LayersModel,
  images: Uint8Array | Float32Array,
  { input, count, objective, wrt, outputs: wanted = [] }: ObjectiveGradientOptions,
): ObjectiveGradient | undefined {
  const raw = rawImageTensor(input, images, count);
  const names = objective.map(({ layer }) => layer);
  // before `grad`: tfjs never frees what it has saved where the function given to `grad` throws
  const shapes = outputShapes(model, names, () => normaliseTensor(raw, input));
  const terms = objective.map((term, index) => measuredTerm(term, shapes[index]!)); // a shape for each name
  let values = new Float32Array();
  const totalOf = (pixels: Tensor): Tensor => {
    const normalised = normaliseTensor(pixels, input);
    const outputs = layerTensors(model, normalised, names);
    const perImage = terms
      .map((term, index) => termValues(outputs.get(names[index]!)!, term)) // a measured layer
      .reduce((left, right) => add(left, right));
    values = Float32Array.from(perImage.dataSync());
    return sum(perImage);
  };
  const gradient = wrt === undefined ? grad(totalOf)(raw) : gradientAt(wrt.layer);
  if (gradient === undefined) return undefined;
  return {
    values,
    shape: [...gradient.shape],
    gradient: Float32Array.from(gradient.dataSync()),
    outputs: wantedOutputs(model, wanted, () => normaliseTensor(raw, input)),
  };

  /** The gradient with respect to a layer's output, computed as the gradient with respect to zeros that are added to it. */
  function gradientAt(name: string): Tensor | undefined {
    const output = outputOf(model, name);
    if (!names.some((measured) => dependsOn(outputOf(model, measured), output))) return undefined;
    const offset = zeros([count, ...(output.shape as number[]).slice(1)]); // all axes but the batch have a fixed size
    return grad((added: Tensor) => withOffset(output.sourceLayer, added, () => totalOf(raw)))(
      offset,
    );
  }
}

/** The outputs of layers, by a forward pass of their own: tfjs disposes of the tensors of the gradient computation. */
function wantedOutputs(
  model: LayersModel,
  wanted: readonly LayerAddress[],
  images: () => Tensor,
): ObjectiveGradient['outputs'] {
  if (wanted.length === 0) return [];
  const names = wanted.map(({ layer }) => layer);
  const found = layerTensors(model, images(), names);
  return names.map((name) => layerOutput(found.get(name)!)); // a requested layer
}

/** The shapes of the outputs of layers for one image. Computes the outputs where a size is not fixed. */
function outputShapes(
  model: LayersModel,
  names: readonly string[],
  images: () => Tensor,
): readonly (readonly number[])[] {
  const shapes = names.map((name): readonly (number | null)[] =>
    outputOf(model, name).shape.slice(1),
  );
  const fixed = shapes.filter(isFixed);
  if (fixed.length === shapes.length) return fixed;
  const outputs = layerTensors(model, images(), names);
  return names.map((name) => outputs.get(name)!.shape.slice(1)); // a requested layer
}

function isFixed(shape: readonly (number | null)[]): shape is readonly number[] {
  return !shape.includes(null);
}

function outputOf(model: LayersModel, layer: string): SymbolicTensor {
  return model.getLayer(layer).output as SymbolicTensor; // each layer is used once, and has one output
}

/** Whether a value of a model is `source`, or is computed from it. */
function dependsOn(value: SymbolicTensor, source: SymbolicTensor): boolean {
  const visited = new Set([value]);
  for (const known of visited) for (const input of known.inputs) visited.add(input); // the loop also visits added values
  return visited.has(source);
}

/** The values of a term, `[count]`. */
function termValues(output: Tensor, term: ReturnType<typeof measuredTerm>): Tensor {
  const axes = output.shape.map((_, axis) => axis).slice(1);
  if (term.form === 'square') return mul(mean(square(output), axes), term.factor);
  if (term.form === 'similar') return mul(similarity(output), term.factor);
  if (term.form === 'largest') {
    const channels = output.rank > 2 ? mean(output, axes.slice(0, -1)) : output;
    return mul(max(channels, 1), term.factor);
  }
  const [, ...shape] = output.shape;
  const channels = tensor(term.channels, [1, ...shape.slice(0, -1).map(() => 1), shape.at(-1)!]); // an output has at least one axis
  const positions = reshape(tensor(term.positions), [1, ...shape.slice(0, -1), 1]);
  return sum(mul(output, mul(channels, positions)), axes);
}

/** Runs work while `offset` is added to the output of a layer. */
function withOffset<T>(layer: layers.Layer, offset: Tensor, work: () => T): T {
  return withLayerOutputs([layer], (output) => add(output, offset), work);
}
