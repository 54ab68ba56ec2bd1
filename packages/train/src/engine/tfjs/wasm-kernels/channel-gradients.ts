import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { CHANNEL_GRADIENTS } from '../batch-norm/channel-gradients.ts';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';

type Names = 'gradient' | 'input' | 'scale' | 'mean' | 'variance';

/** The kernel of `channelGradients`: two passes, without intermediate images. Sums are in double precision. */
export const channelGradientsKernel: WasmKernel<Record<Names, unknown>, { epsilon: number }> = {
  name: CHANNEL_GRADIENTS,
  compute: ({ inputs, attrs: { epsilon }, backend }) => {
    const { input, scale, mean, variance } = inputs;
    const target = backend.makeOutput(input.shape, 'float32');
    const sums = channelSums(inputs, backend);
    const rows = heapValues(backend, input).length / sums.plain.length;
    const means = Float64Array.from(heapValues(backend, mean));
    const inverse = Float64Array.from(
      heapValues(backend, variance),
      (v) => 1 / Math.sqrt(v + epsilon),
    );
    const direct = inverse.map((value, channel) => value * heapValues(backend, scale)[channel]!);
    const along = direct.map((value, c) => (-value * sums.centred[c]! * inverse[c]! ** 2) / rows);
    const constant = direct.map(
      (value, c) => (-value * sums.plain[c]!) / rows - along[c]! * means[c]!,
    );
    combine(inputs, { target, direct, along, constant, backend });
    const scaleGradient = sums.centred.map((sum, channel) => sum * inverse[channel]!);
    const vectors = [scaleGradient, sums.plain].map((vector) =>
      backend.makeOutput([vector.length], 'float32', undefined, Float32Array.from(vector)),
    );
    return [target, ...vectors];
  },
};

type Inputs = Readonly<Record<Names, TensorInfo>>;

/** For each channel: the sum of the gradient, and of the gradient times the centred input. */
function channelSums(
  { gradient, input, mean }: Inputs,
  backend: BackendWasm,
): { plain: Float64Array; centred: Float64Array } {
  const gradients = heapValues(backend, gradient);
  const values = heapValues(backend, input);
  const means = Float64Array.from(heapValues(backend, mean));
  const channels = means.length;
  const plain = new Float64Array(channels);
  const centred = new Float64Array(channels);
  for (let at = 0; at < values.length; at += channels) {
    for (let channel = 0; channel < channels; channel++) {
      const slope = gradients[at + channel]!;
      plain[channel] = plain[channel]! + slope;
      centred[channel] = centred[channel]! + slope * (values[at + channel]! - means[channel]!);
    }
  }
  return { plain, centred };
}

interface Combination {
  readonly target: TensorInfo;
  readonly direct: Float64Array;
  readonly along: Float64Array;
  readonly constant: Float64Array;
  readonly backend: BackendWasm;
}

/** `direct * gradient + along * input + constant`, with numbers for each channel. */
function combine({ gradient, input }: Inputs, combination: Combination): void {
  const { target, direct, along, constant, backend } = combination;
  const gradients = heapValues(backend, gradient);
  const values = heapValues(backend, input);
  const results = heapValues(backend, target);
  const channels = direct.length;
  for (let at = 0; at < values.length; at += channels) {
    for (let channel = 0; channel < channels; channel++) {
      const slope = direct[channel]! * gradients[at + channel]!;
      results[at + channel] = slope + along[channel]! * values[at + channel]! + constant[channel]!;
    }
  }
}
