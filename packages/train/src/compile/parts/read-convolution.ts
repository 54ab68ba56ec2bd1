import type { Value } from '../../graph/ir/graph-builder.ts';
import type { Window } from '../../graph/emit/window.ts';
import { convolutionSchema, layerConfig, windowOver } from './layer-config.ts';
import type { OperationContext } from '../contract/operation.ts';

/** The convolution of a fused convolution: its operands and its window. */
export interface FusedStart {
  readonly context: OperationContext;
  readonly image: Value;
  readonly filters: Value;
  /** The bias changes the running mean only, since the normalisation subtracts the mean. */
  readonly bias: Value | undefined;
  readonly window: Window;
}

/** Reads the convolution of a fused convolution from the context of the whole. */
export function readConvolution(fused: OperationContext): FusedStart {
  const layer = fused.layer.parts!.convolution; // a fused convolution has parts
  const context = fused.at(layer);
  const image = fused.inputs[0]!; // one input
  const { kernel_size: size, ...config } = layerConfig(layer, convolutionSchema);
  return {
    context,
    image,
    filters: context.requiredWeight('kernel'),
    bias: context.weight('bias'),
    window: windowOver(image, { layer, ...config, size }),
  };
}
