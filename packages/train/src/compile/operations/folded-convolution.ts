import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { convolve } from '../../graph/emit/convolve.ts';
import { add, multiply } from '../../graph/emit/elementwise.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { imageSize } from '../../graph/emit/window.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { readConvolution } from '../parts/read-convolution.ts';
import { runningScale } from '../parts/running-scale.ts';
import { channelSums } from './conv2d.ts';

/**
 * A convolution and a batch normalisation by the running mean and variance, as one convolution: the filters are multiplied by the
 * scale of the normalisation, and its shift is the bias. The image is passed over once, and its gradient needs no scaling.
 */
export function foldedConvolution(context: OperationContext): Emitted {
  const { graph } = context;
  const parts = context.layer.parts!; // a folded convolution has parts
  const own = context.at(parts.convolution);
  const { image, filters, role, bias, ...sliding } = readConvolution(own);
  const { scale, shift } = runningScale(context.at(parts.normalisation));
  const byFilter = reshape(graph, scale, [filters.shape[0]!, 1, 1, 1]);
  const folded = multiply(graph, filters, byFilter);
  const total = bias === undefined ? shift : add(graph, multiply(graph, bias, scale), shift);
  return {
    output: convolve(graph, [image, folded], { ...sliding, bias: total }),
    backward: (gradient) => {
      own.weightGradient(role, () =>
        multiply(graph, filterGradient(graph, [image, gradient], sliding), byFilter),
      );
      own.weightGradient('bias', () => multiply(graph, channelSums(graph, gradient), scale));
      if (!context.needsInputGradient) return [];
      return [inputGradient(graph, [gradient, folded], { ...sliding, size: imageSize(image) })];
    },
  };
}
