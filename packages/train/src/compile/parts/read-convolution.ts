import type { Value } from '../../graph/ir/graph-builder.ts';
import { imageShape, type Window } from '../../graph/emit/window.ts';
import { convolutionSchema, layerConfig, windowOver } from './layer-config.ts';
import type { OperationContext } from '../contract/operation.ts';

/** The operands and the window of a convolution. */
export interface Convolution {
  readonly image: Value;
  /** `[filters, channels / groups, height, width]`. */
  readonly filters: Value;
  /** The role of the filters among the weights of the layer. */
  readonly role: 'kernel' | 'depthwise_kernel';
  readonly bias: Value | undefined;
  readonly window: Window;
  /** 1, or the number of channels for a depthwise convolution. */
  readonly groups: number;
}

/** Reads a convolution or a depthwise convolution from its context. */
export function readConvolution(context: OperationContext): Convolution {
  const { layer } = context;
  const image = context.inputs[0]!; // one input
  const [, channels] = imageShape(image);
  const { kernel_size: size, ...config } = layerConfig(layer, convolutionSchema);
  const isDepthwise = layer.kind === 'DepthwiseConv2D';
  const role = isDepthwise ? 'depthwise_kernel' : 'kernel';
  return {
    image,
    filters: context.requiredWeight(role),
    role,
    bias: context.weight('bias'),
    window: windowOver(image, { layer, ...config, size }),
    groups: isDepthwise ? channels : 1,
  };
}
