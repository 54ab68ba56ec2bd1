/** A weight that a layer expects. */
export interface WeightShape {
  /** As TensorFlow.js names it: `layer/kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Whether training changes it. */
  readonly trainable: boolean;
}

/** The shapes of one layer. */
export interface LayerShape {
  readonly name: string;
  /** The layer's class. */
  readonly kind: string;
  /** The layers that it takes its inputs from. */
  readonly inputs: readonly string[];
  /** Without the batch axis; `null` for a dimension that is not fixed. */
  readonly output: readonly (number | null)[];
  readonly weights: readonly WeightShape[];
}
