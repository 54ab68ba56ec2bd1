import {
  batchNorm,
  customGrad,
  ones,
  type Tensor,
  type Tensor1D,
  zeros,
} from '@tensorflow/tfjs-core';
import { channelGradients } from './channel-gradients.ts';
import { channelMoments, type ChannelMoments } from './channel-moments.ts';

type Save = (tensors: Tensor[]) => void;

export interface NormaliseBatchOptions {
  /** Gamma; 1 by default. */
  readonly scale: Tensor1D | undefined;
  /** Beta; 0 by default. */
  readonly offset: Tensor1D | undefined;
  readonly epsilon: number;
  /** Called with the moments of the batch, which are freed afterwards. */
  readonly onMoments: (moments: ChannelMoments) => void;
}

/**
 * Batch norm in training, by the mean and variance of the batch over all axes but the last (Ioffe & Szegedy 2015,
 * arXiv:1502.03167). For the gradient it keeps one tensor of the input's size, the input.
 */
export function normaliseBatch(input: Tensor, options: NormaliseBatchOptions): Tensor {
  const channels = input.shape.at(-1)!; // batch norm has an axis
  const scale = options.scale ?? ones<Tensor1D['rankType']>([channels]);
  const offset = options.offset ?? zeros<Tensor1D['rankType']>([channels]);
  const { epsilon } = options;
  const operation = customGrad((...inputs) => {
    const save = inputs.at(-1) as Save; // tfjs appends it to the tensors
    const { mean, variance } = channelMoments(input);
    options.onMoments({ mean, variance });
    save([input, scale, mean, variance]);
    return {
      value: batchNorm(input, mean, variance, offset, scale, epsilon),
      gradFunc: (gradient, saved) => {
        const [x, gamma, m, v] = saved as [Tensor, Tensor1D, Tensor1D, Tensor1D]; // as saved above
        const moments = { mean: m, variance: v };
        return channelGradients(gradient, { input: x, scale: gamma, moments, epsilon });
      },
    };
  });
  return operation(input, scale, offset);
}
