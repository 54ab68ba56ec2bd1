import type { Value } from '../../graph/ir/graph-builder.ts';
import type { Window } from '../../graph/emit/window.ts';
import { convolutionSchema, layerConfig, windowOver } from './layer-config.ts';
import type { OperationContext } from '../operation.ts';

/** The convolution that a block begins with. */
export interface BlockConvolution {
  readonly context: OperationContext;
  readonly image: Value;
  readonly kernel: Value;
  /** Without effect but on the moving mean: what follows takes the mean away. */
  readonly bias: Value | undefined;
  readonly window: Window;
}

export function blockConvolution(block: OperationContext): BlockConvolution {
  const layer = block.layer.parts!.convolution; // the only kind of layer that has parts
  const context = block.at(layer);
  const image = block.inputs[0]!; // one input
  const { kernel_size: size, ...config } = layerConfig(layer, convolutionSchema);
  return {
    context,
    image,
    kernel: context.requiredWeight('kernel'),
    bias: context.weight('bias'),
    window: windowOver(image, { layer, ...config, size }),
  };
}
