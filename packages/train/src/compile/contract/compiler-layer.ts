import type { LayerNode } from '../../model/layers/layer-node.ts';

/** A layer as the compiler emits it: a layer of the model, or a fused or folded convolution that replaces several of them. */
export interface CompilerLayer extends LayerNode {
  /** The layers of a fused or folded convolution. */
  readonly parts?: FusedParts;
}

/** A convolution and the layers that are compiled together with it. */
export interface FusedParts {
  readonly convolution: LayerNode;
  readonly normalisation: LayerNode;
  readonly activation: LayerNode | undefined;
  readonly pooling: LayerNode | undefined;
}

/** The kind of a fused convolution: its normalisation is by the mean and variance of the batch. */
export const FUSED_CONVOLUTION = 'FusedConvolution';

/** The kind of a folded convolution: its normalisation is by the running mean and variance. It has no activation or pooling. */
export const FOLDED_CONVOLUTION = 'FoldedConvolution';
