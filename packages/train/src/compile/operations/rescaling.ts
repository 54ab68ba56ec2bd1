import { z } from 'zod';
import { add, multiply } from '../../graph/emit/elementwise.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { layerConfig } from '../parts/layer-config.ts';

const rescalingSchema = z.object({ scale: z.number(), offset: z.number().default(0) });

/** Multiplies each number by `scale` and adds `offset`. */
export function rescaling({ graph, layer, inputs }: OperationContext): Emitted {
  const { scale, offset } = layerConfig(layer, rescalingSchema);
  const scaled = multiply(graph, inputs[0]!, scale); // one input
  return {
    output: offset === 0 ? scaled : add(graph, scaled, offset),
    backward: (gradient) => [multiply(graph, gradient, scale)],
  };
}
