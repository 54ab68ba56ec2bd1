import type { Json } from '@sprout/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { checkInput } from '../check-input.ts';
import type { ModelDefinition, ModelInput } from '../model-definition.ts';
import { parseTopology } from '../layers/topology.ts';
import { unsupportedModel } from '../layers/unsupported.ts';

/** How bytes of images become the numbers that the model takes. */
export type ToDefinitionOptions = Pick<ModelInput, 'normalisation' | 'channelOrder'>;

/**
 * A layers model as data. Weights are copied; the model is not disposed of.
 *
 * @throws {SproutError} `model-unsupported` unless it takes one batch of images of a fixed size, `option-invalid` for the normalisation.
 */
export function toDefinition(
  model: LayersModel,
  { normalisation, channelOrder }: ToDefinitionOptions,
): ModelDefinition {
  const [height, width, channels] = imageShape(model);
  const { class_name, config } = parseTopology(JSON.parse(model.toJSON() as string) as Json); // toJSON returns a string by default; JSON drops undefined fields
  const weights = model.weights.map((weight) => {
    const value = weight.read();
    return {
      name: weight.originalName,
      shape: value.shape,
      data: Float32Array.from(value.dataSync()),
    };
  });
  const order = channelOrder === undefined ? {} : { channelOrder };
  const input = { height, width, channels, ...order, normalisation };
  checkInput(input);
  return { topology: { class_name, config }, weights, input };
}

function imageShape(model: LayersModel): readonly [number, number, number] {
  const [count, height, width, channels] = model.inputs[0]?.shape ?? [];
  const fixed =
    typeof height === 'number' && typeof width === 'number' && typeof channels === 'number';
  if (model.inputs.length !== 1 || count !== null || !fixed) {
    throw unsupportedModel('its input is not one batch of images of a fixed size');
  }
  return [height, width, channels];
}
