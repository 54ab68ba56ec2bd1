import type { RectifierGradient } from '@sprout/core';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { CompilerLayer } from './compiler-layer.ts';

/**
 * The mode of layers that compute differently in training and inference. In mode `train`, dropout is active, and trainable
 * batch normalisation uses the mean and variance of the batch.
 */
export type LayerMode = 'train' | 'infer';

/** The inputs of an operation while it emits one layer, and the functions by which it reports results. */
export interface OperationContext {
  readonly graph: GraphBuilder;
  readonly layer: CompilerLayer;
  /** Images are `[batch, channels, height, width]`, vectors `[batch, features]`. */
  readonly inputs: readonly Value[];
  readonly mode: LayerMode;
  readonly rectifiers: RectifierGradient;
  /** Whether the input is the images of the model, as `[batch, height, width, channels]`. */
  readonly isChannelsLast: boolean;
  /** Whether `backward` must return gradients with respect to the inputs. */
  readonly needsInputGradient: boolean;
  /** A weight of the layer; `undefined` where the layer has none of that role. */
  readonly weight: (role: string) => Value | undefined;
  /** As `weight`. @throws {SproutError} `model-unsupported` where the layer has no weight of that role. */
  readonly requiredWeight: (role: string) => Value;
  /** Reports the gradient with respect to a weight; `emit` is called only where that gradient is asked for. */
  readonly weightGradient: (role: string, emit: () => Value) => void;
  /** Reports the new value of a weight that changes without a gradient: a running mean or variance. */
  readonly assign: (role: string, value: Value) => void;
  /** Adds a graph input for a dropout mask. Before each step it is filled with zeros, a share `rate`, and `1 / (1 - rate)`. */
  readonly dropoutMask: (rate: number, shape: Value['shape']) => Value;
  /** The same context for another layer: for the parts of a fused convolution. */
  readonly at: (layer: CompilerLayer) => OperationContext;
}

/**
 * Emits the gradients of an operation, from the gradient with respect to its output. Returns the gradient with respect to each
 * input; may return fewer where `needsInputGradient` is false. Gradients with respect to weights go to `weightGradient`.
 */
export type Backward = (gradient: Value) => readonly Value[];

export interface Emitted {
  readonly output: Value;
  readonly backward: Backward;
}

/** Emits the nodes of a layer's forward pass at once, and the nodes of its gradient when `backward` is called. */
export type Operation = (context: OperationContext) => Emitted;
