import type { LayerNode } from '../../model/layers/layer-node.ts';

/** A layer as the compiler emits it: a layer of the model, or a fused convolution that replaces several of them. */
export interface CompilerLayer extends LayerNode {
  /** The layers of a fused convolution. */
  readonly parts?: FusedParts;
}

/** A convolution and the layers that are compiled together with it. */
export interface FusedParts {
  readonly convolution: LayerNode;
  readonly normalisation: LayerNode;
  readonly activation: LayerNode | undefined;
  readonly pooling: LayerNode | undefined;
}

/** The kind of a fused convolution. */
export const FUSED_CONVOLUTION = 'FusedConvolution';
