import type { ModelDefinition, ModelInput } from '../model-definition.ts';
import type { LayerNode } from '../layers/layer-node.ts';
import { readTopology } from '../layers/read-topology.ts';
import { writeTopology } from '../layers/write-topology.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';

/**
 * A model that computes the same from images in RGB with another normalisation. If that differs from the model's own input function,
 * a convolution of 1 x 1 pixels before all other layers converts the numbers. The first convolution of the model cannot convert them,
 * because its border is padded with zeros.
 */
export function withInputFunction(
  definition: ModelDefinition,
  normalisation: ModelInput['normalisation'],
): ModelDefinition {
  const { topology, weights, input } = definition;
  const { channelOrder: _order, ...rest } = input;
  const changed = { ...rest, normalisation };
  if (isSame(input, normalisation)) return { ...definition, input: changed };
  const layers = readTopology(topology);
  const name = freeName(layers.map((layer) => layer.name));
  const [first, ...others] = layers as [LayerNode, ...LayerNode[]]; // a model has a layer
  const convolution: LayerNode = {
    name,
    layer: name,
    kind: 'Conv2D',
    inputs: [first.name],
    config: { filters: input.channels, kernel_size: [1, 1], padding: 'valid', use_bias: true },
    trainable: false,
  };
  const moved = others.map((layer) => ({
    ...layer,
    inputs: layer.inputs.map((from) => (from === first.name ? name : from)),
  }));
  return {
    topology: writeTopology([first, convolution, ...moved]),
    weights: [...conversion(name, input, normalisation), ...weights],
    input: changed,
  };
}

function isSame(
  { channelOrder = 'rgb', normalisation }: ModelInput,
  { mean, deviation }: ModelInput['normalisation'],
): boolean {
  const numbers = (values: readonly number[]): string => values.join(' ');
  return (
    channelOrder === 'rgb' &&
    numbers(normalisation.mean) === numbers(mean) &&
    numbers(normalisation.deviation) === numbers(deviation)
  );
}

/** The weights of the convolution: `byte = x * deviation + mean` of what is given, then the model's own normalisation. */
function conversion(
  name: string,
  { channels, channelOrder, normalisation: own }: ModelInput,
  given: ModelInput['normalisation'],
): NamedTensor[] {
  const kernel = new Float32Array(channels * channels);
  const bias = new Float32Array(channels);
  for (let output = 0; output < channels; output++) {
    const source = channelOrder === 'bgr' ? channels - 1 - output : output;
    const [mean, deviation] = [own.mean[output]!, own.deviation[output]!];
    kernel[source * channels + output] = given.deviation[source]! / deviation;
    bias[output] = (given.mean[source]! - mean) / deviation;
  }
  return [
    { name: `${name}/kernel`, shape: [1, 1, channels, channels], data: kernel },
    { name: `${name}/bias`, shape: [channels], data: bias },
  ];
}

function freeName(taken: readonly string[]): string {
  let name = 'input_function';
  while (taken.includes(name)) name += '_';
  return name;
}
