import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import { CHANNEL_MOMENTS } from '../batch-norm/channel-moments.ts';
import { heapValues, type WasmKernel } from './wasm-kernel.ts';

/** The kernel of `channelMoments`: one pass, in double precision. The operations of tfjs transpose the images before. */
export const channelMomentsKernel: WasmKernel<{ input: unknown }, NamedAttrMap> = {
  name: CHANNEL_MOMENTS,
  compute: ({ inputs: { input }, backend }) => {
    const channels = input.shape.at(-1)!; // batch norm has an axis
    const values = heapValues(backend, input);
    const rows = values.length / channels;
    const sums = new Float64Array(channels);
    const squares = new Float64Array(channels);
    for (let at = 0; at < values.length; at += channels) {
      for (let channel = 0; channel < channels; channel++) {
        const value = values[at + channel]!;
        sums[channel] = sums[channel]! + value;
        squares[channel] = squares[channel]! + value * value;
      }
    }
    const mean = sums.map((sum) => sum / rows);
    const variance = squares.map((square, channel) =>
      Math.max(0, square / rows - mean[channel]! ** 2),
    );
    return [mean, variance].map((moment) =>
      backend.makeOutput([channels], 'float32', undefined, Float32Array.from(moment)),
    );
  },
};
