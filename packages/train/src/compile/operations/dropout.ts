import { z } from 'zod';
import { multiply } from '../../graph/emit/elementwise.ts';
import { layerConfig } from '../parts/layer-config.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

const dropoutSchema = z.object({
  rate: z.number().min(0).lt(1),
  noise_shape: z.null().optional(),
});

/**
 * In mode `train`, sets a share `rate` of the numbers to 0 and scales the rest by `1 / (1 - rate)`; as in Keras, also where the
 * layer is not trainable. The identity in mode `infer`.
 */
export function dropout(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const input = context.inputs[0]!; // one input
  const { rate } = layerConfig(layer, dropoutSchema);
  if (context.mode === 'infer' || rate === 0)
    return { output: input, backward: (gradient) => [gradient] };
  const mask = context.dropoutMask(rate, input.shape);
  return {
    output: multiply(graph, input, mask),
    backward: (gradient) => [multiply(graph, gradient, mask)],
  };
}
