import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { CompilerLayer } from './compiler-layer.ts';

/**
 * How layers compute that differ between training and inference: in mode `train` dropout is active, and batch normalisation
 * uses the statistics of the batch where its layer is trainable.
 */
export type LayerMode = 'train' | 'infer';

/** What an operation can use and report while it emits one layer. */
export interface OperationContext {
  readonly graph: GraphBuilder;
  readonly layer: CompilerLayer;
  /** Images are `[batch, channels, height, width]`, vectors `[batch, features]`. */
  readonly inputs: readonly Value[];
  readonly mode: LayerMode;
  /** The input is the model's own, and laid out as `[batch, height, width, channels]`. */
  readonly interleaved: boolean;
  /** Whether `backward` must return gradients with respect to the inputs. */
  readonly needsInputGradient: boolean;
  /** A weight of the layer; `undefined` where the layer has none of that role. */
  readonly weight: (role: string) => Value | undefined;
  /** The same, with an error where there is none. */
  readonly requiredWeight: (role: string) => Value;
  /** Reports the gradient with respect to a weight; `emit` is called only where that gradient is asked for. */
  readonly weightGradient: (role: string, emit: () => Value) => void;
  /** Reports the new value of a weight that changes without a gradient: a running mean or variance. */
  readonly renew: (role: string, value: Value) => void;
  /** A graph input that is filled before each step with 0 or `1 / (1 - rate)`, a share `rate` of it with 0. */
  readonly dropoutMask: (rate: number, shape: Value['shape']) => Value;
  /** The same context for another layer: for operations that stand for several. */
  readonly at: (layer: CompilerLayer) => OperationContext;
}

/**
 * Emits the gradients of an operation: from the gradient with respect to its output to one for each input. Reports those with
 * respect to weights by `weightGradient`. May return fewer where `needsInputGradient` is false.
 */
export type Backward = (gradient: Value) => readonly Value[];

export interface Emitted {
  readonly output: Value;
  readonly backward: Backward;
}

/** Emits a layer's forward nodes at once, and those of its gradient when `backward` is called. */
export type Operation = (context: OperationContext) => Emitted;
