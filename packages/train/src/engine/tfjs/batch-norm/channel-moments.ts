import {
  engine,
  getBackend,
  getKernel,
  moments,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';

/** The name of this package's kernel, which exists on backends where the operations of tfjs are slow. */
export const CHANNEL_MOMENTS = 'SproutChannelMoments';

/** The mean and variance of each channel, without Bessel's correction. */
export interface ChannelMoments {
  readonly mean: Tensor1D;
  readonly variance: Tensor1D;
}

/** The moments of a tensor over all axes but the last. The caller's to dispose of. */
export function channelMoments(input: Tensor): ChannelMoments {
  if (hasKernel(CHANNEL_MOMENTS)) {
    const [mean, variance] = engine().runKernel<Tensor[]>(CHANNEL_MOMENTS, { input }) as Tensor1D[];
    return { mean: mean!, variance: variance! }; // the kernel returns both
  }
  const axes = input.shape.slice(0, -1).map((_, axis) => axis);
  return moments(input, axes) as ChannelMoments; // all axes but one are reduced
}

/** Whether the active backend has a kernel of this name. */
export function hasKernel(name: string): boolean {
  return (getKernel(name, getBackend()) as object | undefined) !== undefined; // undefined for a missing kernel; the declaration of tfjs omits that
}
