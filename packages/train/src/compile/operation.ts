import type { GraphBuilder, Value } from '../graph/ir/graph-builder.ts';
import type { LayerNode } from '../model/layers/layer-node.ts';

/** What an operation may ask for and report while it emits one layer. */
export interface OperationContext {
  readonly graph: GraphBuilder;
  readonly layer: LayerNode;
  /** Images are `[batch, channels, height, width]`, vectors `[batch, features]`. */
  readonly inputs: readonly Value[];
  /** Batch statistics apply: a training graph, and the layer is trainable (Keras' rule). */
  readonly training: boolean;
  /** A training graph: `backward` will be called. */
  readonly differentiable: boolean;
  /** The input is the model's own and its channels lie together: `[batch, height, width, channels]`. */
  readonly interleaved: boolean;
  /** Whether something before this layer learns, so that `backward` must return gradients. */
  readonly inputLearns: boolean;
  /** A weight of the layer; `undefined` where the layer has none of that role. */
  readonly weight: (role: string) => Value | undefined;
  /** The same, with an error where there is none. */
  readonly requiredWeight: (role: string) => Value;
  /** Reports the loss' gradient with respect to a weight. Ignored where the layer does not learn. */
  readonly learn: (role: string, gradient: () => Value) => void;
  /** Reports what a weight that is no parameter becomes after the step. */
  readonly renew: (role: string, value: Value) => void;
  /** An input of the graph that the session fills before each step: 0 or `1 / (1 - rate)`, `rate` of them 0. */
  readonly dropoutMask: (rate: number, shape: Value['shape']) => Value;
  /** The same for another layer: for operations that stand for several. */
  readonly at: (layer: LayerNode) => OperationContext;
}

/** Turns the gradient with respect to an operation's output into one for each input; called only in training graphs. */
export type Backward = (gradient: Value) => readonly Value[];

export interface Emitted {
  readonly output: Value;
  readonly backward: Backward;
}

/** Emits a layer's forward nodes at once, and its gradient's when `backward` is called. */
export type Operation = (context: OperationContext) => Emitted;
