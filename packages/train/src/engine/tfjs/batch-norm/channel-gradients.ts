import {
  add,
  div,
  engine,
  mul,
  rsqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import { type ChannelMoments, hasKernel } from './channel-moments.ts';

/** The name of this package's kernel, which exists on backends where the operations of tfjs are slow. */
export const CHANNEL_GRADIENTS = 'SproutChannelGradients';

export interface ChannelGradientsOptions {
  readonly input: Tensor;
  readonly scale: Tensor1D;
  readonly moments: ChannelMoments;
  readonly epsilon: number;
}

/**
 * The gradients of batch norm in training with respect to its input, scale and offset, in this order.
 *
 * @param gradient With respect to the output; of the input's shape.
 * @see Ioffe & Szegedy 2015, arXiv:1502.03167, section 3.
 */
export function channelGradients(
  gradient: Tensor,
  { input, scale, moments: { mean, variance }, epsilon }: ChannelGradientsOptions,
): Tensor[] {
  if (hasKernel(CHANNEL_GRADIENTS)) {
    const inputs = { gradient, input, scale, mean, variance };
    return engine().runKernel<Tensor[]>(CHANNEL_GRADIENTS, inputs, { epsilon });
  }
  const axes = input.shape.slice(0, -1).map((_, axis) => axis);
  const count = input.size / mean.size;
  const inverse = rsqrt(add(variance, epsilon));
  const centred = sub(input, mean);
  const offsetGradient = sum(gradient, axes);
  const product = sum(mul(gradient, centred), axes);
  const alongInput = div(mul(product, square(inverse)), count);
  const direct = sub(sub(gradient, div(offsetGradient, count)), mul(centred, alongInput));
  return [mul(direct, mul(scale, inverse)), mul(product, inverse), offsetGradient];
}
